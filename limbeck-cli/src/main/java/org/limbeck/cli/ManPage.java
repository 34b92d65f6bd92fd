package org.limbeck.cli;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The page that {@code man limbeck} shows, in roff. */
final class ManPage {

    private final StringBuilder text = new StringBuilder();

    private ManPage() {}

    static String text(String version) {
        ManPage page = new ManPage();
        page.write(version);
        return page.text.toString();
    }

    private void write(String version) {
        line(".TH LIMBECK 1 \"\" \"Limbeck " + version + "\" \"\"");
        section("NAME");
        line("limbeck \\- schema versioning for PostgreSQL");
        section("SYNOPSIS");
        line("\\fBlimbeck\\fR \\fIcommand\\fR [\\fIoptions\\fR]");
        section("COMMANDS");
        for (String name : Verbs.names()) {
            command(Objects.requireNonNull(Verbs.find(name)));
        }
        section("OPTIONS OF ALL COMMANDS");
        line("Settings are among them. A setting can also stand in limbeck.properties (url=...) or in the environment"
                + " (LIMBECK_URL).");
        Declaration.global().options().forEach(this::option);
        section("EXIT STATUS");
        term("0", "Done.");
        term("1", "Failed.");
        term("2", "The command line or a setting is not understood.");
        term("3", "Something was found.");
        term("4", "A question needs an answer, and nobody is there to ask.");
    }

    private void command(Verb verb) {
        Declaration declaration = Declaration.of(verb);
        line(".SS " + verb.name());
        line(escaped(verb.summary()));
        if (!declaration.argumentLabel().isEmpty()) {
            term(declaration.argumentLabel(), declaration.argumentDescription());
        }
        declaration.options().stream()
                .filter(option -> !option.hidden() && !option.names().contains(Declaration.HELP))
                .forEach(this::option);
        for (Declaration.Example example : declaration.examples()) {
            line(".PP");
            line("\\fB" + escaped(example.command()) + "\\fR");
            line(".br");
            line(escaped(example.purpose()));
        }
    }

    private void option(Option option) {
        List<String> names = option.names();
        String spelled = names.stream().collect(Collectors.joining(", "));
        term(option.takesValue() ? spelled + " " + option.label() : spelled, option.description());
    }

    private void section(String title) {
        line(".SH \"" + title + "\"");
    }

    private void term(String term, String description) {
        line(".TP");
        line("\\fB" + escaped(term) + "\\fR");
        line(escaped(description));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** Text as text: no escapes, no requests, and hyphens that can be copied. */
    private static String escaped(String plain) {
        String text = plain.replace("\\", "\\e").replace("-", "\\-");
        return text.startsWith(".") || text.startsWith("'") ? "\\&" + text : text;
    }
}
