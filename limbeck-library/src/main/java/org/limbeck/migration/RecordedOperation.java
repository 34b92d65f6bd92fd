package org.limbeck.migration;

import org.jspecify.annotations.Nullable;
import org.limbeck.operation.Operation;
import org.limbeck.problem.Place;

/**
 * An operation and where it was said.
 *
 * @param place the line of the migration; null where it can't be told
 */
public record RecordedOperation(
        Operation operation, @Nullable Place place) {}
