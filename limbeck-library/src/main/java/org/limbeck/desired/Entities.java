package org.limbeck.desired;

/** Reads the entities of an application. */
public interface Entities {

    /**
     * Refuses where there can't be any, as far as that is to be seen at once: before a server is started for a comparison.
     *
     * @throws org.limbeck.problem.LimbeckException as {@link #read} does
     */
    default void demand() {}

    /**
     * What they say, as their sources are now.
     *
     * @param serverMajor the major version of the server that it is for
     * @throws org.limbeck.problem.LimbeckException where they can't be read, or there are none
     */
    EntityDdl read(int serverMajor);
}
