package org.limbeck.desired;

/** Reads the entities of an application. */
public interface Entities {

    /**
     * What they say, as their sources are now.
     *
     * @param serverMajor the major version of the server that it is for
     * @throws org.limbeck.problem.LimbeckException where they can't be read, or there are none
     */
    EntityDdl read(int serverMajor);
}
