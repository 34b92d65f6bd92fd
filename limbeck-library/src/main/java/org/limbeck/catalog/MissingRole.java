package org.limbeck.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.limbeck.sql.Identifiers;

/**
 * A role that a statement names and the server does not know. On a server that is thrown away it may be created, so that
 * privileges can be compared without the roles of production.
 *
 * @param name the role's name
 */
public record MissingRole(String name) {

    /** The name stands only in the text of the message. */
    private static final Pattern MESSAGE = Pattern.compile("role \"(.*)\" does not exist", Pattern.DOTALL);

    /** The role for want of which a statement failed; empty where it failed otherwise. */
    public static Optional<MissingRole> of(@Nullable Throwable failure) {
        Matcher role = MESSAGE.matcher(failure == null ? "" : String.valueOf(failure.getMessage()));
        return failure instanceof SQLException && role.find()
                ? Optional.of(new MissingRole(role.group(1)))
                : Optional.empty();
    }

    /** The statement that creates it. */
    public String sql() {
        return "CREATE ROLE " + Identifiers.quoted(name);
    }

    /** Creates it on a connection that no transaction is open on. */
    public void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql());
        }
    }
}
