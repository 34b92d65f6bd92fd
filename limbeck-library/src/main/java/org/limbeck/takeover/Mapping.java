package org.limbeck.takeover;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.QualifiedName;

/**
 * What each imported revision was in the other tool. It lies beside the migrations as a file, so that every database is taken
 * over where it stands, whenever its turn comes.
 *
 * @param table where the tool keeps what it applied
 * @param entries in the order in which the tool applies them
 */
public record Mapping(Tool tool, QualifiedName table, List<Entry> entries) {

    /** The name of the file. */
    public static final String FILE = "takeover.tsv";

    private static final String LEFT_OUT = "-";

    /**
     * One change.
     *
     * @param revision what it is now; null for what was not imported
     * @param kind what the tool makes of it
     * @param key how the tool knows it
     * @param checksum the tool's own, where the change is applied anew when that changes; else empty
     */
    public record Entry(@Nullable String revision, Kind kind, String key, String checksum) {}

    /** The tables in which the tool keeps its records. */
    public List<QualifiedName> tables() {
        return tool == Tool.LIQUIBASE ? List.of(table, table.withName(OtherTable.LIQUIBASE_LOCK)) : List.of(table);
    }

    /** What a tool makes of a change. */
    public enum Kind {
        /** It is applied once. */
        ONCE("once"),
        /** It is applied whenever it changed, behind all that is applied once. */
        REPEATABLE("repeatable");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    public Mapping {
        entries = List.copyOf(entries);
    }

    /** The text of the file. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("# What these revisions were in ").append(tool.title());
        text.append(". A database that it managed is taken over by this list on its next upgrade.\n");
        text.append("# Delete this file when all databases have been.\n");
        text.append("tool\t").append(tool.word()).append('\n');
        text.append("table\t").append(table.text()).append('\n');
        for (Entry entry : entries) {
            text.append(entry.revision() == null ? LEFT_OUT : entry.revision());
            text.append('\t').append(entry.kind().word).append('\t').append(entry.key());
            if (!entry.checksum().isEmpty()) {
                text.append('\t').append(entry.checksum());
            }
            text.append('\n');
        }
        return text.toString();
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @param file the file as the user would type it, for problems
     * @throws org.limbeck.problem.LimbeckException with {@code TAKEOVER_FILE} at the line that says something else
     */
    public static Mapping read(String file, String text) {
        Tool tool = null;
        QualifiedName table = null;
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split("\t", -1);
            if (fields[0].equals("tool") && fields.length == 2) {
                tool = Tool.byWord(fields[1]).orElseThrow(fault(file, number, line));
            } else if (fields[0].equals("table") && fields.length == 2) {
                table = QualifiedName.of(fields[1]);
            } else if (fields.length == 3 || fields.length == 4) {
                entries.add(new Entry(
                        fields[0].equals(LEFT_OUT) ? null : fields[0],
                        kind(file, number, line, fields[1]),
                        fields[2],
                        fields.length == 3 ? "" : fields[3]));
            } else {
                throw fault(file, number, line).get();
            }
        }
        if (tool == null || table == null) {
            throw Problem.of(ProblemCode.TAKEOVER_FILE, file + " doesn't say which tool it is about")
                    .at(Place.of(file))
                    .hint("to write it anew, import the project again into another folder")
                    .exception();
        }
        return new Mapping(tool, table, entries);
    }

    private static Kind kind(String file, int number, String line, String word) {
        for (Kind kind : Kind.values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw fault(file, number, line).get();
    }

    private static Supplier<RuntimeException> fault(String file, int number, String line) {
        return () -> Problem.of(ProblemCode.TAKEOVER_FILE, "a line of " + file + " can't be read")
                .at(new Place(file, number))
                .evidence(line)
                .hint(
                        "a line is a revision, what the tool makes of it, and how the tool knows it, with tabs between them")
                .exception();
    }

    /** How a change set of Liquibase is known, whatever it was found by. */
    public static String liquibaseKey(String id, String author, String file) {
        return LiquibaseTable.key(id, author, file);
    }

    /** The revision of an entry that was imported. */
    static String revision(Entry entry) {
        return Objects.requireNonNull(entry.revision());
    }
}
