package org.limbeck.test;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.limbeck.Limbeck;
import org.limbeck.setting.Settings;

/** Gives tests a database of their own, as {@link LimbeckTest} says. */
public final class LimbeckExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(LimbeckExtension.class);
    private static final Set<Class<?>> TYPES =
            Set.of(DataSource.class, Connection.class, Limbeck.class, Settings.class);
    private static final String HEADS = "heads";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getDeclaringExecutable() instanceof Method
                && TYPES.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Settings.class) {
            return TestSettings.of(context);
        }
        FreshDatabase database = context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        FreshDatabase.class, key -> ProblemFailure.unless(() -> create(context)), FreshDatabase.class);
        if (type == DataSource.class) {
            return database.dataSource();
        }
        return type == Connection.class ? database.connection() : database.limbeck();
    }

    private static FreshDatabase create(ExtensionContext context) {
        Settings settings = TestSettings.of(context);
        TestServer server = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(TestServer.key(settings), key -> TestServer.start(settings), TestServer.class);
        return FreshDatabase.create(server, new TestProject(settings), target(context));
    }

    private static String target(ExtensionContext context) {
        Optional<Migrated> onMethod = AnnotationSupport.findAnnotation(context.getTestMethod(), Migrated.class);
        return onMethod.or(() -> ClassAnnotation.find(context.getRequiredTestClass(), Migrated.class))
                .map(Migrated::value)
                .orElse(HEADS);
    }
}
