package org.limbeck.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.problem.LimbeckException;

/** No password is ever shown, however odd it is and however wrong the URL around it. */
class PasswordSecrecyTest {

    private static final String NEEDLE = "Zq7";
    private static final List<String> URLS = List.of(
            "postgresql://u:%s@h/d",
            "postgres://u:%s@h:5/d?sslmode=require",
            "postgresql+psycopg2://u:%s@[::1]/d",
            "postgresql://u:%s@h:x/d",
            "postgresql://u:%s@h/d?x=1",
            "postgresql://h/d?user=u&password=%s",
            "postgresql://h/d?sslpassword=%s&user=u",
            "postgresql://h:5/d?p%%61ssword=%s",
            "jdbc:postgresql://u:%s@h/d",
            "jdbc:postgresql://h/d?user=u&password=%s",
            "jdbc:postgresql://h:5,g:6/d?password=%s&user=u@v",
            "jdbc:postgresql:d?password=%s",
            "mysql://u:%s@h/d",
            "%s",
            "u:%s@h/d");

    @Property(tries = 5_000)
    void showsNoPassword(@ForAll("passwords") String password) {
        for (String pattern : URLS) {
            String url = pattern.formatted(password);
            assertHidden(url, SecretMask.url(url));
            try {
                Database.Server server = DatabaseUrlTest.server(url, Map.of("PGUSER", "me"));
                assertHidden(url, server.toString());
            } catch (LimbeckException e) {
                assertHidden(url, e.problem().toString() + e + e.getCause());
            }
        }
    }

    /** Without a host, what follows an @ cannot be told from one, and what starts with a digit not from a port. */
    @Property(tries = 1_000)
    void showsNoPasswordWhereTheHostIsForgotten(@ForAll("passwords") String password) {
        if (password.indexOf('@') < 0 && password.charAt(0) != '1') {
            assertHidden(password, SecretMask.url("postgresql://u:" + password));
            assertHidden(password, SecretMask.url("postgresql://u:" + password + "/d"));
        }
    }

    @Property(tries = 500)
    void theJdbcUrlHoldsNoPassword(@ForAll("passwords") String password) {
        String url = "postgresql://u:" + PercentCode.encode(password, "") + "@h/d?sslpassword=" + NEEDLE;
        Database.Server server = DatabaseUrlTest.server(url, Map.of());
        assertThat(server.password()).isEqualTo(password);
        assertHidden(url, server + server.jdbcUrl() + server.displayName() + server.notes());
        assertHidden(url, new SettingValue(Setting.URL, url, new Origin.Default()).toString());
        assertHidden(url, new SettingValue(Setting.PASSWORD, password, new Origin.Default()).toString());
        Map<String, String> secrets = Map.of("url", url, "password", password);
        assertHidden(url, new SettingSources(Path.of("."), secrets, secrets, null).toString());
    }

    @Provide
    Arbitrary<String> passwords() {
        return Arbitraries.of(
                        "a", "1", "@", ":", "/", "?", "#", "%", "%40", "&", "=", "+", "[", "]", " ", "é", "\\", "$")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts))
                .tuple2()
                .map(around -> around.get1() + NEEDLE + around.get2());
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://u:secret@h:5/d?sslmode=require,   postgresql://u:****@h:5/d?sslmode=require",
        "postgresql://u@h:5/d,                          postgresql://u@h:5/d",
        "postgresql://h:5/d,                            postgresql://h:5/d",
        "'postgresql://[::1]:5,h/d',                    'postgresql://[::1]:5,h/d'",
        "jdbc:postgresql://h:5/d?user=u&password=s,     jdbc:postgresql://h:5/d?user=u&password=****",
        "jdbc:postgresql:d,                             jdbc:postgresql:d",
        "embedded,                                      embedded",
        "geheim,                                        ****",
    })
    void hidesNoMoreThanNeeded(String url, String shown) {
        assertThat(SecretMask.url(url)).isEqualTo(shown);
    }

    private static void assertHidden(String url, String shown) {
        assertThat(shown).as("from %s", url).doesNotContain(NEEDLE);
    }
}
