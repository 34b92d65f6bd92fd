package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
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
import org.limbeck.diff.Renames;
import org.limbeck.diff.Scope;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.source.JavaSource;
import org.limbeck.source.SqlSource;

/**
 * Every change that a schema can show is seen, written as a revision, carried out by running its file, and undone by the
 * same file: in Java on the newest server, in SQL on the others.
 */
class MatrixTest {

    private static final CatalogScope SCOPE =
            CatalogScope.ALL.without(QualifiedName.of("limbeck_version")).without(QualifiedName.of("limbeck_history"));

    @TempDir
    private Path folder;

    static Stream<Arguments> rowsByMajor() {
        return MatrixCases.all().stream()
                .flatMap(row ->
                        IntStream.rangeClosed(row.since(), Servers.NEWEST).mapToObj(major -> Arguments.of(row, major)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("rowsByMajor")
    void isSeenWrittenCarriedOutAndUndone(MatrixCase row, int major) throws SQLException {
        TestDatabase database = database(major, row.before());
        database.execute(row.rows().toArray(String[]::new));
        Schema before = read(database);
        Schema after = read(database(major, row.after()));
        DiffOptions options = row.answers()
                .apply(DiffOptions.on(major)
                        .scope(Scope.DATABASE)
                        .runBy(database.access().user())
                        .hasRows(table -> !row.rows().isEmpty()));
        List<String> rows = rows(database, row);

        Difference difference = Differ.compare(before, after, options);
        assertThat(difference.upgrade()).isNotEmpty();
        assertThat(difference.problems()).isEmpty();
        Project project = written(difference, major);

        project.limbeck(database).upgrade("head");
        Schema upgraded = read(database);
        assertThat(LineDifference.of(ComparableSchema.lines(upgraded), ComparableSchema.lines(after)))
                .isEmpty();
        assertSame(upgraded, after, options);

        project.limbeck(database).downgrade("base");
        Schema downgraded = read(database);
        assertThat(LineDifference.of(ComparableSchema.lines(downgraded), linesOnceMoreValid(before)))
                .isEmpty();
        assertThat(rows(database, row)).isEqualTo(rows);
    }

    private Project written(Difference difference, int major) {
        Project project = new Project(folder);
        if (major == Servers.NEWEST) {
            JavaSource source = new JavaSource();
            return project.java("a1", source.body(difference.upgrade()), source.body(difference.downgrade()));
        }
        SqlSource source = new SqlSource();
        return project.sql("a1", source.body(difference.upgrade()), source.body(difference.downgrade()));
    }

    private static void assertSame(Schema one, Schema other, DiffOptions options) {
        DiffOptions unasked = options.renames(Renames.NONE);
        assertThat(Differ.compare(one, one, unasked).upgrade()).isEmpty();
        assertThat(Differ.compare(one, other, unasked).upgrade()).isEmpty();
        assertThat(Differ.compare(other, one, unasked).upgrade()).isEmpty();
    }

    /** Nobody wants an index to be invalid again. */
    private static List<String> linesOnceMoreValid(Schema schema) {
        return ComparableSchema.lines(schema).stream()
                .filter(line -> !line.startsWith("invalid "))
                .toList();
    }

    private static List<String> rows(TestDatabase database, MatrixCase row) {
        return row.rows().isEmpty() ? List.of() : database.rows("SELECT * FROM t ORDER BY 1");
    }

    private static TestDatabase database(int major, List<String> statements) {
        TestDatabase database = TestDatabase.on(major);
        database.execute(statements.toArray(String[]::new));
        return database;
    }

    static Schema read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogReader.read(connection, SCOPE);
        }
    }
}
