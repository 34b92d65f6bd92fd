package org.limbeck.diff;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.limbeck.sql.Identifiers;

/** The beginning of a creating statement, where the object says its own name. */
final class SqlHead {

    private SqlHead() {}

    /** The statement with the first mention of one name replaced by the other. */
    static String renamed(String statement, String name, String newName) {
        String quoted = Identifiers.quoted(name);
        Matcher matcher = Pattern.compile("(?<![\\w\"$])" + Pattern.quote(quoted) + "(?![\\w\"$])")
                .matcher(statement);
        return matcher.find()
                ? statement.substring(0, matcher.start())
                        + Identifiers.quoted(newName)
                        + statement.substring(matcher.end())
                : statement;
    }
}
