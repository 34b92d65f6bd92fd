package org.limbeck.verify;

import java.util.function.Supplier;
import org.limbeck.plan.Step;

/**
 * A revision with both of its directions.
 *
 * @param downgrade plans the way back, or throws where there is none
 * @param wanted whether it is to be tried; otherwise it is only run, for those that stand on it
 */
public record TriedRevision(Step upgrade, Supplier<Step> downgrade, boolean wanted) {}
