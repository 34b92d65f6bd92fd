package org.limbeck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Place;
import org.limbeck.report.LintFinding;
import org.limbeck.report.LintText;

final class LintVerb implements Verb {

    @Override
    public String name() {
        return "lint";
    }

    @Override
    public String summary() {
        return "Find what is dangerous in migrations by their text alone; no database is asked.";
    }

    @Override
    public boolean printsMarkdown() {
        return true;
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.argument(
                "<range>", 0, 1, "The revisions to look at, as LOWER:UPPER or one of them; all if it isn't given.");
        declaration
                .example("limbeck lint", "exits with 3 where something is found, so that a build stops")
                .example("limbeck lint head", "only the newest")
                .example("limbeck lint 0003: --format markdown", "for a comment on a pull request");
    }

    @Override
    public int run(Invocation invocation) {
        List<String> arguments = invocation.arguments();
        List<LintFinding> findings = invocation.limbeck().lint(arguments.isEmpty() ? "" : arguments.get(0));
        if (invocation.json()) {
            invocation.out().print(JsonText.text(json(findings)));
        } else if (invocation.markdown()) {
            invocation.out().print(LintText.markdown(findings));
        } else if (findings.isEmpty()) {
            invocation.note("nothing found");
        } else {
            new LintText(invocation.outPaint()).lines(findings).forEach(invocation.out()::println);
            invocation.note("to accept one, say so on the line above it:   " + "limbeck:accept "
                    + findings.get(0).finding().code().id() + " REASON");
        }
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private static Map<String, @Nullable Object> json(List<LintFinding> findings) {
        List<Object> list = new ArrayList<>();
        for (LintFinding found : findings) {
            Place place = found.place();
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("code", found.finding().code().id());
            map.put("title", found.finding().code().title());
            map.put("revision", found.revision());
            map.put("file", place == null ? "" : place.file());
            map.put("line", place == null ? 0 : place.line());
            map.put("sql", found.sql());
            map.put("reason", found.finding().reason());
            map.put("correction", found.finding().correction());
            list.add(map);
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("findings", list);
        return all;
    }
}
