package org.limbeck.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.Limbeck;
import org.limbeck.embedded.EmbeddedScratchServers;
import org.limbeck.jpa.project.ProjectClassPath;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.report.Paint;
import org.limbeck.setting.Origin;
import org.limbeck.setting.Setting;
import org.limbeck.setting.SettingSources;
import org.limbeck.setting.Settings;

/** A verb with its arguments, the settings that count for it, and where its output goes. */
final class Invocation implements AutoCloseable {

    private final Surroundings surroundings;
    private final Parser parser;
    private final Parsed parsed;
    private final List<String> literal;
    private final boolean json;
    private final boolean markdown;
    private @Nullable Settings settings;
    private boolean usesKnownProject;
    private @Nullable ConfiguredDatabase database;
    private @Nullable Progress progress;

    /** @param printsMarkdown whether the verb does */
    Invocation(Surroundings surroundings, Parser parser, Parsed parsed, List<String> literal, boolean printsMarkdown) {
        this.surroundings = surroundings;
        this.parser = parser;
        this.parsed = parsed;
        this.literal = literal;
        String format = parsed.value(Declaration.FORMAT);
        this.json = "json".equals(format);
        this.markdown = printsMarkdown && "markdown".equals(format);
        if (format != null && !json && !markdown && !format.equals("text")) {
            throw Problem.of(ProblemCode.USAGE, "there is no format \"" + format + "\"")
                    .hint(printsMarkdown ? "there are text, json and markdown" : "there are text and json")
                    .exception();
        }
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Path folder() {
        return surroundings.folder();
    }

    // What was given

    List<String> arguments() {
        return parser.arguments(parsed, literal);
    }

    boolean flag(String option) {
        return parsed.has(option);
    }

    @Nullable
    String value(String option) {
        return parsed.value(option);
    }

    List<String> values(String option) {
        return parsed.values(option);
    }

    boolean verbose() {
        return flag(Declaration.VERBOSE);
    }

    /** Whether data are printed for a program. */
    boolean json() {
        return json;
    }

    /** Whether data are printed in Markdown. */
    boolean markdown() {
        return markdown;
    }

    /** A problem with what was given. */
    Problem usage(String sentence) {
        return Problem.of(ProblemCode.USAGE, sentence);
    }

    // What it works with

    Settings settings() {
        if (settings == null) {
            Settings loaded = Settings.load(sources(Map.of()));
            ProjectClassPath project = surroundings.project();
            usesKnownProject = project != null && loaded.get(Setting.CLASS_PATH).origin() instanceof Origin.Default;
            settings = project == null || !usesKnownProject
                    ? loaded
                    : Settings.load(sources(Map.of(Setting.CLASS_PATH.key(), project.text())));
        }
        return settings;
    }

    /** The project's classes, where the surroundings know them and no setting says otherwise. */
    private @Nullable ProjectClassPath knownProject() {
        return usesKnownProject ? surroundings.project() : null;
    }

    @Nullable
    Settings loadedSettings() {
        return settings;
    }

    private SettingSources sources(Map<String, String> further) {
        Map<String, String> options = new HashMap<>(further);
        for (Setting setting : Setting.values()) {
            String value = value(setting.option());
            if (value != null) {
                options.put(setting.key(), value);
            }
        }
        String configuration = value(Declaration.CONFIG);
        return new SettingSources(
                surroundings.folder(),
                surroundings.environment(),
                options,
                configuration == null ? null : Path.of(configuration));
    }

    ConfiguredDatabase database() {
        if (database == null) {
            database = new ConfiguredDatabase(settings(), surroundings.folder(), this::note);
        }
        return database;
    }

    Limbeck limbeck() {
        progress = new Progress(
                surroundings.progress(),
                errPaint(),
                database(),
                talks(),
                surroundings.terminal().err());
        String tag = value(Tag.OPTION);
        Limbeck limbeck = new Limbeck(settings(), surroundings.folder(), database(), progress)
                .comparingWith(
                        new ProjectEntities(settings(), knownProject(), this::note),
                        new EmbeddedScratchServers(this::note));
        Limbeck limited = RunOptions.applied(this, limbeck);
        Limbeck tagged = tag == null ? limited : limited.withTag(tag);
        String acceptance = value(AcceptedHazards.OPTION);
        Limbeck accepting = acceptance == null ? tagged : tagged.accepting(acceptance);
        return flag(Literal.OPTION) ? accepting.literally() : accepting;
    }

    // What it says

    PrintStream out() {
        return surroundings.out();
    }

    Paint outPaint() {
        return Colors.of(surroundings, settings, surroundings.terminal().out());
    }

    Paint errPaint() {
        return Colors.of(surroundings, settings, surroundings.terminal().err());
    }

    /** Says something beside the data: where things stand, what to do next. */
    void note(String line) {
        if (talks()) {
            surroundings.out().flush();
            surroundings.err().println(line);
            surroundings.err().flush();
        }
    }

    /** A note that ends in a command to paste. */
    void next(String purpose, String command) {
        note(purpose + ":   " + errPaint().name(surroundings.spelling().apply(command)));
    }

    private boolean talks() {
        return !json && !flag(Declaration.QUIET);
    }

    @Override
    public void close() {
        if (progress != null) {
            progress.close();
        }
    }

    /** All is said; the process may end. */
    void ended() {
        if (progress != null) {
            progress.ended();
        }
    }
}
