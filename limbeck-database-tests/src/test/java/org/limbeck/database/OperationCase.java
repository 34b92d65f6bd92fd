package org.limbeck.database;

import java.util.List;
import java.util.function.Consumer;
import org.limbeck.migration.Operations;
import org.limbeck.migration.RecordedOperation;
import org.limbeck.migration.Recorder;
import org.limbeck.operation.Operation;
import org.limbeck.schema.NamingConvention;
import org.limbeck.sql.ScriptStatement;
import org.limbeck.sql.SqlScript;

/**
 * One way to say some operations.
 *
 * @param since the major version of PostgreSQL that it needs
 * @param setup what must be there
 */
record OperationCase(String name, int since, List<String> setup, Consumer<Operations> said) {

    static OperationCase example(String name, String setup, Consumer<Operations> said) {
        return since(Servers.OLDEST, name, setup, said);
    }

    static OperationCase since(int major, String name, String setup, Consumer<Operations> said) {
        return new OperationCase(name, major, statements(setup), said);
    }

    private static List<String> statements(String setup) {
        return SqlScript.statements("setup", setup).stream()
                .map(ScriptStatement::text)
                .toList();
    }

    List<Operation> operations() {
        return new Recorder("db.M1", "M1.java", NamingConvention.POSTGRESQL)
                .record(said).stream().map(RecordedOperation::operation).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
