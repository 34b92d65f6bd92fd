/** Tests of the report as a page. */
@NullMarked
package org.limbeck.report.html;

import org.jspecify.annotations.NullMarked;
