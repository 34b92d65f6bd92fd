package org.limbeck.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.limbeck.graph.GraphPlan;
import org.limbeck.graph.GraphStep;
import org.limbeck.migration.Migration;
import org.limbeck.migration.Operations;
import org.limbeck.migration.RecordedOperation;
import org.limbeck.migration.Recorder;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.NamingConvention;
import org.limbeck.script.MigrationLoader;
import org.limbeck.script.RemarkComments;
import org.limbeck.script.Script;
import org.limbeck.script.ScriptKind;
import org.limbeck.script.Scripts;
import org.limbeck.script.SqlMigration;
import org.limbeck.sql.ScriptStatement;
import org.limbeck.sql.SqlWriter;
import org.limbeck.sql.Statement;

/** Fills the steps of the graph with what the migrations say; compiles the Java ones that will run, and no others. */
public record Planner(Scripts scripts, MigrationLoader loader, NamingConvention naming) {

    /** The plan; a stamp asks no migration, for it changes the version table alone. */
    public Plan plan(StepKind kind, GraphPlan graphPlan) {
        return kind == StepKind.STAMP ? stamp(graphPlan) : run(kind, graphPlan);
    }

    private Plan run(StepKind kind, GraphPlan graphPlan) {
        List<Step> steps = new ArrayList<>();
        later(kind, graphPlan).forEach(step -> steps.add(step.get()));
        return new Plan(new LinkedHashSet<>(graphPlan.rows()), steps);
    }

    /**
     * The steps of an upgrade or a downgrade, each planned when it is asked for, so that one that can't be planned doesn't
     * keep back the others. All migrations are compiled at once.
     */
    public List<Supplier<Step>> later(StepKind kind, GraphPlan graphPlan) {
        List<Script> wanted = new ArrayList<>();
        for (GraphStep step : graphPlan.steps()) {
            wanted.add(scripts.find(step.revision()).orElseThrow());
        }
        Map<String, Migration> migrations = loader.load(scripts, wanted);
        List<Supplier<Step>> steps = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Script script = wanted.get(i);
            GraphStep graphStep = graphPlan.steps().get(i);
            steps.add(() -> step(kind, graphStep, script, migrations));
        }
        return steps;
    }

    private Step step(StepKind kind, GraphStep graphStep, Script script, Map<String, Migration> migrations) {
        return new Step(
                kind,
                graphStep,
                script.message(),
                script.place().file(),
                script.checksum(),
                planned(script, kind, migrations),
                kind == StepKind.UPGRADE ? downgrade(script, migrations) : null);
    }

    private List<PlannedOperation> planned(Script script, StepKind kind, Map<String, Migration> migrations) {
        return planned(
                script,
                script.kind() == ScriptKind.SQL
                        ? fromSql(script, kind)
                        : fromJava(script, Objects.requireNonNull(migrations.get(script.id())), kind));
    }

    /** What is to be known of the way back when the file is gone. What is wrong with it is said when somebody goes it. */
    private @Nullable String downgrade(Script script, Map<String, Migration> migrations) {
        try {
            return RecordedDowngrade.text(planned(script, StepKind.DOWNGRADE, migrations));
        } catch (LimbeckException noWayBack) {
            return null;
        }
    }

    private Plan stamp(GraphPlan graphPlan) {
        List<Step> steps = new ArrayList<>();
        for (GraphStep step : graphPlan.steps()) {
            String message = scripts.find(step.revision()).map(Script::message).orElse("");
            steps.add(new Step(StepKind.STAMP, step, message, "", "", List.of(), null));
        }
        return new Plan(new LinkedHashSet<>(graphPlan.rows()), steps);
    }

    private List<RecordedOperation> fromJava(Script script, Migration migration, StepKind kind) {
        Recorder recorder = new Recorder(script.className(), script.place().file(), naming);
        List<RecordedOperation> recorded = recorder.record((Operations op) -> {
            if (kind == StepKind.UPGRADE) {
                migration.upgrade(op);
            } else {
                migration.downgrade(op);
            }
        });
        if (script.kind() == ScriptKind.JAVA_CLASS) {
            return recorded;
        }
        RemarkComments comments = RemarkComments.of(script.text());
        return recorded.stream()
                .map(operation -> operation.remarked(comments.at(operation.place())))
                .toList();
    }

    private static List<RecordedOperation> fromSql(Script script, StepKind kind) {
        SqlMigration migration = SqlMigration.read(script);
        List<ScriptStatement> statements = kind == StepKind.UPGRADE ? migration.upgrade() : migration.downgrade(script);
        List<RecordedOperation> recorded = new ArrayList<>();
        for (ScriptStatement statement : statements) {
            Place place = new Place(script.place().file(), statement.line());
            recorded.add(new RecordedOperation(
                    new ExecuteSql(statement.text(), null),
                    place,
                    migration.comments().at(place)));
        }
        return recorded;
    }

    private static List<PlannedOperation> planned(Script script, List<RecordedOperation> recorded) {
        SqlWriter writer = new SqlWriter();
        List<PlannedOperation> planned = new ArrayList<>();
        for (RecordedOperation operation : recorded) {
            PlannedOperation whole = new PlannedOperation(operation, statements(writer, operation));
            refuseTransactionControl(script, whole);
            if (whole.transactional()) {
                planned.add(whole);
            } else {
                planned.addAll(apart(whole));
            }
        }
        return planned;
    }

    /** What can't be said in SQL is refused with the line that says it. */
    private static List<Statement> statements(SqlWriter writer, RecordedOperation operation) {
        try {
            return writer.statements(operation.operation());
        } catch (LimbeckException exception) {
            Problem problem = exception.problem();
            throw (problem.place() == null && operation.place() != null ? problem.at(operation.place()) : problem)
                    .exception(exception);
        }
    }

    private static void refuseTransactionControl(Script script, PlannedOperation operation) {
        for (Statement statement : operation.statements()) {
            if (statement.controlsTransaction()) {
                throw Problem.of(
                                ProblemCode.INVALID_OPERATION,
                                "revision " + script.id() + " says " + statement.text()
                                        + ", but where a transaction begins and ends is for Limbeck to say")
                        .at(operation.recorded().place())
                        .hint("leave it out: each revision is a transaction; put what needs one of its own into a"
                                + " revision of its own")
                        .exception();
            }
        }
    }

    /** What can't be undone as a whole is recorded statement by statement. */
    private static List<PlannedOperation> apart(PlannedOperation whole) {
        if (whole.statements().size() == 1) {
            return List.of(whole);
        }
        List<PlannedOperation> parts = new ArrayList<>();
        for (Statement statement : whole.statements()) {
            RecordedOperation part = whole.recorded().with(new ExecuteSql(statement.text(), null));
            parts.add(new PlannedOperation(part, List.of(statement)));
        }
        return parts;
    }
}
