package org.limbeck.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.ComparisonRequest;
import org.limbeck.Limbeck;
import org.limbeck.RevisionRequest;
import org.limbeck.ScratchServers;
import org.limbeck.catalog.DdlStatement;
import org.limbeck.desired.EntityDdl;
import org.limbeck.diff.Difference;
import org.limbeck.diff.Renames;
import org.limbeck.execute.RunListener;
import org.limbeck.setting.SettingSources;
import org.limbeck.setting.Settings;

/** From entities to a revision, up, and down again: nothing is missing, nothing is left over. */
class RoundTripTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"NEWEST, 18", "NEWEST, 14", "OLDEST, 18", "OLDEST, 14"})
    void oneRevisionMakesAndUnmakesAllThatHibernateExpects(Hibernates hibernate, int major) throws IOException {
        Database database = Database.on(major);
        Limbeck limbeck = limbeck(database, hibernate);
        List<String> before = objects(database);

        Difference difference = difference(limbeck);
        assertThat(difference.problems()).isEmpty();
        Path file = limbeck.newRevision(RevisionRequest.of("create the shop"), difference);
        assertThat(Files.readString(file)).doesNotContain("op.execute");

        limbeck.upgrade("head");
        hibernate.validate(database);
        assertThat(difference(limbeck).upgrade()).isEmpty();

        limbeck.downgrade("base");
        assertThat(objects(database)).isEqualTo(before);
    }

    private Limbeck limbeck(Database database, Hibernates hibernate) {
        Settings settings = Settings.load(
                new SettingSources(folder, Map.of(), Map.of("migrations", "migrations", "language", "java"), null));
        return new Limbeck(settings, folder, database, RunListener.NONE)
                .comparingWith(major -> entities(hibernate, major), ScratchServers.NONE);
    }

    private EntityDdl entities(Hibernates hibernate, int major) {
        EntityStatements read = EntityReader.read(new EntitySource(
                List.of(),
                List.of(Path.of("target", "test-classes")),
                List.of(),
                Map.of(),
                hibernate.jars(),
                folder.resolve("cache"),
                major));
        return new EntityDdl(statements(read.statements()), statements(read.views()), read.unmanagedTables());
    }

    private static List<DdlStatement> statements(List<String> texts) {
        return texts.stream().map(DdlStatement::of).toList();
    }

    private static Difference difference(Limbeck limbeck) {
        return limbeck.compare(new ComparisonRequest(ComparisonRequest.DATABASE, ComparisonRequest.ENTITIES))
                .difference(Renames.NONE);
    }

    /** All that is in the catalog but Limbeck's own tables. */
    private static List<String> objects(Database database) {
        return database.rows("""
                SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_|^information_schema$'
                UNION ALL
                SELECT oid::regclass::text FROM pg_class
                 WHERE relnamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname ~ '^pg_|^information_schema$')
                   AND oid::regclass::text !~ '^(alembic|limbeck)_'
                UNION ALL
                SELECT oid::regtype::text FROM pg_type
                 WHERE typnamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname ~ '^pg_|^information_schema$')
                   AND oid::regtype::text !~ '^(alembic|limbeck)_'
                ORDER BY 1
                """);
    }
}
