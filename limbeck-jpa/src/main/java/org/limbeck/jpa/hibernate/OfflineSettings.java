package org.limbeck.jpa.hibernate;

import java.util.HashMap;
import java.util.Map;
import org.hibernate.dialect.PostgreSQLDialect;
import org.jspecify.annotations.Nullable;
import org.limbeck.jpa.Mapping;

/** The application's settings, and those that keep Hibernate from asking for a database. */
final class OfflineSettings {

    private static final String DIALECT = "hibernate.dialect";

    private OfflineSettings() {}

    static Map<String, Object> of(Mapping mapping, ClassLoader loader) {
        Map<String, Object> settings = new HashMap<>(mapping.properties());
        if (!isPostgreSqlDialect(mapping.properties().get(DIALECT), loader)) {
            settings.remove(DIALECT);
        }
        settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        settings.put("hibernate.temp.use_jdbc_metadata_defaults", "false");
        settings.put("hibernate.cache.use_second_level_cache", "false");
        settings.put("hibernate.cache.use_query_cache", "false");
        settings.put("jakarta.persistence.database-product-name", "PostgreSQL");
        settings.put("jakarta.persistence.database-major-version", String.valueOf(mapping.serverMajor()));
        settings.put("jakarta.persistence.database-minor-version", "0");
        return settings;
    }

    /** A dialect of the user's may add types; one of another database, say of the profile for tests, says nothing here. */
    private static boolean isPostgreSqlDialect(@Nullable Object dialect, ClassLoader loader) {
        if (!(dialect instanceof String className) || className.equals(PostgreSQLDialect.class.getName())) {
            return false;
        }
        try {
            return PostgreSQLDialect.class.isAssignableFrom(Class.forName(className, false, loader));
        } catch (ClassNotFoundException unknown) {
            return false;
        }
    }
}
