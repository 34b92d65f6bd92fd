package ads;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.limbeck.Limbeck;
import org.limbeck.test.Migrated;
import org.limbeck.test.MigrationContract;

/** What holds of all migrations, and what one of them does to rows. */
class MigrationsTest implements MigrationContract {

    @Test
    @Migrated("0002")
    void creativesThatAreThereGetNoName(Limbeck limbeck, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO ad_accounts (id, name, status) VALUES (1, 'Ada', 'ACTIVE');
                    INSERT INTO campaigns (id, account_id, name, status) VALUES (2, 1, 'Spring', 'ACTIVE');
                    INSERT INTO creatives (id, campaign_id, account_id) VALUES ('urn:li:sponsoredCreative:3', 2, 1)""");

            limbeck.upgrade("0003");

            try (ResultSet rows = statement.executeQuery("SELECT content_name FROM creatives")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isNull();
            }
        }
    }
}
