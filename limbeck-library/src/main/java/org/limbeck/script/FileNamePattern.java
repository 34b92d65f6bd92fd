package org.limbeck.script;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.limbeck.problem.Nearest;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * How new files are named. These words in braces are replaced: {@code id}, {@code slug} ({@code add_orders}), {@code Slug}
 * ({@code AddOrders}), {@code year} (four digits), {@code month}, {@code day}, {@code hour}, {@code minute} and
 * {@code second} (two digits each).
 *
 * @param text the pattern, without the ending of the file
 */
public record FileNamePattern(String text) {

    /** What Java files are called unless the user says otherwise. */
    public static final FileNamePattern JAVA = new FileNamePattern("M{id}_{Slug}");

    /** What SQL files are called unless the user says otherwise. */
    public static final FileNamePattern SQL = new FileNamePattern("{id}_{slug}");

    private static final String SEPARATORS = "_-. ";
    private static final String NOT_IN_FILE_NAMES = "/\\:*?\"<>|";
    private static final Pattern WINDOWS_DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    /**
     * The name of a new file without its ending.
     *
     * @param created the moment to take date and time from
     * @throws org.limbeck.problem.LimbeckException with {@code INVALID_SETTING} if the pattern has an unknown word or the
     *     name can be no file
     */
    public String fileName(String id, String message, LocalDateTime created) {
        String name = trimmed(replaced(values(id, message, created)));
        String fault = fault(name);
        if (!fault.isEmpty()) {
            throw problem("\"" + name + "\" cannot be the name of a file: " + fault)
                    .hint("the default is", "{id}_{slug}")
                    .exception();
        }
        return name;
    }

    /**
     * The name of a new Java class, and so of its file.
     *
     * @throws org.limbeck.problem.LimbeckException as {@link #fileName}, and if the name can be no class
     */
    public String className(String id, String message, LocalDateTime created) {
        String name = fileName(id, message, created);
        if (!SourceVersion.isIdentifier(name) || SourceVersion.isKeyword(name)) {
            throw problem("\"" + name + "\" cannot be the name of a Java class")
                    .hint("begin with a letter and use letters, digits and _ only", JAVA.text)
                    .exception();
        }
        return name;
    }

    private static Map<String, String> values(String id, String message, LocalDateTime created) {
        Map<String, String> values = new TreeMap<>();
        values.put("id", id);
        values.put("slug", Slug.of(message));
        values.put("Slug", Slug.camelCase(message));
        values.put("year", String.format(Locale.ROOT, "%04d", created.getYear()));
        values.put("month", twoDigits(created.getMonthValue()));
        values.put("day", twoDigits(created.getDayOfMonth()));
        values.put("hour", twoDigits(created.getHour()));
        values.put("minute", twoDigits(created.getMinute()));
        values.put("second", twoDigits(created.getSecond()));
        return values;
    }

    private static String twoDigits(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    private String replaced(Map<String, String> values) {
        StringBuilder name = new StringBuilder();
        int position = 0;
        while (true) {
            int open = text.indexOf('{', position);
            if (open < 0) {
                return name.append(text, position, text.length()).toString();
            }
            int close = text.indexOf('}', open);
            String word = close < 0 ? text.substring(open + 1) : text.substring(open + 1, close);
            String value = close < 0 ? null : values.get(word);
            if (value == null) {
                throw unknown(word, values.keySet());
            }
            name.append(text, position, open).append(value);
            position = close + 1;
        }
    }

    private RuntimeException unknown(String word, Set<String> known) {
        String all = "{" + String.join("} {", known) + "}";
        String hint = Optional.ofNullable(Nearest.of(word, known))
                .map(found -> "{" + found + "}")
                .orElse(all);
        return problem("the file name pattern \"" + text + "\" has a word in braces that means nothing: " + word)
                .evidence("these are known: " + all)
                .hint("if this was meant", hint)
                .exception();
    }

    /** Without separators at the end, where a message without letters leaves one. */
    private static String trimmed(String name) {
        int end = name.length();
        while (end > 0 && SEPARATORS.indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return name.substring(0, end);
    }

    private static String fault(String name) {
        if (name.isEmpty()) {
            return "it is empty";
        }
        if (name.startsWith(".")) {
            return "it begins with a full stop, which hides it";
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (NOT_IN_FILE_NAMES.indexOf(c) >= 0 || Character.isISOControl(c)) {
                return "it contains " + (Character.isISOControl(c) ? "a control character" : c);
            }
        }
        return WINDOWS_DEVICE.matcher(name).matches() ? "Windows keeps it for a device" : "";
    }

    private static Problem problem(String sentence) {
        return Problem.of(ProblemCode.INVALID_SETTING, sentence);
    }
}
