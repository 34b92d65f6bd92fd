package org.limbeck.spring;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Tells Spring Boot what everything that uses the database has to wait for. */
class LimbeckInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    private static final int BESIDE_OTHER_MIGRATION_TOOLS = 1;

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(LimbeckInitializer.class);
    }

    @Override
    public int getOrder() {
        return BESIDE_OTHER_MIGRATION_TOOLS;
    }
}
