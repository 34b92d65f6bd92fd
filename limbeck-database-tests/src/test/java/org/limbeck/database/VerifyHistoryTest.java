package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.VerificationRequest;
import org.limbeck.verify.RevisionTrial;
import org.limbeck.verify.RevisionTrial.Outcome;
import org.limbeck.verify.TrialListener;
import org.limbeck.verify.Verification;

/** A long generated history: all that comes back is found to come back, all that is lost is named, and it takes no hour. */
class VerifyHistoryTest {

    private static final int REVISIONS = Integer.getInteger("revisions", 60);
    private static final Duration MOST = Duration.ofSeconds(60);

    private final Random random = new Random(1);
    private final List<String> tables = new ArrayList<>();
    private final TreeSet<String> columns = new TreeSet<>();
    private final List<String> lossy = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void aLongHistory() {
        Project project = new Project(folder);
        for (int number = 1; number <= REVISIONS; number++) {
            add(project, "%04d".formatted(number), number);
        }

        Verification verification = project.limbeck(TestDatabase.onNewest())
                .comparingWith(version -> null, new TestServers())
                .verify(new VerificationRequest(":", List.of(Servers.NEWEST), false), TrialListener.NONE)
                .get(0);

        assertThat(verification.succeeded()).as(verification.toString()).isTrue();
        assertThat(verification.trials()).hasSize(REVISIONS);
        assertThat(verification.trials().stream()
                        .filter(trial -> trial.outcome() == Outcome.LOSSY)
                        .map(RevisionTrial::losses))
                .containsExactlyElementsOf(lossy.stream().map(List::of).toList());
        assertThat(verification.duration()).isLessThan(MOST);
    }

    private void add(Project project, String id, int number) {
        int kind = tables.isEmpty() ? 0 : random.nextInt(6);
        String table = tables.isEmpty() ? "" : tables.get(random.nextInt(tables.size()));
        switch (kind) {
            case 0, 1 -> {
                String created = "table_" + number;
                String parent = table.isEmpty() ? "" : ", parent_id bigint REFERENCES " + table;
                project.sql(
                        id,
                        "CREATE TABLE %s (id bigint PRIMARY KEY, name varchar(80) NOT NULL, at timestamptz%s);"
                                .formatted(created, parent),
                        "DROP TABLE %s;".formatted(created));
                tables.add(created);
                columns.add(created + ".at");
            }
            case 2 -> {
                project.sql(
                        id,
                        "ALTER TABLE %s ADD COLUMN c%d numeric(10,2) DEFAULT 0;".formatted(table, number),
                        "ALTER TABLE %s DROP COLUMN c%d;".formatted(table, number));
                columns.add(table + ".c" + number);
            }
            case 3 ->
                project.sql(
                        id,
                        "CREATE INDEX i%d ON %s (name, id);".formatted(number, table),
                        "DROP INDEX i%d;".formatted(number));
            case 4 ->
                project.sql(
                        id,
                        "ALTER TABLE %s ADD CONSTRAINT k%d CHECK (name <> '' AND id <> %d);"
                                .formatted(table, number, number),
                        "ALTER TABLE %s DROP CONSTRAINT k%d;".formatted(table, number));
            default -> {
                String column = columns.pollFirst();
                if (column == null) {
                    project.sql(id, "", "");
                    return;
                }
                String[] names = column.split("\\.", -1);
                String type = names[1].equals("at") ? "timestamptz" : "numeric(10,2) DEFAULT 0";
                project.sql(
                        id,
                        "ALTER TABLE %s DROP COLUMN %s;".formatted(names[0], names[1]),
                        "ALTER TABLE %s ADD COLUMN %s %s;".formatted(names[0], names[1], type));
                lossy.add("column " + column);
            }
        }
    }
}
