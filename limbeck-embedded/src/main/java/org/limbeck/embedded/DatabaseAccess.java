package org.limbeck.embedded;

/**
 * What a driver needs in order to connect. The password stands apart from the URL, so that the URL can be shown.
 *
 * @param jdbcUrl the JDBC URL without user and password
 * @param user the user, a superuser
 * @param password the user's password
 */
public record DatabaseAccess(String jdbcUrl, String user, String password) {

    static final String SUPERUSER = "postgres";

    static DatabaseAccess to(int port, String database, String password) {
        return new DatabaseAccess(
                "jdbc:postgresql://" + RunningServer.HOST + ":" + port + "/" + UrlText.encoded(database),
                SUPERUSER,
                password);
    }

    /** Leaves the password out, for this ends up in logs. */
    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }
}
