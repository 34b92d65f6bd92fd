package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Ddl.*;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.migration.RecordedOperation;
import org.limbeck.migration.Recorder;
import org.limbeck.operation.RenameEnum;
import org.limbeck.schema.NamingConvention;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;
import org.limbeck.sql.SqlWriter;
import org.limbeck.sql.Statement;

/** Names reach the server letter for letter. */
class QuotingTest {

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void everyKeyWordIsANameForTableColumnConstraintIndexTypeAndSequence(int major) throws Exception {
        TestDatabase database = TestDatabase.on(major);
        List<String> words = database.rows("SELECT word FROM pg_get_keywords() ORDER BY 1");
        assertThat(words).contains("select", "between").hasSizeGreaterThan(400);
        List<RecordedOperation> operations = new Recorder("M", "M.java", NamingConvention.POSTGRESQL)
                .record(op -> words.forEach(word -> {
                    op.createTable(word, column(word, integer()).comment(word), check(word + "_positive", "1 > 0"));
                    op.addConstraint(word, unique(word));
                    op.createEnum(word + "_type", word);
                    op.renameEnum(word + "_type", "the type");
                    op.addColumn(word, column("another one", type("the type")).defaultTo(word));
                    op.renameEnum("the type", word + "_ type");
                }));

        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (RecordedOperation operation : operations) {
                for (Statement statement : new SqlWriter().statements(operation.operation())) {
                    TestDatabase.execute(connection, statement.text());
                }
                if (operation.operation() instanceof RenameEnum) {
                    // All of them at once need more locks than a server has.
                    connection.commit();
                }
            }
            assertThat(TestDatabase.rows(
                            connection,
                            "SELECT relname FROM pg_class c JOIN pg_attribute a ON attrelid = c.oid AND attname = relname"
                                    + " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"))
                    .containsExactlyInAnyOrderElementsOf(words);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void whatTheServerWouldQuoteIsQuoted(int major) {
        TestDatabase database = TestDatabase.on(major);
        List<String> names = new ArrayList<>(database.rows("SELECT word FROM pg_get_keywords()"));
        names.addAll(OperationCases.HOSTILE);
        names.addAll(List.of("a", "_", "a1", "1a", "a b", "A", "a.b", "a-b", "a$b", "ä", "\"", " "));
        List<String> unquoted = names.stream()
                .filter(name -> Identifiers.quoted(name).equals(name))
                .toList();

        assertThat(database.rows("SELECT quote_ident(name) FROM unnest(" + Literals.of(unquoted) + "::text[]) name"))
                .isEqualTo(unquoted);
        List<String> quoted = names.stream().map(Identifiers::quoted).toList();
        assertThat(database.rows("SELECT (parse_ident(name))[1] FROM unnest(" + Literals.of(quoted) + "::text[]) name"))
                .isEqualTo(names);
    }

    @Test
    void aKeyWordOfANewerServerIsQuotedForAnOlderOneToo() {
        assertThat(Identifiers.quoted("system_user")).isEqualTo("\"system_user\"");
    }
}
