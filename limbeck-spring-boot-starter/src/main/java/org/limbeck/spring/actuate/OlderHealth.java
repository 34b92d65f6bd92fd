package org.limbeck.spring.actuate;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.Limbeck;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Makes a health indicator of Spring Boot 3.5. Its types have other names than those of Spring Boot 4, and nothing can be
 * compiled against both.
 */
final class OlderHealth implements FactoryBean<Object> {

    static final String INDICATOR = "org.springframework.boot.actuate.health.HealthIndicator";

    private static final String HEALTH = "org.springframework.boot.actuate.health.Health";

    private final ObjectProvider<Limbeck> limbeck;
    private final Class<?> indicator;
    private final Class<?> health;

    OlderHealth(ObjectProvider<Limbeck> limbeck) throws ClassNotFoundException {
        this.limbeck = limbeck;
        this.indicator = Class.forName(INDICATOR);
        this.health = Class.forName(HEALTH);
    }

    @Override
    public Class<?> getObjectType() {
        return indicator;
    }

    @Override
    public Object getObject() {
        return Proxy.newProxyInstance(
                indicator.getClassLoader(), new Class<?>[] {indicator}, (proxy, method, arguments) -> {
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    return switch (method.getName()) {
                        case "health" -> health();
                        case "equals" -> isSame(proxy, arguments[0]);
                        case "hashCode" -> System.identityHashCode(proxy);
                        default -> OlderHealth.class.getName();
                    };
                });
    }

    private @Nullable Object health() throws ReflectiveOperationException {
        try {
            Standing standing = Standing.of(limbeck.getObject());
            Object builder = health.getMethod(standing.complete() ? "up" : "outOfService")
                    .invoke(null);
            builder.getClass().getMethod("withDetails", Map.class).invoke(builder, standing.details());
            return built(builder);
        } catch (RuntimeException unknown) {
            return built(health.getMethod("down", Throwable.class).invoke(null, unknown));
        }
    }

    private static Object built(Object builder) throws ReflectiveOperationException {
        return builder.getClass().getMethod("build").invoke(builder);
    }

    @SuppressWarnings("ReferenceEquality") // A proxy is equal to itself alone.
    private static boolean isSame(Object one, Object other) {
        return one == other;
    }
}
