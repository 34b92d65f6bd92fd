package org.limbeck.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Nearest;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * What a new migration looks like: text with placeholders.
 *
 * <table>
 * <caption>Placeholders</caption>
 * <tr><th>placeholder</th><th>what it becomes</th></tr>
 * <tr><td>{@code ${id}}</td><td>the identifier</td></tr>
 * <tr><td>{@code ${revises}}</td><td>the revisions it stands on, separated by a comma and a space</td></tr>
 * <tr><td>{@code ${message}}</td><td>the message on one line; in Java made safe for a Javadoc comment, and never empty</td></tr>
 * <tr><td>{@code ${date}}</td><td>when it was created, as 2026-11-22 14:03</td></tr>
 * <tr><td>{@code ${upgrade}}, {@code ${downgrade}}</td><td>the lines of the two directions</td></tr>
 * <tr><td>{@code ${package}}</td><td>Java: the package declaration with its semicolon</td></tr>
 * <tr><td>{@code ${class}}</td><td>Java: the simple name of the class</td></tr>
 * <tr><td>{@code ${annotation}}</td><td>Java: the whole annotation {@code @Revision(...)}</td></tr>
 * <tr><td>{@code ${header}}</td><td>SQL: the header lines</td></tr>
 * </table>
 *
 * A line that is nothing but a placeholder is left out if the placeholder has nothing to say, and one of the empty lines
 * around it; if it has several lines each is indented like the placeholder.
 */
public final class Template {

    private final String file;
    private final String text;

    private Template(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** The template for Java files that Limbeck brings along. */
    public static Template java() {
        return bundled("revision.java.template");
    }

    /** The template for SQL files that Limbeck brings along. */
    public static Template sql() {
        return bundled("revision.sql.template");
    }

    /**
     * A template of the user.
     *
     * @throws org.limbeck.problem.LimbeckException if the file cannot be read or is not UTF-8
     */
    public static Template read(Path path) {
        try {
            return new Template(path.toString(), Utf8.decode(Files.readAllBytes(path), path.toString()));
        } catch (IOException e) {
            throw Script.unreadable(path.toString(), e);
        }
    }

    /**
     * The text of a Java migration.
     *
     * @param packageName empty for none
     * @throws org.limbeck.problem.LimbeckException with {@code INVALID_SETTING} if the template has an unknown placeholder
     */
    public String fillJava(NewRevision revision, String packageName, String className) {
        Map<String, List<String>> values = common(revision);
        String message =
                revision.message().isEmpty() ? "Revision " + revision.node().id() + "." : revision.message();
        values.put("message", List.of(Escapes.javadoc(message)));
        values.put("package", lines(packageName.isEmpty() ? "" : "package " + packageName + ";"));
        values.put("class", List.of(className));
        values.put("annotation", List.of(RevisionText.annotation(revision)));
        return fill(values);
    }

    /**
     * The text of an SQL migration.
     *
     * @throws org.limbeck.problem.LimbeckException with {@code INVALID_SETTING} if the template has an unknown placeholder
     */
    public String fillSql(NewRevision revision) {
        Map<String, List<String>> values = common(revision);
        values.put("message", lines(revision.message()));
        values.put("header", RevisionText.header(revision));
        return fill(values);
    }

    private static Map<String, List<String>> common(NewRevision revision) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("id", List.of(revision.node().id()));
        values.put("revises", lines(String.join(", ", revision.node().revises())));
        values.put("date", List.of(RevisionText.date(revision)));
        values.put("upgrade", revision.upgrade());
        values.put("downgrade", revision.downgrade());
        return values;
    }

    private String fill(Map<String, List<String>> values) {
        List<String> out = new ArrayList<>();
        int number = 0;
        boolean dropEmpty = false;
        for (String line : text.lines().toList()) {
            number++;
            List<String> alone = onlyPlaceholder(line, values);
            if (alone == null) {
                if (!dropEmpty || !line.isBlank()) {
                    out.add(replaced(line, number, values));
                }
            } else {
                String indent = line.substring(0, line.indexOf('$'));
                alone.forEach(value -> out.add(value.isEmpty() ? "" : indent + value));
            }
            dropEmpty = alone != null
                    && alone.isEmpty()
                    && (out.isEmpty() || out.get(out.size() - 1).isEmpty());
        }
        return String.join("\n", out) + "\n";
    }

    /** The lines for a line that is nothing but one placeholder. */
    private static @Nullable List<String> onlyPlaceholder(String line, Map<String, List<String>> values) {
        String content = line.strip();
        return content.startsWith("${") && content.indexOf('}') == content.length() - 1
                ? values.get(content.substring(2, content.length() - 1))
                : null;
    }

    private String replaced(String line, int number, Map<String, List<String>> values) {
        StringBuilder out = new StringBuilder();
        int position = 0;
        while (true) {
            int open = line.indexOf("${", position);
            if (open < 0) {
                return out.append(line.substring(position)).toString();
            }
            int close = line.indexOf('}', open);
            String name = line.substring(open + 2, close < 0 ? line.length() : close);
            List<String> value = close < 0 ? null : values.get(name);
            if (value == null) {
                throw unknown(name, number, values);
            }
            out.append(line, position, open).append(String.join(" ", value));
            position = close + 1;
        }
    }

    private RuntimeException unknown(String name, int number, Map<String, List<String>> values) {
        Problem problem = Problem.of(
                        ProblemCode.INVALID_SETTING,
                        "the template has a placeholder that means nothing: ${" + name + "}")
                .at(new Place(file, number))
                .evidence("these are known: ${" + String.join("} ${", values.keySet()) + "}");
        Optional<String> nearest = Optional.ofNullable(Nearest.of(name, values.keySet()));
        return nearest.map(found -> problem.hint("if this was meant", "${" + found + "}"))
                .orElse(problem)
                .exception();
    }

    private static List<String> lines(String value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }

    private static Template bundled(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar of Limbeck lacks " + name);
            }
            return new Template(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
