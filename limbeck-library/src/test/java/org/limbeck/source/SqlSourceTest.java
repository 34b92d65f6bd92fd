package org.limbeck.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Ddl.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.operation.Operation;
import org.limbeck.sql.ScriptStatement;
import org.limbeck.sql.SqlScript;
import org.limbeck.sql.SqlWriter;
import org.limbeck.sql.Statement;

/** SQL that is written from operations has the statements that would be sent. */
class SqlSourceTest {

    @Test
    void hasTheSameStatements() {
        List<Operation> operations = CompiledSource.recorded(op -> {
            ObjectExamples.objects().forEach(object -> {
                op.create(object);
                op.drop(object, IF_EXISTS, CASCADING);
            });
            op.createTable("t", column("a", text()).comment("x"), comment("semi;colon"), rowSecurity());
            op.bulkInsert("t", columns("a"), row("--"), row("it's;"));
            op.bulkInsert("t", columns("a"));
        });

        assertThat(statements(new SqlSource().body(operations))).isEqualTo(sent(operations));
    }

    @Test
    void eachStatementIsClosed() {
        List<Operation> operations = CompiledSource.recorded(op -> {
            op.createTable("t", column("a", text()).comment("x"));
            op.create(view("v", "SELECT 1 -- one"));
            op.run("count\nrows", connection -> {});
            op.drop(onView("v"));
        });

        assertThat(new SqlSource().body(operations)).isEqualTo("""
                CREATE TABLE t (
                    a text
                );
                COMMENT ON COLUMN t.a IS 'x';

                CREATE VIEW v AS
                SELECT 1 -- one
                ;

                -- run: count rows

                DROP VIEW v;""");
    }

    private static List<String> sent(List<Operation> operations) {
        SqlWriter writer = new SqlWriter();
        return operations.stream()
                .flatMap(operation -> writer.statements(operation).stream())
                .map(Statement::text)
                .toList();
    }

    private static List<String> statements(String script) {
        return SqlScript.statements("script", script).stream()
                .map(ScriptStatement::text)
                .toList();
    }
}
