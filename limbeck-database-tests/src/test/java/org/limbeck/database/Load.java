package org.limbeck.database;

import java.time.Duration;

/** How large tests under load are: small in every build, full in the profile {@code nightly}. */
final class Load {

    static final boolean FULL = Boolean.getBoolean("load.full");

    /** How long a reader holds up a run. */
    static final Duration READER = Duration.ofSeconds(Integer.getInteger("load.reader-seconds", 3));

    /** How large the table is on which everything that would block is done. */
    static final int MEGABYTES = Integer.getInteger("load.megabytes", 20);

    /** How many rows are changed in batches. */
    static final int BATCH_ROWS = Integer.getInteger("load.batch-rows", 50_000);

    private Load() {}
}
