package org.limbeck.foreign;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads settings of other tools: properties, and the plain half of TOML (tables, strings, lists of strings on one line). */
final class SettingsText {

    private static final Pattern TABLE = Pattern.compile("\\[([^\\[\\]]+)]\\s*(#.*)?");
    private static final Pattern PAIR = Pattern.compile("([\\w.\"'-]+)\\s*=\\s*(.+)");
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'");

    private SettingsText() {}

    static Map<String, String> properties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        Map<String, String> values = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    /** Keys with the names of their tables in front; lists with commas between their strings. */
    static Map<String, String> toml(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        String table = "";
        for (String line : text.lines().map(String::strip).toList()) {
            Matcher begins = TABLE.matcher(line);
            Matcher pair = PAIR.matcher(line);
            if (begins.matches()) {
                table = begins.group(1).strip() + ".";
            } else if (!line.startsWith("#") && pair.matches()) {
                values.put(table + unquoted(pair.group(1)), value(pair.group(2).strip()));
            }
        }
        return values;
    }

    private static String value(String written) {
        if (!written.startsWith("[") && !written.startsWith("\"") && !written.startsWith("'")) {
            return written.replaceFirst("\\s*#.*", "");
        }
        StringBuilder strings = new StringBuilder();
        Matcher string = STRING.matcher(written);
        while (string.find()) {
            if (!strings.isEmpty()) {
                if (!written.startsWith("[")) {
                    break;
                }
                strings.append(',');
            }
            String basic = string.group(1);
            strings.append(basic == null ? string.group(2) : basic.replaceAll("\\\\(.)", "$1"));
        }
        return strings.toString();
    }

    private static String unquoted(String key) {
        return key.replace("\"", "").replace("'", "");
    }
}
