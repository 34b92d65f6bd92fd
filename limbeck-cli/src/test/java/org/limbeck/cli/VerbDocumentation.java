package org.limbeck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the reference says of a verb, in Markdown, made of what the verb declares. */
public final class VerbDocumentation {

    private VerbDocumentation() {}

    public static List<String> verbs() {
        return Verbs.names();
    }

    /** Summary, usage, arguments and options, and examples of one verb. */
    public static String of(String name) {
        Verb verb = Objects.requireNonNull(Verbs.find(name));
        Declaration declaration = Declaration.of(verb);
        String argument = declaration.argumentLabel() + (declaration.mostArguments() > 1 ? "..." : "");
        List<String> rows = new ArrayList<>();
        if (!argument.isEmpty()) {
            rows.add(row("`" + argument + "`", declaration.argumentDescription()));
        }
        rows.addAll(options(declaration, false));
        StringBuilder text =
                new StringBuilder(verb.summary()).append("\n\n`limbeck ").append(name);
        if (!declaration.argumentLabel().isEmpty()) {
            text.append(declaration.fewestArguments() == 0 ? " [" + argument + "]" : " " + argument);
        }
        text.append("`\n\n");
        appendTable(text, "argument or option", rows);
        for (Declaration.Example example : declaration.examples()) {
            text.append("- `")
                    .append(example.command())
                    .append("`: ")
                    .append(example.purpose())
                    .append('\n');
        }
        return text.toString();
    }

    /** The options that all verbs take, apart from settings. */
    public static String ofAll() {
        StringBuilder text = new StringBuilder();
        appendTable(text, "option", options(Declaration.global(), true));
        return text.toString().stripTrailing() + "\n";
    }

    private static List<String> options(Declaration declaration, boolean global) {
        List<String> rows = new ArrayList<>();
        for (Option option : declaration.options()) {
            boolean setting = isSetting(option);
            if (!option.hidden() && !setting && (global || !isHelp(option))) {
                String value = option.takesValue() ? " " + option.label() : "";
                String names = String.join("`, `", option.names());
                rows.add(row("`" + names + value + "`", option.description()));
            }
        }
        return rows;
    }

    private static boolean isHelp(Option option) {
        return option.names().contains(Declaration.HELP);
    }

    private static boolean isSetting(Option option) {
        return org.limbeck.setting.Setting.byKey(option.longestName().substring(2))
                .isPresent();
    }

    private static void appendTable(StringBuilder text, String title, List<String> rows) {
        if (!rows.isEmpty()) {
            text.append("| ").append(title).append(" | meaning |\n|---|---|\n");
            rows.forEach(row -> text.append(row).append('\n'));
            text.append('\n');
        }
    }

    private static String row(String name, String meaning) {
        return "| " + name.replace("|", "\\|") + " | "
                + meaning.replace("|", "\\|").replace("<", "&lt;") + " |";
    }
}
