package org.limbeck.embedded;

import java.io.IOException;

/** The server answered, and said no. */
final class ServerRefusal extends IOException {

    private static final long serialVersionUID = 1L;

    private final String sqlState;

    ServerRefusal(String sqlState, String message) {
        super(message + " (" + sqlState + ")");
        this.sqlState = sqlState;
    }

    boolean isUnknownDatabase() {
        return sqlState.equals("3D000");
    }

    boolean isWrongPassword() {
        return sqlState.startsWith("28");
    }

    boolean isNotYetOrNoLongerThere() {
        return sqlState.startsWith("57P");
    }

    /** Somebody else created the same database at the same moment. */
    boolean isDuplicate() {
        return sqlState.equals("42P04") || sqlState.equals("23505");
    }
}
