package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.ComparisonRequest;
import org.limbeck.Limbeck;
import org.limbeck.report.html.HtmlReport;
import org.limbeck.report.html.Report;
import org.limbeck.report.html.ReportData;
import org.limbeck.schema.Index;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;

/** A report leaves nothing out. */
class ReportTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void hasEveryKindOfObject(int major) throws SQLException {
        TestDatabase database = EveryKind.on(major);

        Report report = limbeck(database).report(ComparisonRequest.DATABASE);

        Map<String, @Nullable Object> schema = map(ReportData.of(report).get("schema"));
        List<Map<String, @Nullable Object>> tables = list(schema.get("tables"));
        List<Map<String, @Nullable Object>> others = list(schema.get("objects"));
        assertThat(others)
                .allSatisfy(other -> assertThat((String) other.get("sql")).isNotBlank());
        String page = HtmlReport.page(report);
        Schema read = Objects.requireNonNull(report.schema().value()).schema();
        assertThat(tables.size() + others.size() + belongingToTables(read))
                .isEqualTo(read.objects().size());
        for (ObjectId id : read.objects().keySet()) {
            String word = id.part() == null ? id.name().name() : lastWord(id.part());
            assertThat(page.contains(word)).as(id.describe()).isTrue();
        }
        read.comments()
                .forEach((id, comment) -> assertThat(page.contains(comment))
                        .as("the comment \"" + comment + "\" on " + id.describe())
                        .isTrue());
    }

    /** It may not even create the version table. */
    @Test
    void changesNothing() throws SQLException {
        TestDatabase database = EveryKind.on(18);
        List<String> before = database.catalog();

        limbeck(database).report(ComparisonRequest.DATABASE);

        assertThat(database.catalog()).isEqualTo(before);
    }

    private Limbeck limbeck(TestDatabase database) {
        return new Project(folder)
                .sql("0001", "CREATE TABLE later (a int);", "DROP TABLE later;")
                .limbeck(database);
    }

    private static long belongingToTables(Schema schema) {
        return schema.objects().values().stream()
                .filter(ReportTest::belongsToTable)
                .count();
    }

    private static boolean belongsToTable(SchemaObject object) {
        return object instanceof Index || object.id().kind().belongsToTable();
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(@Nullable Object data) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(data);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, @Nullable Object>> list(@Nullable Object data) {
        return (List<Map<String, @Nullable Object>>) Objects.requireNonNull(data);
    }
}
