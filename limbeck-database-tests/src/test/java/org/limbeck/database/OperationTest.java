package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.migration.ConnectionCode;
import org.limbeck.operation.BulkInsert;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RunCode;
import org.limbeck.operation.UpdateInBatches;
import org.limbeck.sql.SqlWriter;
import org.limbeck.sql.Statement;

/** Every operation, in the ways it can be said, up, down and up again. */
class OperationTest {

    private static final Set<Integer> ALWAYS = Set.of(Servers.OLDEST, Servers.NEWEST);

    static List<OperationCase> cases() {
        return Stream.of(
                        OperationCases.all(),
                        TableCases.all(),
                        TableOptionCases.all(),
                        ConstraintCases.all(),
                        ObjectCases.all(),
                        AccessCases.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Where an operation needs a version, every one from there on counts; otherwise the oldest and the newest. */
    static Stream<Arguments> casesByMajor() {
        return cases().stream()
                .flatMap(each -> Stream.of(14, 15, 16, 17, 18)
                        .filter(major -> each.since() > Servers.OLDEST ? major >= each.since() : ALWAYS.contains(major))
                        .map(major -> Arguments.of(each, major)));
    }

    @Test
    void everyOperationHasACase() {
        Set<Class<?>> covered = new HashSet<>();
        cases().forEach(each -> each.operations().forEach(operation -> covered.add(operation.getClass())));

        for (Class<?> permitted : Operation.class.getPermittedSubclasses()) {
            assertThat(covered).anyMatch(permitted::isAssignableFrom);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theReverseOfTheReverseIsTheOperationItself(OperationCase each) {
        for (Operation operation : each.operations()) {
            operation
                    .reverse()
                    .ifPresent(reverse -> assertThat(reverse.reverse()).contains(operation));
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("casesByMajor")
    void upDownAndUpAgain(OperationCase each, int major) throws Exception {
        TestDatabase database = TestDatabase.on(major);
        database.execute(each.setup().toArray(new String[0]));
        List<Operation> up = each.operations();
        List<Operation> down = reversed(up);

        try (Connection connection = database.connect()) {
            List<String> before = Catalog.lines(connection);
            run(connection, up);
            List<String> after = Catalog.lines(connection);
            if (!(up.get(0) instanceof BulkInsert || up.get(0) instanceof UpdateInBatches)) {
                assertThat(after).isNotEqualTo(before);
            }
            if (!down.isEmpty()) {
                run(connection, down);
                assertThat(Catalog.lines(connection)).isEqualTo(before);
                run(connection, up);
                assertThat(Catalog.lines(connection)).isEqualTo(after);
            }
        }
    }

    private static List<Operation> reversed(List<Operation> up) {
        List<Operation> down = new ArrayList<>();
        for (Operation operation : up) {
            Optional<Operation> reverse = operation.reverse();
            if (reverse.isEmpty()) {
                return List.of();
            }
            down.add(reverse.get());
        }
        Collections.reverse(down);
        return down;
    }

    private static void run(Connection connection, List<Operation> operations) throws Exception {
        for (Operation operation : operations) {
            if (operation instanceof RunCode run) {
                ((ConnectionCode) run.code()).run(connection);
            }
            for (Statement statement : new SqlWriter().statements(operation)) {
                if (!(operation instanceof UpdateInBatches)) {
                    assertThat(runsInTransaction(connection, statement.text())).isEqualTo(statement.transactional());
                }
                TestDatabase.execute(connection, statement.text());
            }
        }
    }

    /** Whether the server takes a statement inside a transaction; nothing stays of the trial. */
    private static boolean runsInTransaction(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try {
            TestDatabase.execute(connection, sql);
            return true;
        } catch (SQLException failure) {
            assertThat(failure.getSQLState())
                    .describedAs("%s: %s", sql, failure)
                    .isEqualTo("25001");
            return false;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
