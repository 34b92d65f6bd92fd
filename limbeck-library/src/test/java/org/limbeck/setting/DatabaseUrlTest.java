package org.limbeck.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.ProblemCode;

/** Which connection a database URL and the environment stand for. */
class DatabaseUrlTest {

    private static final Map<String, String> NOTHING = Map.of("PGUSER", "me");

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql:,                           jdbc:postgresql://localhost:5432/me,      me@localhost",
        "jdbc:postgresql:shop,                       jdbc:postgresql://localhost:5432/shop,    shop@localhost",
        "jdbc:postgresql:///shop,                    jdbc:postgresql://localhost:5432/shop,    shop@localhost",
        "jdbc:postgresql://,                         jdbc:postgresql://localhost:5432/me,      me@localhost",
        "jdbc:postgresql://h/,                       jdbc:postgresql://h:5432/me,              me@h",
        "jdbc:postgresql://h:5433/shop,              jdbc:postgresql://h:5433/shop,            shop@h:5433",
        "jdbc:postgresql://:5433/shop,               jdbc:postgresql://localhost:5433/shop,    shop@localhost:5433",
        "jdbc:postgresql://[::1]:5433/shop,          jdbc:postgresql://[::1]:5433/shop,        shop@[::1]:5433",
        "jdbc:postgresql://h/my%20shop,              jdbc:postgresql://h:5432/my%20shop,       my shop@h",
        "jdbc:postgresql://h/my+shop,                jdbc:postgresql://h:5432/my%20shop,       my shop@h",
        "postgresql://,                              jdbc:postgresql://localhost:5432/me,      me@localhost",
        "postgresql://h,                             jdbc:postgresql://h:5432/me,              me@h",
        "postgresql://h/shop,                        jdbc:postgresql://h:5432/shop,            shop@h",
        "postgres://h/shop,                          jdbc:postgresql://h:5432/shop,            shop@h",
        "postgresql://h/a+b,                         jdbc:postgresql://h:5432/a%2Bb,           a+b@h",
        "postgresql://u@h:6/shop,                    jdbc:postgresql://h:6/shop,               shop@h:6",
        "postgresql://u:p@[2001:db8::1]/shop,        jdbc:postgresql://[2001:db8::1]:5432/shop, shop@[2001:db8::1]",
        "postgresql:///shop?host=h&port=6,           jdbc:postgresql://h:6/shop,               shop@h:6",
        "postgresql://x/?host=::1&dbname=shop,       jdbc:postgresql://[::1]:5432/shop,        shop@[::1]",
        "postgresql+psycopg2://u:p@h/shop,           jdbc:postgresql://h:5432/shop,            shop@h",
        "postgresql+asyncpg://u:p@h/shop,            jdbc:postgresql://h:5432/shop,            shop@h",
        "postgresql+psycopg://u@/shop?host=a:1&host=b, 'jdbc:postgresql://a:1,b:5432/shop',    'shop@a:1,b'",
        "'jdbc:postgresql://a:1,b:2/shop',           'jdbc:postgresql://a:1,b:2/shop',         'shop@a:1,b:2'",
        "'postgresql://a,b:2/shop',                  'jdbc:postgresql://a:5432,b:2/shop',      'shop@a,b:2'",
        "'postgresql:///shop?host=a,b&port=1,2',     'jdbc:postgresql://a:1,b:2/shop',         'shop@a:1,b:2'",
        "'postgresql:///shop?host=a,b&port=7',       'jdbc:postgresql://a:7,b:7/shop',         'shop@a:7,b:7'",
    })
    void readsTheFormsThatThereAre(String url, String jdbcUrl, String displayName) {
        Database.Server server = server(url, NOTHING);
        assertThat(server.jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(server.displayName()).isEqualTo(displayName);
        assertThat(org.postgresql.Driver.parseURL(server.jdbcUrl(), new Properties()))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://ann:s%40cret@h/d,                  ann, s@cret",
        "postgresql://ann:a:b@h/d,                       ann, a:b",
        "postgresql://ann:a+b@h/d,                       ann, a+b",
        "postgresql+psycopg2://ann:a+b@h/d,              ann, a+b",
        "postgresql://h/d?user=ann&password=a%26b,       ann, a&b",
        "jdbc:postgresql://h/d?user=ann&password=a%26b,  ann, a&b",
        "jdbc:postgresql:d?user=a@b&password=a+b,        a@b, a b",
    })
    void readsUserAndPassword(String url, String user, String password) {
        Database.Server server = server(url, NOTHING);
        assertThat(server.user()).isEqualTo(user);
        assertThat(server.password()).isEqualTo(password);
        assertThat(server.properties()).containsEntry("user", user).containsEntry("password", password);
    }

    @Test
    void settingsComeBeforeTheUrlAndThatBeforeTheEnvironment() {
        Map<String, String> environment = Map.of("PGUSER", "e", "PGPASSWORD", "ep", "PGHOST", "eh", "PGPORT", "7");
        assertThat(server("postgresql://u:up@h/d", environment).password()).isEqualTo("up");
        assertThat(server("postgresql://u:up@h/d", environment).jdbcUrl()).isEqualTo("jdbc:postgresql://h:7/d");
        assertThat(server("postgresql:///d", environment).jdbcUrl()).isEqualTo("jdbc:postgresql://eh:7/d");
        Database.Server server = (Database.Server) DatabaseUrl.parse("postgresql://u:up@h/d", "s", "sp", environment);
        assertThat(server.user()).isEqualTo("s");
        assertThat(server.password()).isEqualTo("sp");
    }

    @Test
    void withoutAUrlTheEnvironmentDecides() {
        assertThat(DatabaseUrl.parse("", "", "", Map.of())).isEqualTo(new Database.Embedded());
        assertThat(DatabaseUrl.parse("", "", "", Map.of("PGPORT", "1", "PGHOST", "")))
                .isEqualTo(new Database.Embedded());
        assertThat(DatabaseUrl.parse("embedded", "u", "p", Map.of("PGHOST", "h")))
                .isEqualTo(new Database.Embedded());
        assertThat(server("", Map.of("PGHOST", "a,b", "PGPORT", "1,2", "PGUSER", "me"))
                        .jdbcUrl())
                .isEqualTo("jdbc:postgresql://a:1,b:2/me");
        assertThat(server("", Map.of("PGDATABASE", "d", "PGUSER", "me")).jdbcUrl())
                .isEqualTo("jdbc:postgresql://localhost:5432/d");
    }

    @Test
    void translatesParametersForTheDriver() {
        String url = "postgresql://h/d?sslmode=verify-full&sslrootcert=/r&sslcert=c&sslkey=k&connect_timeout=3"
                + "&application_name=a%20b&options=-c%20x%3D1&target_session_attrs=read-write&keepalives=1&gssencmode=disable";
        assertThat(server(url, NOTHING).parameters())
                .containsOnly(
                        Map.entry("sslmode", "verify-full"),
                        Map.entry("sslrootcert", "/r"),
                        Map.entry("sslcert", "c"),
                        Map.entry("sslkey", "k"),
                        Map.entry("connectTimeout", "3"),
                        Map.entry("ApplicationName", "a b"),
                        Map.entry("options", "-c x=1"),
                        Map.entry("targetServerType", "primary"),
                        Map.entry("tcpKeepAlive", "true"),
                        Map.entry("gssEncMode", "disable"));
    }

    @Test
    void everyParameterIsOneOfTheDriver() {
        for (ConnectionParameter parameter : ConnectionParameter.values()) {
            assertThat(org.postgresql.PGProperty.forName(parameter.driverName()))
                    .as(parameter.driverName())
                    .isNotNull();
        }
    }

    @Test
    void keepsTheDriversOwnParameters() {
        assertThat(server("jdbc:postgresql://h/d?currentSchema=a,b&ssl", NOTHING)
                        .parameters())
                .containsOnly(Map.entry("currentSchema", "a,b"), Map.entry("ssl", ""));
    }

    @Test
    void namesTheSchemaThatTellsDatabasesApart() {
        for (String schema : List.of(
                "?currentSchema=acme",
                "?currentSchema=%22acme%22,public",
                "?options=-csearch_path%3Dacme,public",
                "?options=-c%20work_mem%3D8MB%20-c%20search_path%3Dacme")) {
            assertThat(server("postgresql://h/shop" + schema, NOTHING).displayName())
                    .isEqualTo("shop.acme@h");
        }
        for (String usual : List.of("", "?currentSchema=public", "?currentSchema=%22$user%22,public")) {
            assertThat(server("postgresql://h/shop" + usual, NOTHING).displayName())
                    .isEqualTo("shop@h");
        }
    }

    @Test
    void readsParametersFromTheEnvironment() {
        Map<String, String> environment = Map.of(
                "PGUSER",
                "me",
                "PGSSLMODE",
                "require",
                "PGAPPNAME",
                "x",
                "PGOPTIONS",
                "-c a=b",
                "PGCONNECT_TIMEOUT",
                "4");
        assertThat(server("postgresql://h/d?application_name=y", environment).parameters())
                .containsOnly(
                        Map.entry("sslmode", "require"),
                        Map.entry("ApplicationName", "y"),
                        Map.entry("options", "-c a=b"),
                        Map.entry("connectTimeout", "4"));
        assertThat(server("jdbc:postgresql://h/d?ssl=true", environment).parameters())
                .doesNotContainKey("sslmode");
    }

    @Test
    void understandsTheSslOfOthers() {
        assertThat(server("postgresql+asyncpg://h/d?ssl=verify-ca", NOTHING).parameters())
                .containsEntry("sslmode", "verify-ca");
        assertThat(server("postgresql://h/d?ssl=true", NOTHING).parameters()).containsEntry("sslmode", "require");
    }

    @Test
    void notesWhatItPassesOver() {
        assertThat(server("postgresql://h/d?client_encoding=utf8", NOTHING).notes())
                .containsExactly("the JDBC driver has nothing like client_encoding, it was passed over");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop",
                "localhost/shop",
                "mysql://h/d",
                "jdbc:mysql://h/d",
                "jdbc:postgres://h/d",
                "://",
                "postgresql:/h",
                "postgresqlx://h",
                "jdbc:postgresql:/d",
                "jdbc:postgresql://u:p@h/d",
                "jdbc:postgresql://h/a/b",
                "jdbc:postgresql://h/d?service=x",
                "postgresql://h:x/d",
                "postgresql://h:0/d",
                "postgresql://h:65536/d",
                "postgresql://h:99999999999999999999/d",
                "postgresql://u:p@x@h/d",
                "postgresql://u:p/x@h/d",
                "postgresql://u:5/x@h/d",
                "postgresql://u:p?x@h/d",
                "postgresql://u:p#x/d",
                "postgresql://u:%4@h/d",
                "postgresql://u:%zz@h/d",
                "postgresql://u:%ff@h/d",
                "postgresql://u:%00@h/d",
                "postgresql://[::1/d",
                "postgresql://[::1]x/d",
                "postgresql://[h]/d",
                "postgresql://h h/d",
                "postgresql://%2Fvar%2Frun/d",
                "postgresql:///d?host=/var/run/postgresql",
                "postgresql://h/d?x=1",
                "postgresql://h/d?sslmod=require",
                "postgresql://h/d?sslmode=maybe",
                "postgresql://h/d?target_session_attrs=x",
                "postgresql://h/d?connect_timeout=soon",
                "postgresql://h/d?service=x",
                "postgresql://h/d?sslmode",
                "postgresql://h/d?port=1,2",
            })
    void refusesWhatIsNoUrl(String url) {
        assertThatThrownBy(() -> server(url, NOTHING)).isInstanceOfSatisfying(LimbeckException.class, e -> {
            assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_SETTING);
            assertThat(e.problem().evidence()).hasSize(1);
            assertThat(e.problem().hints())
                    .last()
                    .extracting(h -> h.command())
                    .isEqualTo("postgresql://user@localhost:5432/shop");
            assertThat(e).hasNoCause();
        });
    }

    @Test
    void refusesServiceFilesAndSocketsOfTheEnvironment() {
        assertThatThrownBy(() -> server("", Map.of("PGSERVICE", "x"))).hasMessageContaining("PGSERVICE");
        assertThatThrownBy(() -> server("", Map.of("PGHOST", "/var/run/postgresql")))
                .hasMessageContaining("socket");
        assertThatThrownBy(() -> server("", Map.of("PGHOST", "h", "PGSSLMODE", "x")))
                .hasMessageContaining("PGSSLMODE");
    }

    static Database.Server server(String url, Map<String, String> environment) {
        return (Database.Server) DatabaseUrl.parse(url, "", "", environment);
    }
}
