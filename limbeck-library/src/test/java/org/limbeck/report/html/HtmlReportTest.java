package org.limbeck.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.limbeck.diff.DiffOptions;
import org.limbeck.diff.Differ;
import org.limbeck.execute.History;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.report.RevisionLine;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.schema.TableComment;

/** A page that is whole by itself, whatever stands in the data. */
final class HtmlReportTest {

    private static final String HOSTILE = "</script><script>alert(1)</script><img onerror=\"x\"><!--{{data}}";

    @Test
    void nothingInTheDataBreaksOut() throws IOException {
        String page = HtmlReport.page(report(HOSTILE));

        assertThat(page).doesNotContain("alert(1)</script>", "<img", "<!--");
        assertThat(page.split("<script", -1)).hasSize(3);
        assertThat(page.split("</script", -1)).hasSize(3);
        JsonNode data = data(page);
        assertThat(data.at("/revisions/0/message").textValue()).isEqualTo(HOSTILE);
        assertThat(data.at("/schema/tables/0/name").textValue()).isEqualTo(HOSTILE);
        assertThat(data.at("/schema/tables/0/columns/0/comment").textValue()).isEqualTo(HOSTILE);
        assertThat(data.at("/history/0/failure").textValue()).isEqualTo(HOSTILE);
        assertThat(data.at("/differences/operations/0/description").textValue()).contains(HOSTILE);
    }

    @Test
    void loadsNothingAndRunsOnlyItsOwn() throws NoSuchAlgorithmException {
        String page = HtmlReport.page(report("orders"));

        assertThat(page)
                .contains("default-src 'none'")
                .contains("'sha256-" + hash(between(page, "<script>", "</script>")) + "'")
                .contains("'sha256-" + hash(between(page, "<style>", "</style>")) + "'");
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "@import", "url(/");
    }

    @Test
    void scriptsMakeNoMarkupOfText() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(HtmlReport.class.getResource("page.html"))
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".js")).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContain(
                                "innerHTML",
                                "outerHTML",
                                "insertAdjacentHTML",
                                "document.write",
                                "eval(",
                                "new Function");
            }
        }
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Problem problem =
                Problem.of(ProblemCode.NO_ENTITIES, "there is no pom.xml").hint("to name them", "desired = schema");
        Report whole = report("orders");
        Report report = new Report(
                whole.project(),
                whole.made(),
                whole.revisions(),
                Part.missing("no database was asked"),
                whole.plan(),
                whole.schema(),
                Part.missing(problem),
                whole.lint(),
                whole.history());

        JsonNode data = data(HtmlReport.page(report));

        assertThat(data.get("differences").isNull()).isTrue();
        assertThat(data.at("/revisions/0/applied").isNull()).isTrue();
        assertThat(data.at("/missing").findValuesAsText("sentence"))
                .contains("no database was asked", "there is no pom.xml");
        assertThat(data.at("/missing").findValuesAsText("command")).containsExactly("desired = schema");
    }

    private static Report report(String text) {
        Table table =
                Table.of("t", Column.of("id", new DataType.BuiltIn("bigint")).comment(text), new TableComment(text));
        Schema schema = Schema.of(List.of(new Table(
                table.name().withName(text), table.columns(), table.constraints(), table.options(), table.comment())));
        RevisionLine line = new RevisionLine(
                "0001",
                text,
                "",
                text,
                1,
                List.of(),
                List.of(),
                List.of(text),
                List.of(),
                true,
                true,
                true,
                false,
                false,
                true,
                true);
        History.Entry step = new History.Entry("0001", "upgrade", text, Instant.EPOCH, null, text, 0, text, 7L, text);
        return new Report(
                text,
                Instant.EPOCH,
                List.of(line),
                Part.of(new Report.Standing(text, List.of("0001"), List.of(), text)),
                Part.missing("nobody asked"),
                Part.of(new Report.NamedSchema(text, schema)),
                Part.of(new Report.Differences(text, text, Differ.compare(Schema.EMPTY, schema, DiffOptions.on(18)))),
                Part.of(List.of()),
                Part.of(List.of(step)));
    }

    private static JsonNode data(String page) throws IOException {
        return new ObjectMapper().readTree(between(page, "id=\"data\">", "</script>"));
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }

    private static String hash(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }
}
