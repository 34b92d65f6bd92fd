package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The servers and the picture of their catalogs that all tests here stand on. */
class ServersTest {

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void anEmptyDatabaseHasNothingButItsSchema(int major) {
        TestDatabase database = TestDatabase.on(major);

        assertThat(database.value("SHOW server_version")).startsWith(major + ".");
        assertThat(database.catalog()).containsExactly("schema public");
    }
}
