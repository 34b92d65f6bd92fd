package org.limbeck.report.html;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.execute.History;
import org.limbeck.operation.Operation;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.report.LintFinding;
import org.limbeck.report.RevisionLine;
import org.limbeck.sql.SqlWriter;
import org.limbeck.sql.Statement;

/** A report as maps and lists, for the page and for programs. Keys are only ever added; durations are milliseconds. */
public final class ReportData {

    private ReportData() {}

    /** Texts, numbers, truth values, nulls, maps and lists. */
    public static Map<String, @Nullable Object> of(Report report) {
        Report.Standing standing = report.standing().value();
        Report.NamedSchema schema = report.schema().value();
        return new Fields()
                .with("project", report.project())
                .with("made", report.made().toString())
                .with("database", standing == null ? null : standing(standing))
                .with(
                        "missing",
                        Fields.each(report.missing().entrySet(), entry -> missing(entry.getKey(), entry.getValue())))
                .with("revisions", Fields.each(report.revisions(), line -> revision(line, standing != null)))
                .with(
                        "plan",
                        report.plan().value() == null
                                ? null
                                : PlanData.of(report.plan().value()))
                .with("schema", schema == null ? null : SchemaData.of(schema))
                .with(
                        "differences",
                        report.differences().value() == null
                                ? null
                                : differences(report.differences().value()))
                .with(
                        "lint",
                        report.lint().value() == null
                                ? null
                                : Fields.each(report.lint().value(), ReportData::finding))
                .with(
                        "history",
                        report.history().value() == null
                                ? null
                                : Fields.each(report.history().value(), ReportData::step))
                .map();
    }

    private static Object standing(Report.Standing standing) {
        return new Fields()
                .with("name", standing.database())
                .with("rows", standing.rows())
                .with("unknown", standing.unknown())
                .with("working", standing.working())
                .map();
    }

    private static Object missing(String what, Part.Missing missing) {
        return new Fields()
                .with("part", what)
                .with("code", missing.code())
                .with("sentence", missing.sentence())
                .with("evidence", missing.evidence())
                .with(
                        "hints",
                        Fields.each(
                                missing.hints(),
                                hint -> new Fields()
                                        .with("purpose", hint.purpose())
                                        .with("command", hint.command())
                                        .map()))
                .map();
    }

    private static Object revision(RevisionLine line, boolean asked) {
        return new Fields()
                .with("revision", line.revision())
                .with("message", line.message())
                .with("created", line.created())
                .with("file", line.file())
                .with("line", line.line())
                .with("revises", line.revises())
                .with("dependsOn", line.dependsOn())
                .with("labels", line.labels())
                .with("children", line.children())
                .with("base", line.base())
                .with("head", line.head())
                .with("branchPoint", line.branchPoint())
                .with("mergePoint", line.mergePoint())
                .with("applied", asked ? line.applied() : null)
                .with("current", line.current())
                .map();
    }

    private static Object differences(Report.Differences differences) {
        SqlWriter writer = new SqlWriter();
        return new Fields()
                .with("actual", differences.actual())
                .with("desired", differences.desired())
                .with(
                        "operations",
                        Fields.each(differences.difference().upgrade(), operation -> operation(operation, writer)))
                .with("losses", Fields.each(differences.difference().losses(), loss -> loss.sentence()))
                .with("notes", Fields.each(differences.difference().notes(), note -> note.sentence()))
                .with(
                        "renames",
                        Fields.each(
                                differences.difference().questions(),
                                question ->
                                        question.describe() + " to " + question.to() + " (" + question.reason() + ")"))
                .with("problems", Fields.each(differences.difference().problems(), Problem::sentence))
                .map();
    }

    private static Object operation(Operation operation, SqlWriter writer) {
        return new Fields()
                .with("description", operation.describe())
                .with("sql", Fields.each(writer.statements(operation), Statement::text))
                .map();
    }

    private static Object finding(LintFinding found) {
        Place place = found.place();
        return new Fields()
                .with("code", found.finding().code().id())
                .with("title", found.finding().code().title())
                .with("revision", found.revision())
                .with("file", place == null ? "" : place.file())
                .with("line", place == null ? 0 : place.line())
                .with("sql", found.sql())
                .with("reason", found.finding().reason())
                .with("correction", found.finding().correction())
                .map();
    }

    private static Object step(History.Entry entry) {
        Instant finished = entry.finished();
        return new Fields()
                .with("revision", entry.revision())
                .with("direction", entry.direction())
                .with("message", entry.message())
                .with("started", entry.started().toString())
                .with(
                        "duration",
                        finished == null
                                ? null
                                : Duration.between(entry.started(), finished).toMillis())
                .with("by", entry.by())
                .with("operationsDone", entry.operationsDone())
                .with("inFlight", entry.inFlight())
                .with("rowsDone", entry.rowsDone())
                .with("failure", entry.failure())
                .map();
    }
}
