package org.limbeck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Problem;
import org.limbeck.report.DriftText;
import org.limbeck.verify.Drift;
import org.limbeck.verify.ObjectChange;

final class DriftVerb implements Verb {

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public String summary() {
        return "Show what somebody changed by hand: how the database differs from what its applied migrations make.";
    }

    @Override
    public boolean connects() {
        return true;
    }

    @Override
    public boolean printsMarkdown() {
        return true;
    }

    @Override
    public void declare(Declaration declaration) {
        declaration
                .example("limbeck drift", "exits with 3 where something was changed, or an index is invalid")
                .example("limbeck drift --scratch-url embedded", "and creates no scratch database on the server")
                .example("limbeck drift --format json", "with the statements that undo it, and those that keep it");
    }

    @Override
    public int run(Invocation invocation) {
        invocation.arguments();
        Drift drift = invocation.limbeck().drift();
        if (invocation.json()) {
            invocation.out().print(JsonText.text(json(drift)));
        } else if (invocation.markdown()) {
            invocation.out().print(DriftText.markdown("Drift: " + title(drift), drift));
        } else {
            invocation.note(title(drift));
            new DriftText(invocation.outPaint()).lines(drift).forEach(invocation.out()::println);
            if (!drift.changes().isEmpty()) {
                invocation.note("to keep it, write it into a migration; --format json says the statements");
            }
        }
        return drift.isClean() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private static String title(Drift drift) {
        String stand = drift.database() + " at " + Standing.rows(drift.rows());
        return drift.changes().isEmpty()
                ? stand + " is what its migrations make"
                : stand + " is not what its migrations make";
    }

    private static Map<String, Object> json(Drift drift) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("database", drift.database());
        map.put("rows", List.copyOf(new TreeSet<>(drift.rows())));
        map.put("clean", drift.isClean());
        List<Object> changes = new ArrayList<>();
        for (Drift.DatedChange dated : drift.changes()) {
            ObjectChange change = dated.change();
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("object", change.object().describe());
            entry.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
            entry.put("aspect", change.aspect());
            entry.put("since", RecordJson.of(dated.since()));
            changes.add(entry);
        }
        map.put("changes", changes);
        map.put("undo", DriftText.statements(drift.undo()));
        map.put("keep", DriftText.statements(drift.keep()));
        map.put("problems", drift.problems().stream().map(Problem::sentence).toList());
        map.put("invalidIndexes", drift.invalidIndexes());
        map.put("notValidated", drift.notValidated());
        return map;
    }
}
