package org.limbeck.report;

import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Place;
import org.limbeck.safety.Finding;

/**
 * A hazard in a migration.
 *
 * @param revision whose migration it is in
 * @param place the line of the operation; null where it can't be told
 * @param sql the statement
 * @param finding what is wrong with it
 */
public record LintFinding(String revision, @Nullable Place place, String sql, Finding finding) {}
