/** A report as one HTML file that needs nothing besides: its data, its text, its page. */
@NullMarked
package org.limbeck.report.html;

import org.jspecify.annotations.NullMarked;
