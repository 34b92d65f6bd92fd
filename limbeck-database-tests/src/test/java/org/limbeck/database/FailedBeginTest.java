package org.limbeck.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.problem.LimbeckException;

/**
 * The beginning of a transaction fails, for example because somebody cancelled just that, when what belongs into the
 * transaction is on its way already: nothing of it stays.
 */
class FailedBeginTest {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.onNewest();

    @Test
    void nothingRunsWithoutTheTransactionThatItBelongsTo() throws Exception {
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE t (n int); INSERT INTO t VALUES (0);", "")
                .java("b2", """
                        op.execute("UPDATE t SET n = n + 1");
                        op.run("nothing", c -> {});
                        op.execute("UPDATE t SET n = n + 10");
                        """, "")
                .sql("c3", "CREATE INDEX CONCURRENTLY i ON t (n); UPDATE t SET n = n + 100; VACUUM t;", "");
        project.limbeck(database).upgrade("a1");

        int failed = 0;
        for (int begin = 1; begin <= 10; begin++) {
            failed += runs(project, begin) ? 0 : 1;
        }

        assertThat(failed).isGreaterThan(1);
        assertThat(database.value("SELECT n FROM t")).isEqualTo("111");
        assertThat(database.rows("SELECT version_num FROM limbeck_version")).containsExactly("c3");
        assertThat(database.rows("SELECT FROM limbeck_history WHERE failure IS NOT NULL OR finished_at IS NULL"))
                .isEmpty();
    }

    /** @param place which transaction can't be begun, counted from 1 */
    private boolean runs(Project project, int place) throws Exception {
        Trap.Harm harm = new Trap.Harm() {

            private int begun;

            @Override
            public byte[] instead(byte[] message) {
                boolean begins = message[0] == 'Q' && new String(message, UTF_8).contains("BEGIN");
                return begins && ++begun == place ? failing() : message;
            }
        };
        try (Trap trap = Trap.set(database.access(), 0, harm)) {
            project.limbeck(trap.database()).upgrade("head");
            return true;
        } catch (LimbeckException failure) {
            return false;
        }
    }

    private static byte[] failing() {
        byte[] query = "SELECT 1 / 0\0".getBytes(UTF_8);
        return ByteBuffer.allocate(5 + query.length)
                .put((byte) 'Q')
                .putInt(4 + query.length)
                .put(query)
                .array();
    }
}
