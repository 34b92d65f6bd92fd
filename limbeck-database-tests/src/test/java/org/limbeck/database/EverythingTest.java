package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.Limbeck;
import org.limbeck.RevisionRequest;
import org.limbeck.diff.DiffOptions;
import org.limbeck.diff.Differ;
import org.limbeck.diff.Difference;
import org.limbeck.diff.Scope;
import org.limbeck.schema.Schema;

/** A large schema of every kind of object, from an empty database by one revision that was written for it. */
class EverythingTest {

    private static final int OBJECTS = 150;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void oneRevisionMakesAllAndUndoesAll(int major) throws SQLException {
        TestDatabase wanted = wanted(major);
        TestDatabase database = TestDatabase.on(major);
        List<String> empty = database.catalog();

        Limbeck limbeck = written(database, wanted, major);
        limbeck.upgrade("head");
        assertThat(LineDifference.of(lines(database), lines(wanted))).isEmpty();

        limbeck.downgrade("base");
        assertThat(LineDifference.of(database.catalogWithout("limbeck_"), empty))
                .isEmpty();
    }

    static IntStream dumpedMajors() {
        return IntStream.rangeClosed(Servers.OLDEST, Math.min(SchemaDump.newestMajor(), Servers.NEWEST));
    }

    /** As far as a pg_dump is installed that can read the server. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dumpedMajors")
    void theServersOwnToolFindsNoDifference(int major) throws SQLException {
        TestDatabase wanted = wanted(major);
        TestDatabase database = TestDatabase.on(major);

        written(database, wanted, major).upgrade("head");

        List<String> made = SchemaDump.statements(database.access());
        assertThat(LineDifference.of(made, SchemaDump.statements(wanted.access())))
                .isEmpty();
    }

    private static List<String> lines(TestDatabase database) throws SQLException {
        return ComparableSchema.lines(MatrixTest.read(database));
    }

    private static TestDatabase wanted(int major) {
        TestDatabase wanted = TestDatabase.on(major);
        wanted.execute(Everything.statements(major).toArray(String[]::new));
        return wanted;
    }

    private Limbeck written(TestDatabase database, TestDatabase wanted, int major) throws SQLException {
        DiffOptions options = DiffOptions.on(major)
                .scope(Scope.DATABASE)
                .runBy(database.access().user());
        Schema desired = MatrixTest.read(wanted);
        assertThat(desired.objects()).hasSizeGreaterThan(OBJECTS);
        Difference difference = Differ.compare(MatrixTest.read(database), desired, options);
        assertThat(difference.problems()).isEmpty();
        Limbeck limbeck = new Project(folder).limbeck(database);
        limbeck.newRevision(RevisionRequest.of("everything"), difference);
        return limbeck;
    }
}
