package org.limbeck.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.limbeck.ComparisonRequest;
import org.limbeck.report.html.HtmlReport;
import org.limbeck.report.html.Part;
import org.limbeck.report.html.Report;
import org.limbeck.report.html.ReportData;

final class ReportVerb implements Verb {

    private static final String OUTPUT = "--output";
    private static final String OPEN = "--open";
    private static final String FROM_REVISIONS = "--from-revisions";
    private static final String FILE = "limbeck-report.html";

    @Override
    public String name() {
        return "report";
    }

    @Override
    public String summary() {
        return "Write one HTML page: revisions, plan, schema as diagram and tables, differences, findings, history.";
    }

    @Override
    public boolean connects() {
        return true;
    }

    @Override
    public void declare(Declaration declaration) {
        declaration
                .value("<file>", "Where it is written; " + FILE + " if it isn't given.", "-o", OUTPUT)
                .flag("Show it in the browser ($BROWSER, or the usual one).", OPEN)
                .flag("Show what the migrations make, in a scratch place; no database is asked.", FROM_REVISIONS)
                .example("limbeck report --open", "the database as it is now, in the browser")
                .example("limbeck report --from-revisions -o schema.html", "in a build that has no database")
                .example("limbeck report --format json", "the same data for a program");
    }

    @Override
    public int run(Invocation invocation) {
        invocation.arguments();
        if (invocation.json() && invocation.flag(OPEN)) {
            throw invocation
                    .usage("--open shows a page, and --format json makes none")
                    .exception();
        }
        Report report = invocation
                .limbeck()
                .report(invocation.flag(FROM_REVISIONS) ? ComparisonRequest.REVISIONS : ComparisonRequest.DATABASE);
        String output = invocation.value(OUTPUT);
        if (invocation.json() && output == null) {
            invocation.out().print(JsonText.text(ReportData.of(report)));
            return ExitCode.DONE;
        }
        Path file = invocation.folder().resolve(output == null ? FILE : output);
        WrittenFile.replace(file, invocation.json() ? JsonText.text(ReportData.of(report)) : HtmlReport.page(report));
        tell(invocation, report);
        if (!invocation.json()) {
            invocation.out().println(output == null ? FILE : output);
        }
        return invocation.flag(OPEN) ? open(invocation, file) : ExitCode.DONE;
    }

    /** What couldn't be had; what wasn't asked for needs no word. */
    private static void tell(Invocation invocation, Report report) {
        Map<Part.Missing, List<String>> reasons = new LinkedHashMap<>();
        report.missing()
                .forEach((what, missing) -> reasons.computeIfAbsent(missing, none -> new ArrayList<>())
                        .add(what));
        reasons.forEach((missing, parts) -> {
            if (missing.code() != null) {
                invocation.note("without " + String.join(", ", parts) + ": " + missing.sentence());
                missing.hints().stream()
                        .filter(hint -> !hint.command().isEmpty())
                        .forEach(hint -> invocation.next("  " + hint.purpose(), hint.command()));
            }
        });
    }

    private static int open(Invocation invocation, Path file) {
        List<String> command = new ArrayList<>(browser(invocation.surroundings().environment()));
        command.add(file.toString());
        return ChildProgram.run(
                invocation, command, Map.of(), problem -> problem.hint("to open it by hand", file.toString()));
    }

    private static List<String> browser(Map<String, String> environment) {
        String named = environment.getOrDefault("BROWSER", "").strip();
        if (!named.isEmpty()) {
            return List.of(named.split("\\s+", -1));
        }
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
        return List.of(mac ? "open" : "xdg-open");
    }
}
