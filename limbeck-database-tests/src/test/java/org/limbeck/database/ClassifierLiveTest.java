package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.catalog.FactsReader;
import org.limbeck.safety.Classifier;
import org.limbeck.safety.Facts;
import org.limbeck.safety.FactsRequest;
import org.limbeck.safety.StatementClass;
import org.limbeck.safety.StatementEffect;

/**
 * The classifier says beforehand what the server does then: its locks as {@code pg_locks} shows them, the tables with a new file,
 * the tables that were read. The cases are those that the recorded ones don't cover; at night all of both.
 */
class ClassifierLiveTest {

    private record Case(String id, List<String> setup, String statement) {}

    static Stream<Integer> majors() {
        return Boolean.getBoolean("statements.all")
                ? Stream.of(14, 15, 16, 17, 18)
                : Stream.of(Servers.OLDEST, Servers.NEWEST);
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("majors")
    void saysWhatTheServerDoes(int major) throws Exception {
        List<Case> cases = new ArrayList<>(written());
        if (Boolean.getBoolean("statements.all")) {
            RecordedEffect.of(major).stream()
                    .filter(each -> !each.observedFromOutside())
                    .forEach(each -> cases.add(new Case(each.id(), each.setup(), each.statement())));
        }
        List<String> differences = new ArrayList<>();
        int agreed = 0;
        try (Connection connection = TestDatabase.on(major).connect()) {
            boolean fresh = false;
            for (Case each : cases) {
                if (!fresh) {
                    execute(connection, RecordedEffect.base());
                }
                execute(connection, each.setup());
                EffectComparison told = EffectComparison.told(connection, each.statement());
                List<String> found = told.differences(LiveEffect.of(connection, each.id(), each.statement()));
                agreed += found.isEmpty() ? 1 : 0;
                differences.addAll(found);
                fresh = each.setup().isEmpty();
            }
        }
        System.out.println("PostgreSQL " + major + ": " + agreed + " of " + cases.size() + " statements agree");
        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do $$begin execute 'drop table c'; end$$",
                "call pr()",
                "select pr(1)",
                "alter table c add column z int default v()",
                "alter table c frobnicate",
                "alter table U&\"c\" add column z int",
                "vacuum",
                "drop type en cascade",
                "drop function v() cascade",
                "create table x as select v() from c",
                "set constraints all immediate",
                "insert into p values (1, v())",
                "reindex schema s",
                "grant select on all tables in schema s to public"
            })
    void saysThatItCannotTell(String statement) throws Exception {
        try (Connection connection = TestDatabase.onNewest().connect()) {
            execute(connection, RecordedEffect.base());
            execute(
                    connection,
                    List.of(
                            "create type en as enum ('a')",
                            "create function v() returns int language sql volatile as 'select 1'",
                            "create function pr(int) returns int language plpgsql as 'begin return 1; end'"));
            Facts facts = FactsReader.read(connection, FactsRequest.of(List.of(statement)));
            assertThat(Classifier.effects(List.of(statement), facts))
                    .extracting(StatementEffect::kind)
                    .containsExactly(StatementClass.UNKNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter index c_a rename to j; reindex index j",
                "alter index c_a rename to j; drop index s.j",
                "alter index s.c_a rename to j; alter index s.j rename to c_a; reindex index s.c_a",
                "alter table c rename to d; reindex index c_a",
                "create index i on c (n); alter table c rename to d; reindex index i",
                "alter table c add unique (n, id); alter table c rename constraint c_n_id_key to k; reindex index k",
                "drop index c_a; create index c_a on c (n); reindex index c_a",
                "create unique index i on c (n, id); alter table c add unique using index i; reindex index i"
            })
    void knowsWhatHasAnotherNameByNow(String script) throws Exception {
        List<String> statements = List.of(script.split("; ", -1));
        try (Connection connection = TestDatabase.onNewest().connect()) {
            execute(connection, RecordedEffect.base());
            Facts facts = FactsReader.read(connection, FactsRequest.of(statements));
            execute(connection, statements);

            List<StatementEffect> effects = Classifier.effects(statements, facts);

            assertThat(effects).extracting(StatementEffect::error).containsOnlyNulls();
            StatementEffect last = effects.get(effects.size() - 1);
            assertThat(last.kind())
                    .isEqualTo(
                            last.sql().startsWith("drop")
                                    ? StatementClass.INSTANT_EXCLUSIVE
                                    : StatementClass.BLOCKING_WORK);
        }
    }

    @Test
    void aSearchPathOfItsOwnMakesNamesUnclear() throws Exception {
        List<String> statements = List.of("set search_path = s2", "alter table c add column z int");
        try (Connection connection = TestDatabase.onNewest().connect()) {
            execute(connection, RecordedEffect.base());
            Facts facts = FactsReader.read(connection, FactsRequest.of(statements));
            assertThat(Classifier.effects(statements, facts).get(1).kind()).isEqualTo(StatementClass.UNKNOWN);
        }
    }

    @Test
    void asksWithoutWaitingForAnybody() throws Exception {
        TestDatabase database = TestDatabase.onNewest();
        List<String> statements = List.of("alter table c alter b type varchar(20)");
        try (Connection other = database.connect();
                Connection connection = database.connect()) {
            execute(other, RecordedEffect.base());
            other.setAutoCommit(false);
            TestDatabase.execute(other, "lock table c, p in access exclusive mode");

            execute(connection, List.of("set search_path = s", "set lock_timeout = '1ms'"));
            Facts facts = FactsReader.read(connection, FactsRequest.of(statements));

            assertThat(Classifier.effects(statements, facts).get(0).kind()).isEqualTo(StatementClass.INSTANT_EXCLUSIVE);
        }
    }

    private static void execute(Connection connection, List<String> statements) throws Exception {
        for (String statement : statements) {
            TestDatabase.execute(connection, statement);
        }
    }

    private static List<Case> written() throws IOException {
        String text;
        try (InputStream file = ClassifierLiveTest.class.getResourceAsStream("more-statements.sql")) {
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Case> cases = new ArrayList<>();
        for (String paragraph : text.strip().split("\n\n+", -1)) {
            List<String> lines = paragraph.lines().toList();
            List<String> setup = lines.stream()
                    .filter(line -> line.startsWith("setup> "))
                    .map(line -> line.substring("setup> ".length()))
                    .toList();
            String statement = String.join("\n", lines.subList(0, lines.size() - setup.size()));
            if (!statement.startsWith("-- ")) {
                cases.add(new Case(statement + " " + setup, setup, statement));
            }
        }
        return cases;
    }
}
