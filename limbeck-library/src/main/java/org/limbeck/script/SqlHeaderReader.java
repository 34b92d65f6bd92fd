package org.limbeck.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.graph.RevisionNode;
import org.limbeck.problem.Nearest;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Reads the comment lines at the top of an SQL migration. Serves one file and is thrown away. */
final class SqlHeaderReader {

    static final String UPGRADE = "upgrade";
    static final String DOWNGRADE = "downgrade";

    private static final List<String> KEYS =
            List.of("revision", "revises", "depends-on", "labels", "message", "created");
    private static final Set<String> SECTIONS = Set.of(UPGRADE, DOWNGRADE);

    private final String file;
    private final String text;
    private final Map<String, String> values = new HashMap<>();
    private int headerLine;
    private int line;
    private boolean inHeader;
    private boolean inBlockComment;

    SqlHeaderReader(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * Reads the header from the beginning of a file.
     *
     * @param whole whether the text is the whole file; if not and the header may go on behind it, nothing is returned
     */
    Optional<FileHeader> read(boolean whole) {
        int start = 0;
        boolean ended = false;
        while (start < text.length() && !ended) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            line++;
            ended = endsHeader(text.substring(start, end).strip());
            start = end + 1;
        }
        return ended || whole ? Optional.of(header()) : Optional.empty();
    }

    private boolean endsHeader(String content) {
        if (inBlockComment || content.startsWith("/*")) {
            inBlockComment = !content.contains("*/");
            return false;
        }
        if (content.isEmpty()) {
            inHeader = false;
            return false;
        }
        if (!content.startsWith("--")) {
            return true;
        }
        String comment = content.substring(2).strip();
        if (SECTIONS.contains(comment.toLowerCase(Locale.ROOT))) {
            return true;
        }
        comment(comment);
        return false;
    }

    /** Comments above the first known key and below the block that it begins are free; inside, a wrong key is an error. */
    private void comment(String comment) {
        int colon = comment.indexOf(':');
        String key = colon < 0 ? "" : comment.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (!KEYS.contains(key)) {
            if (inHeader) {
                throw unknown(comment, key);
            }
            return;
        }
        if (values.putIfAbsent(key, comment.substring(colon + 1).strip()) != null) {
            throw problem("\"" + key + "\" stands twice in the header")
                    .at(place())
                    .exception();
        }
        if (headerLine == 0 || key.equals("revision")) {
            headerLine = line;
        }
        inHeader = true;
    }

    private FileHeader header() {
        String id = values.get("revision");
        if (id == null) {
            throw problem(file + " has no header that names its revision")
                    .at(Place.of(file))
                    .hint("put these lines at the top of the file", sample())
                    .exception();
        }
        Place place = new Place(file, headerLine);
        RevisionNode node =
                new RevisionNode(RevisionId.check(id, place), list("revises"), list("depends-on"), list("labels"));
        return new FileHeader(node, value("message"), value("created"), "", headerLine);
    }

    private String sample() {
        return "-- revision:  " + RevisionId.random()
                + "\n-- revises:   \n-- message:   \n\n-- upgrade\n\n-- downgrade";
    }

    private List<String> list(String key) {
        List<String> items = new ArrayList<>();
        for (String item : value(key).split(",", -1)) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }

    private String value(String key) {
        return values.getOrDefault(key, "");
    }

    private RuntimeException unknown(String comment, String key) {
        Problem problem = problem(
                        key.isEmpty()
                                ? "a line of the header is not \"-- key: value\""
                                : "\"" + key + "\" means nothing in a header")
                .at(place())
                .evidence("-- " + comment);
        Optional<String> nearest = Optional.ofNullable(Nearest.of(key, KEYS));
        if (nearest.isPresent() && !key.isEmpty()) {
            String value = comment.substring(comment.indexOf(':') + 1).strip();
            return problem.hint("if this was meant", "-- " + nearest.get() + ": " + value)
                    .exception();
        }
        return problem.hint("the keys are " + String.join(", ", KEYS) + "; other comments go below an empty line")
                .exception();
    }

    private Place place() {
        return new Place(file, line);
    }

    private static Problem problem(String sentence) {
        return Problem.of(ProblemCode.MIGRATION_HEADER, sentence);
    }
}
