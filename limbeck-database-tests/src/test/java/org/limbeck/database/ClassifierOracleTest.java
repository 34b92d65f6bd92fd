package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The classifier says of each statement what real servers were seen to do, without running it. */
class ClassifierOracleTest {

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void saysWhatTheServerDid(int major) throws Exception {
        List<RecordedEffect> recorded = RecordedEffect.of(major);
        List<String> differences = new ArrayList<>();
        int agreed = 0;
        int blocking = 0;
        try (Connection connection = TestDatabase.on(major).connect()) {
            for (String statement : RecordedEffect.base()) {
                TestDatabase.execute(connection, statement);
            }
            connection.setAutoCommit(false);
            for (RecordedEffect each : recorded) {
                for (String statement : each.setup()) {
                    if (!statement.startsWith("drop database")) {
                        TestDatabase.execute(connection, statement);
                    }
                }
                EffectComparison comparison = EffectComparison.told(connection, each.statement());
                connection.rollback();
                List<String> found = comparison.differences(each);
                agreed += found.isEmpty() ? 1 : 0;
                blocking += comparison.blocking() ? 1 : 0;
                differences.addAll(found);
            }
        }
        System.out.println("PostgreSQL " + major + ": " + agreed + " of " + recorded.size() + " statements agree; "
                + blocking + " hold up writers as long as a table is large");
        assertThat(differences).isEmpty();
        assertThat(blocking).isGreaterThanOrEqualTo(77);
    }
}
