package org.limbeck.takeover;

import java.util.List;
import java.util.function.Predicate;

/**
 * What a tool's table says.
 *
 * @param isApplied whether an entry of the mapping is applied, as it is now
 * @param unknown what is applied and stands in no entry, in the tool's words
 */
record Applied(Predicate<Mapping.Entry> isApplied, List<String> unknown) {}
