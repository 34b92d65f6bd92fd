package org.limbeck.embedded;

/** What a server is for; it decides how much its data are worth and how long it lives. */
enum Purpose {
    /**
     * Stays when the process that started it ends. A crash of the machine may lose the last moments but never corrupts:
     * fsync stays on, only commits do not wait for it.
     */
    DEVELOPMENT("synchronous_commit = off"),

    /** Ends with the process that started it, and its data with it. */
    TEST("fsync = off\nfull_page_writes = off\nsynchronous_commit = off\nwal_level = minimal\nmax_wal_senders = 0");

    private final String settings;

    Purpose(String settings) {
        this.settings = settings;
    }

    /** Lines for {@code postgresql.conf}. */
    String settings() {
        return settings;
    }
}
