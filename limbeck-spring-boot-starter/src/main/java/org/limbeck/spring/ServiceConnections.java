package org.limbeck.spring;

import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/** Databases that Docker Compose or Testcontainers offer to the application. */
record ServiceConnections(ListableBeanFactory beans) {

    /** The details' type moved with Spring Boot 4. */
    private static final List<String> DETAILS = List.of(
            "org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails",
            "org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails");

    /** Those that only repeat {@code spring.datasource}. */
    private static final String FROM_PROPERTIES = "PropertiesJdbcConnectionDetails";

    /** Whether the application's data source leads to one of them. */
    boolean offerDatabase() {
        ClassLoader loader = ServiceConnections.class.getClassLoader();
        return DETAILS.stream()
                .filter(name -> ClassUtils.isPresent(name, loader))
                .flatMap(name -> beans.getBeansOfType(ClassUtils.resolveClassName(name, loader)).values().stream())
                .anyMatch(details -> !details.getClass().getSimpleName().equals(FROM_PROPERTIES));
    }
}
