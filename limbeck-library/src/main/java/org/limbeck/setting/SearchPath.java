package org.limbeck.setting;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The schemas that names without one stand for, as far as a URL says so. */
final class SearchPath {

    private static final Pattern OPTION = Pattern.compile("(?:-c\\s*|--)search_path=(\\S+)");

    /** What every database has, and what depends on who connects. */
    private static final Pattern USUAL = Pattern.compile("public|\\$user");

    private SearchPath() {}

    /** The schema that tables are created in; empty where that is the usual one. */
    static String first(Map<String, String> parameters) {
        String path = parameters.getOrDefault(ConnectionParameter.CURRENT_SCHEMA.driverName(), "");
        Matcher option = OPTION.matcher(parameters.getOrDefault(ConnectionParameter.OPTIONS.driverName(), ""));
        if (path.isEmpty() && option.find()) {
            path = option.group(1);
        }
        String first = path.split(",", 2)[0].strip().replace("\"", "");
        return USUAL.matcher(first).matches() ? "" : first;
    }
}
