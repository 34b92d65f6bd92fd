package shop;

import org.limbeck.embedded.DatabaseAccess;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/** A database as Docker Compose and Testcontainers offer it. The interface has another package in each Spring Boot. */
final class Container {

    static DatabaseAccess access = new DatabaseAccess("", "", "");

    @Bean
    JdbcConnectionDetails offered() {
        return new Offered();
    }

    private static final class Offered implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return access.user();
        }

        @Override
        public String getPassword() {
            return access.password();
        }

        @Override
        public String getJdbcUrl() {
            return access.jdbcUrl();
        }
    }
}
