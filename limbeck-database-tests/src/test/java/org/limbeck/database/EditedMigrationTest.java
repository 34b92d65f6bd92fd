package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.Limbeck;
import org.limbeck.VerificationRequest;
import org.limbeck.execute.RunListener;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.setting.SettingSources;
import org.limbeck.setting.Settings;
import org.limbeck.verify.RevisionTrial;
import org.limbeck.verify.RevisionTrial.Outcome;
import org.limbeck.verify.TrialListener;

/** Somebody edits the first migration of the backend, years after it was applied. */
class EditedMigrationTest {

    private static final Path BACKEND =
            Path.of("..", "backend").toAbsolutePath().normalize();
    private static final String FIRST = "src/main/java/db/migration/M0001_InitialSchema.java";

    @TempDir
    private Path folder;

    @Test
    void everyDatabaseThatRanItRefusesAndTheChainNoLongerBuilds() throws IOException {
        copyBackend();
        TestDatabase migrated = TestDatabase.onNewest();
        TestDatabase halfway = TestDatabase.onNewest();
        TestDatabase empty = TestDatabase.onNewest();
        backend(migrated).upgrade("head");
        backend(halfway).upgrade("0001");
        List<String> before = halfway.catalog();

        Path first = folder.resolve(FIRST);
        String text = Files.readString(first);
        Files.writeString(first, text.replace("\"creatives\"", "\"creative\""));

        for (TestDatabase database : List.of(migrated, halfway)) {
            Problem problem = Project.problem(() -> backend(database).upgrade("head"));
            assertThat(problem.code()).isEqualTo(ProblemCode.APPLIED_REVISION_CHANGED);
            assertThat(problem.evidence()).contains("- CREATE TABLE creatives (", "+ CREATE TABLE creative (");
        }
        assertThat(halfway.catalog()).isEqualTo(before);

        List<RevisionTrial> trials = backend(empty)
                .comparingWith(version -> null, new TestServers())
                .verify(new VerificationRequest(":", List.of(Servers.NEWEST), false), TrialListener.NONE)
                .get(0)
                .trials();
        assertThat(trials.stream().map(RevisionTrial::outcome))
                .containsExactly(Outcome.REVERSIBLE, Outcome.FAILED, Outcome.NOT_REACHED);
        assertThat(trials.get(1).findings().toString()).contains("relation \"creatives\" does not exist");

        Files.writeString(first, text);
        assertThat(backend(halfway).upgrade("head").atHeads()).isTrue();
    }

    private void copyBackend() throws IOException {
        try (Stream<Path> files = Files.walk(BACKEND.resolve("src"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(BACKEND.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.copy(BACKEND.resolve("limbeck.properties"), folder.resolve("limbeck.properties"));
    }

    private Limbeck backend(TestDatabase database) {
        Settings settings = Settings.load(new SettingSources(folder, Map.of(), Map.of(), null));
        return new Limbeck(settings, Path.of("").toAbsolutePath(), database, RunListener.NONE);
    }
}
