package org.limbeck.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.Current;
import org.limbeck.RunResult;
import org.limbeck.problem.Hint;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.report.RevisionLine;
import org.limbeck.setting.SettingValue;

/** Data as JSON. Keys are only ever added; durations are milliseconds. */
final class JsonText {

    private static final JSON WRITER =
            JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).with(JSON.Feature.WRITE_NULL_PROPERTIES);

    private JsonText() {}

    static String of(Problem problem) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", problem.code().id());
        map.put("title", problem.code().title());
        map.put("sentence", problem.sentence());
        Place place = problem.place();
        map.put("file", place == null ? "" : place.file());
        map.put("line", place == null ? 0 : place.line());
        map.put("evidence", problem.evidence());
        String state = problem.databaseState();
        map.put("databaseState", state == null ? "" : state);
        List<Object> hints = new ArrayList<>();
        for (Hint hint : problem.hints()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("purpose", hint.purpose());
            entry.put("command", hint.command());
            hints.add(entry);
        }
        map.put("hints", hints);
        return text(map);
    }

    static String of(RunResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("database", result.database());
        map.put("before", List.copyOf(result.before()));
        map.put("after", List.copyOf(result.after()));
        map.put("atHeads", result.atHeads());
        List<Object> steps = new ArrayList<>();
        for (RunResult.Done done : result.steps()) {
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("revision", done.revision());
            step.put("direction", done.direction());
            step.put("message", done.message());
            step.put("duration", done.duration().toMillis());
            steps.add(step);
        }
        map.put("steps", steps);
        return text(map);
    }

    static String of(Current current) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("database", current.database());
        map.put("rows", current.rows());
        map.put("atHeads", current.atHeads());
        map.put("pending", current.pending());
        map.put("unknown", current.unknown());
        map.put("revisions", revisions(current.revisions()));
        map.put("takenOverFrom", current.takenOverFrom());
        return text(map);
    }

    static String of(List<RevisionLine> lines) {
        return text(revisions(lines));
    }

    static String ofSettings(String file, String database, List<SettingValue> values) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", file);
        map.put("database", database);
        List<Object> settings = new ArrayList<>();
        for (SettingValue value : values) {
            Map<String, Object> setting = new LinkedHashMap<>();
            setting.put("key", value.setting().key());
            setting.put("value", value.shown());
            setting.put("origin", value.origin().describe());
            settings.add(setting);
        }
        map.put("settings", settings);
        return text(map);
    }

    /** A map or list of texts, numbers, maps and lists. */
    static String text(Object data) {
        try {
            return WRITER.asString(data) + "\n";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<Object> revisions(List<RevisionLine> lines) {
        List<Object> revisions = new ArrayList<>();
        for (RevisionLine line : lines) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("revision", line.revision());
            map.put("message", line.message());
            map.put("created", line.created());
            map.put("file", line.file());
            map.put("line", line.line());
            map.put("revises", line.revises());
            map.put("dependsOn", line.dependsOn());
            map.put("labels", line.labels());
            map.put("children", line.children());
            map.put("base", line.base());
            map.put("head", line.head());
            map.put("effectiveHead", line.effectiveHead());
            map.put("branchPoint", line.branchPoint());
            map.put("mergePoint", line.mergePoint());
            map.put("applied", line.applied());
            map.put("current", line.current());
            revisions.add(map);
        }
        return revisions;
    }
}
