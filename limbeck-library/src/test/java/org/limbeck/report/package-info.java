/** Tests of what people are told. */
@NullMarked
package org.limbeck.report;

import org.jspecify.annotations.NullMarked;
