package org.limbeck.jpa.property;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Hibernate's settings without all that would reach for a database, a cache or a container. */
final class HibernateSettings {

    private static final List<String> OF_HIBERNATE = List.of("hibernate.", "jakarta.persistence.");

    private static final List<String> LEFT_OUT = List.of(
            "jakarta.persistence.jdbc.",
            "jakarta.persistence.jtaDataSource",
            "jakarta.persistence.nonJtaDataSource",
            "jakarta.persistence.schema-generation.",
            "jakarta.persistence.sql-load-script-source",
            "jakarta.persistence.bean.manager",
            "hibernate.agroal.",
            "hibernate.c3p0.",
            "hibernate.cache.",
            "hibernate.connection.",
            "hibernate.hbm2ddl.",
            "hibernate.hikari.",
            "hibernate.javax.cache.",
            "hibernate.jndi.",
            "hibernate.multiTenancy",
            "hibernate.multi_tenant_connection_provider",
            "hibernate.resource.beans.",
            "hibernate.session_factory",
            "hibernate.tenant_identifier_resolver",
            "hibernate.transaction.");

    private HibernateSettings() {}

    /**
     * Those of some settings that change the schema.
     *
     * @throws org.limbeck.problem.LimbeckException if one has a placeholder that nothing fills
     */
    static Map<String, String> of(Map<String, String> settings) {
        Map<String, String> relevant = new LinkedHashMap<>();
        settings.forEach((key, value) -> {
            if (startsWithOneOf(key, OF_HIBERNATE) && !startsWithOneOf(key, LEFT_OUT)) {
                if (value.contains("${")) {
                    throw Problem.of(
                                    ProblemCode.INVALID_MAPPING,
                                    "the setting " + key + " is " + value + ", and nothing says what that is")
                            .hint("set the variable in the environment, or give it a default with a colon")
                            .exception();
                }
                relevant.put(key, value);
            }
        });
        return relevant;
    }

    private static boolean startsWithOneOf(String key, List<String> beginnings) {
        return beginnings.stream().anyMatch(key::startsWith);
    }
}
