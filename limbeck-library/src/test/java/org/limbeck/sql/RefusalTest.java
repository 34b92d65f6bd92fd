package org.limbeck.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.limbeck.migration.Ddl.*;

import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.limbeck.migration.Operations;
import org.limbeck.migration.RecordedOperation;
import org.limbeck.migration.Recorder;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.NamingConvention;

/** What PostgreSQL has no statement for is refused before anything is sent. */
class RefusalTest {

    private static final String LATER = "CREATE CONSTRAINT TRIGGER later AFTER INSERT ON t EXECUTE FUNCTION f()";

    static final Arguments[] REFUSED = {
        refused(op -> op.rename(onCast("text", "state"), "x"), "cast from text to state cannot be renamed"),
        refused(op -> op.rename(onColumn("t", "a"), "x"), "column t.a is renamed by op.renameColumn"),
        refused(op -> op.drop(onConstraint("t", "c")), "constraint c of t is dropped by op.dropConstraint"),
        refused(op -> op.setOwner(onTrigger("t", "touch"), "x"), "trigger touch of t has no owner of its own"),
        refused(op -> op.grant(onPolicy("t", "p"), "x", "SELECT"), "policy p of t has no privileges"),
        refused(op -> op.grant(onTable("t"), "x"), "no privilege on table t is named"),
        refused(op -> op.create(view("v", "SELECT 1"), IF_NOT_EXISTS), "view v cannot be created IF NOT EXISTS"),
        refused(op -> op.create(function("f", "", "SELECT 1")), "function f() has a definition that does not begin"),
        refused(
                op -> op.create(collation("c", "CREATE FUNCTION c()"), IF_NOT_EXISTS),
                "collation c has a definition that does not begin with CREATE COLLATION"),
        refused(op -> op.create(function("f", "", "CREATE FUNCTION").firing(DISABLED)), "function f() does not fire"),
        refused(op -> op.change(view("v", "SELECT 1"), view("w", "SELECT 1")), "view v cannot be changed into view w"),
        refused(
                op -> op.change(materializedView("m", "SELECT 1"), materializedView("m", "SELECT 2")),
                "materialized view m cannot be changed in place: its query is another one"),
        refused(
                op -> op.change(policy("t", "p"), policy("t", "p").on(SELECT)),
                "policy p of t cannot be changed in place"),
        refused(
                op -> op.change(policy("t", "p").using("true"), policy("t", "p")),
                "policy p of t cannot be changed in place: PostgreSQL takes no expression away"),
        refused(op -> op.change(domain("d", text()), domain("d", date())), "domain d cannot be changed in place"),
        refused(
                op -> op.change(domain("d", text()).check(check("VALUE > ''")), domain("d", text())),
                "domain d cannot be changed in place: a check"),
        refused(
                op -> op.change(
                        compositeType("c", attribute("a", text()), attribute("b", text())),
                        compositeType("c", attribute("b", text()), attribute("a", text()))),
                "composite type c cannot be changed in place: its attributes stand in another order"),
        refused(
                op -> op.change(trigger("t", "later", LATER), trigger("t", "later", LATER.replace("INSERT", "DELETE"))),
                "trigger later of t cannot be changed in place: PostgreSQL replaces no constraint trigger"),
        refused(
                op -> op.change(server("s", "CREATE SERVER s"), server("s", "CREATE SERVER s VERSION '2'")),
                "server s cannot be changed in place"),
    };

    @ParameterizedTest(name = "{1}")
    @FieldSource("REFUSED")
    void isRefused(Consumer<Operations> said, String sentence) {
        Problem problem =
                catchThrowableOfType(LimbeckException.class, () -> write(said)).problem();

        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_OPERATION);
        assertThat(problem.sentence()).startsWith(sentence);
    }

    private static void write(Consumer<Operations> said) {
        for (RecordedOperation recorded : new Recorder("M", "M.java", NamingConvention.POSTGRESQL).record(said)) {
            new SqlWriter().statements(recorded.operation());
        }
    }

    private static Arguments refused(Consumer<Operations> said, String sentence) {
        return Arguments.of(said, sentence);
    }
}
