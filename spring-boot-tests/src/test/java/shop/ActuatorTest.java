package shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the actuator tells of the database. */
class ActuatorTest {

    private final Database database = Database.create();

    @Test
    void showsRevisionsAndHealthAndHowLongRevisionsTook() throws IOException {
        try (Application application = Application.startWithWeb(database)) {
            assertThat(json(application.get("/actuator/limbeck")).toPrettyString()).isEqualTo("""
                    {
                      "database" : "%s@127.0.0.1:%s",
                      "current" : [ "0002" ],
                      "unknown" : [ ],
                      "pending" : 0,
                      "heads" : [ "0002" ],
                      "revisions" : [ {
                        "revision" : "0002",
                        "message" : "name customers",
                        "file" : "db/migration/0002_name_customers.sql",
                        "revises" : [ "0001" ],
                        "dependsOn" : [ ],
                        "labels" : [ ],
                        "head" : true,
                        "applied" : true,
                        "current" : true
                      }, {
                        "revision" : "0001",
                        "message" : "create orders",
                        "file" : "db/migration/M0001_CreateOrders.class",
                        "revises" : [ ],
                        "dependsOn" : [ ],
                        "labels" : [ ],
                        "head" : false,
                        "applied" : true,
                        "current" : false
                      } ]
                    }""".formatted(database.name(), database.rows("SELECT inet_server_port()").get(0)));
            assertThat(health(application).at("/status").asText()).isEqualTo("UP");
            assertThat(health(application).at("/details/current/0").asText()).isEqualTo("0002");
            JsonNode metric = json(application.get("/actuator/metrics/limbeck.revision"));
            assertThat(metric.at("/measurements/0/value").asInt()).isEqualTo(2);
            database.limbeck().downgrade("0001");
            assertThat(health(application).at("/status").asText()).isEqualTo("OUT_OF_SERVICE");
            assertThat(health(application).at("/details/pending").asInt()).isEqualTo(1);
            database.execute("UPDATE limbeck_version SET version_num = '0009'");
            assertThat(health(application).at("/status").asText())
                    .as("a newer instance has upgraded")
                    .isEqualTo("UP");
            assertThat(health(application).at("/details/unknown/0").asText()).isEqualTo("0009");
        }
    }

    @Test
    void healthCanBeLeftOut() throws IOException {
        try (Application application =
                Application.startWithWeb(database, "--management.health.limbeck.enabled=false")) {
            assertThat(health(application).isMissingNode()).isTrue();
        }
    }

    private static JsonNode health(Application application) throws IOException {
        return json(application.get("/actuator/health")).at("/components/limbeck");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
