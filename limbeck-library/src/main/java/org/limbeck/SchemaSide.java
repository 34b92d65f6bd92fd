package org.limbeck;

import java.util.List;
import org.limbeck.execute.DatabaseConnector;

/** Where one of two schemas comes from. */
sealed interface SchemaSide {

    /** What to call it, for people. */
    String name();

    /** A database that there is. */
    record Live(DatabaseConnector connector) implements SchemaSide {
        @Override
        public String name() {
            return connector.displayName();
        }
    }

    /** What the migrations make. */
    record Replayed() implements SchemaSide {
        @Override
        public String name() {
            return "the revisions";
        }
    }

    /**
     * What statements make.
     *
     * @param sources {@code entities}, and folders or files of SQL
     */
    record Declared(List<String> sources) implements SchemaSide {
        public Declared {
            sources = List.copyOf(sources);
        }

        @Override
        public String name() {
            return sources.equals(List.of("entities")) ? "the entities" : String.join(" and ", sources);
        }
    }
}
