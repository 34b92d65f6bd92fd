package org.limbeck.foreign;

import org.limbeck.problem.Place;

/**
 * Something that could not be carried over as it was.
 *
 * @param place where it stands in the other tool's files
 * @param sentence what became of it, lower case, without a full stop
 */
public record LeftOut(Place place, String sentence) {}
