package org.limbeck.foreign;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.limbeck.takeover.Version;

/**
 * How Flyway's files are named.
 *
 * @param separator what stands between version and description
 * @param suffixes what SQL files end in
 */
record FlywayNames(
        String versioned, String undo, String repeatable, String baseline, String separator, List<String> suffixes) {

    static final FlywayNames USUAL = new FlywayNames("V", "U", "R", "B", "__", List.of(".sql"));

    private static final Set<String> CALLBACKS = Set.of(
            "beforemigrate",
            "beforerepeatables",
            "beforeeachmigrate",
            "aftereachmigrate",
            "aftereachmigrateerror",
            "aftermigrate",
            "aftermigrateapplied",
            "aftermigrateerror",
            "afterversioned",
            "beforeclean",
            "afterclean",
            "aftercleanerror",
            "beforeinfo",
            "afterinfo",
            "afterinfoerror",
            "beforevalidate",
            "aftervalidate",
            "aftervalidateerror",
            "beforebaseline",
            "afterbaseline",
            "afterbaselineerror",
            "beforerepair",
            "afterrepair",
            "afterrepairerror",
            "beforeundo",
            "beforeeachundo",
            "aftereachundo",
            "aftereachundoerror",
            "afterundo",
            "afterundoerror",
            "beforecreateschema",
            "createschema",
            "beforeconnect",
            "afterconnect",
            "beforeeachmigratestatement",
            "aftereachmigratestatement",
            "aftereachmigratestatementerror",
            "beforeeachundostatement",
            "aftereachundostatement",
            "aftereachundostatementerror");

    /** What a file is. */
    enum Kind {
        VERSIONED,
        UNDO,
        REPEATABLE,
        BASELINE,
        CALLBACK
    }

    /**
     * A name taken apart.
     *
     * @param version as written, with dots; empty for what has none
     * @param description with spaces
     */
    record Name(Kind kind, String version, String description, boolean java) {}

    /** Takes the name of a file apart; empty for one that Flyway leaves alone. */
    Optional<Name> read(String file) {
        boolean java = file.endsWith(".java");
        Optional<String> suffix =
                suffixes.stream().filter(ending -> file.endsWith(ending)).findFirst();
        if (!java && suffix.isEmpty()) {
            return Optional.empty();
        }
        String stem = file.substring(0, file.length() - (java ? ".java" : suffix.get()).length());
        int end = stem.indexOf(separator);
        String head = end < 0 ? stem : stem.substring(0, end);
        String description =
                end < 0 ? "" : stem.substring(end + separator.length()).replace('_', ' ');
        if (!java && CALLBACKS.contains(head.toLowerCase(Locale.ROOT))) {
            return Optional.of(new Name(Kind.CALLBACK, "", description, false));
        }
        if (head.equals(repeatable) && end >= 0) {
            return Optional.of(new Name(Kind.REPEATABLE, "", description, java));
        }
        return versioned(versioned, Kind.VERSIONED, head, description, java)
                .or(() -> versioned(undo, Kind.UNDO, head, description, java))
                .or(() -> versioned(baseline, Kind.BASELINE, head, description, java));
    }

    private static Optional<Name> versioned(String prefix, Kind kind, String head, String description, boolean java) {
        if (!head.startsWith(prefix)) {
            return Optional.empty();
        }
        String version = head.substring(prefix.length()).replace('_', '.');
        return Version.of(version).map(read -> new Name(kind, version, description, java));
    }
}
