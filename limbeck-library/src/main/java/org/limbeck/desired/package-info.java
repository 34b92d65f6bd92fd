/** What a database should be like, as statements, and as far as it can be known without a server. */
@NullMarked
package org.limbeck.desired;

import org.jspecify.annotations.NullMarked;
