package org.limbeck.jpa.hibernate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.spi.ClassLoaderAccess;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;

/**
 * What {@code @NotNull}, {@code @Size} and the like say about columns. Hibernate itself applies them when it builds a
 * session factory, which needs more of the application than its entities; by reflection, as most applications have no
 * Bean Validation.
 */
final class BeanValidation {

    private BeanValidation() {}

    static void apply(Metadata metadata, StandardServiceRegistry registry, Map<String, Object> settings) {
        if (!isWanted(settings)) {
            return;
        }
        try {
            ClassLoader loader = BeanValidation.class.getClassLoader();
            Class<?> factoryType = Class.forName("jakarta.validation.ValidatorFactory", true, loader);
            Object factory = Class.forName("jakarta.validation.Validation", true, loader)
                    .getMethod("buildDefaultValidatorFactory")
                    .invoke(null);
            try (AutoCloseable closing = (AutoCloseable) factory) {
                Method method = Class.forName("org.hibernate.boot.beanvalidation.TypeSafeActivator", true, loader)
                        .getDeclaredMethod(
                                "applyRelationalConstraints",
                                factoryType,
                                Collection.class,
                                Map.class,
                                Dialect.class,
                                ClassLoaderAccess.class);
                method.setAccessible(true);
                method.invoke(
                        null,
                        closing,
                        metadata.getEntityBindings(),
                        settings,
                        registry.requireService(JdbcEnvironment.class).getDialect(),
                        new Access(registry.requireService(ClassLoaderService.class)));
            }
        } catch (ClassNotFoundException | InvocationTargetException absent) {
            // No API, or no provider for it: Hibernate does without, too.
            return;
        } catch (Exception unexpected) {
            throw new IllegalStateException("Bean Validation's constraints could not be applied", unexpected);
        }
    }

    private static boolean isWanted(Map<String, Object> settings) {
        String mode = String.valueOf(settings.getOrDefault("jakarta.persistence.validation.mode", "auto"))
                .toLowerCase(Locale.ROOT);
        String applied = String.valueOf(settings.getOrDefault("hibernate.validator.apply_to_ddl", "true"));
        return (mode.contains("auto") || mode.contains("ddl")) && !applied.equals("false");
    }

    private record Access(ClassLoaderService service) implements ClassLoaderAccess {

        @Override
        public <T> Class<T> classForName(String name) {
            return service.classForName(name);
        }

        @Override
        public java.net.URL locateResource(String resourceName) {
            return service.locateResource(resourceName);
        }
    }
}
