/** What people and programs are told: revisions, plans and problems of the graph, as data and as text. */
@NullMarked
package org.limbeck.report;

import org.jspecify.annotations.NullMarked;
