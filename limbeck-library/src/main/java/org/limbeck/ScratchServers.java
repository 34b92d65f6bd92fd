package org.limbeck;

import org.limbeck.catalog.ScratchServer;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Starts servers for comparison, where the database's own may not be used. */
public interface ScratchServers {

    /** Has none. */
    ScratchServers NONE = new ScratchServers() {
        @Override
        public boolean areAvailable() {
            return false;
        }

        @Override
        public ScratchServer start(int major) {
            throw Problem.of(ProblemCode.NO_SCRATCH_PLACE, "there is no embedded PostgreSQL on the class path")
                    .hint("add limbeck-embedded to the class path")
                    .exception();
        }
    };

    /** Whether servers can be started. */
    boolean areAvailable();

    /**
     * Starts a server that nobody else uses.
     *
     * @throws org.limbeck.problem.LimbeckException where there is none of that major version
     */
    ScratchServer start(int major);
}
