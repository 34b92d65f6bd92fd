package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.catalog.CatalogReader;
import org.limbeck.catalog.CatalogScope;
import org.limbeck.diff.DiffOptions;
import org.limbeck.diff.Differ;
import org.limbeck.diff.Difference;
import org.limbeck.diff.Scope;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Column;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.Table;
import org.limbeck.sql.SqlWriter;
import org.limbeck.sql.Statement;

/** The operations of a comparison make the one database the other, and back, and there again, on a real server. */
class DiffTest {

    private static final Set<Integer> ALWAYS = Set.of(Servers.OLDEST, Servers.NEWEST);

    static Stream<Arguments> casesByMajor() {
        return Stream.of(DiffCases.tables(), DiffCases.enums(), DiffCases.options(), DiffObjectCases.all())
                .flatMap(List::stream)
                .flatMap(each -> Stream.of(14, 15, 16, 17, 18)
                        .filter(major -> each.since() > Servers.OLDEST ? major >= each.since() : ALWAYS.contains(major))
                        .map(major -> Arguments.of(each, major)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("casesByMajor")
    void thereBackAndThereAgain(DiffCase each, int major) throws SQLException {
        TestDatabase database = TestDatabase.on(major);
        TestDatabase other = TestDatabase.on(major);
        database.execute(each.before().toArray(new String[0]));
        other.execute(each.after().toArray(new String[0]));
        Schema before = read(database);
        Schema after = read(other);

        Difference difference = Differ.compare(before, after, options(major, database));

        check(database, difference.upgrade(), after);
        assertThat(Differ.compare(read(database), after, options(major, database))
                        .upgrade())
                .isEmpty();
        check(database, difference.downgrade(), before);
        check(database, difference.upgrade(), after);
    }

    static DiffOptions options(int major, TestDatabase database) {
        return DiffOptions.on(major)
                .scope(Scope.DATABASE)
                .runBy(database.access().user());
    }

    /** Executes all in one transaction, as a revision is. */
    static void check(TestDatabase database, List<Operation> operations, Schema expected) throws SQLException {
        StringBuilder log = new StringBuilder();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (Operation operation : operations) {
                for (Statement statement : new SqlWriter().statements(operation)) {
                    log.append(statement.text()).append(";\n");
                    TestDatabase.execute(connection, statement.text());
                }
            }
            connection.commit();
        } catch (SQLException failure) {
            throw new AssertionError(log + failure.getMessage(), failure);
        }
        Schema reached = read(database);
        assertThat(comparable(reached)).describedAs(log.toString()).isEqualTo(comparable(expected));
    }

    static Schema read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogReader.read(connection, CatalogScope.ALL);
        }
    }

    /** Without what is no part of a comparison: the order of columns, and the dependencies. */
    private static Schema comparable(Schema schema) {
        SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>(schema.objects());
        objects.replaceAll((id, object) -> object instanceof Table table ? sorted(table) : object);
        return new Schema(
                objects,
                schema.comments(),
                schema.owners(),
                schema.grants(),
                schema.invalidIndexes(),
                Set.of(),
                Map.of());
    }

    private static Table sorted(Table table) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.sort(Comparator.comparing(Column::name));
        return new Table(table.name(), columns, table.constraints(), table.options(), table.comment());
    }
}
