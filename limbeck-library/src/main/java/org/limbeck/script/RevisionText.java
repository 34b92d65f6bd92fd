package org.limbeck.script;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.limbeck.source.JavaLiterals;

/** The head of a new file: what {@link JavaHeaderReader} and {@link SqlHeaderReader} read again. */
final class RevisionText {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private RevisionText() {}

    static String date(NewRevision revision) {
        return DATE.format(revision.created());
    }

    /** The annotation, with the members that say something. */
    static String annotation(NewRevision revision) {
        List<String> members = new ArrayList<>();
        members.add("id = " + JavaLiterals.text(revision.node().id()));
        member(members, "revises", revision.node().revises());
        member(members, "dependsOn", revision.node().dependsOn());
        member(members, "labels", revision.node().labels());
        if (!revision.message().isEmpty()) {
            members.add("message = " + JavaLiterals.text(revision.message()));
        }
        return "@Revision(" + String.join(", ", members) + ")";
    }

    /** The header of an SQL file; what it stands on is always there, for the reader. */
    static List<String> header(NewRevision revision) {
        List<String> lines = new ArrayList<>();
        lines.add("-- revision:  " + revision.node().id());
        line(lines, "-- revises:   ", String.join(", ", revision.node().revises()), true);
        line(lines, "-- depends-on: ", String.join(", ", revision.node().dependsOn()), false);
        line(lines, "-- labels:    ", String.join(", ", revision.node().labels()), false);
        line(lines, "-- message:   ", revision.message(), true);
        lines.add("-- created:   " + date(revision));
        return lines;
    }

    private static void line(List<String> lines, String start, String value, boolean always) {
        if (always || !value.isEmpty()) {
            lines.add((start + value).stripTrailing());
        }
    }

    private static void member(List<String> members, String name, List<String> values) {
        if (values.size() == 1) {
            members.add(name + " = " + JavaLiterals.text(values.get(0)));
        } else if (!values.isEmpty()) {
            members.add(
                    name + " = " + values.stream().map(JavaLiterals::text).collect(Collectors.joining(", ", "{", "}")));
        }
    }
}
