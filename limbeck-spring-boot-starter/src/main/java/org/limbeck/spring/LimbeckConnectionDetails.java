package org.limbeck.spring;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/** How migrations connect, where they don't use the application's data source; comes before {@code limbeck.url}. */
public interface LimbeckConnectionDetails extends ConnectionDetails {

    /** The driver's URL, or one of PostgreSQL's own form. */
    String url();

    /** The user; empty for the one in the URL. */
    String user();

    /** The password; empty for the one in the URL or in the password file. */
    String password();
}
