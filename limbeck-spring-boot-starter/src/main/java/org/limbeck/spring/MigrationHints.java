package org.limbeck.spring;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.Limbeck;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.execute.LentConnection;
import org.limbeck.execute.RunListener;
import org.limbeck.report.RevisionLine;
import org.limbeck.script.Location;
import org.limbeck.script.MigrationIndex;
import org.limbeck.setting.Setting;
import org.limbeck.setting.Settings;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Tells ahead of time which migrations an application has on its class path: an index of them, since the class path can't be
 * listed later, and what reflection needs.
 */
class MigrationHints implements BeanFactoryInitializationAotProcessor {

    private static final String CLASS = ".class";

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beans) {
        if (beans.getBeanNamesForType(Limbeck.class, true, false).length == 0) {
            return null;
        }
        Settings settings = settings(beans.getBean(Environment.class));
        List<String> files = files(settings, beans.getBeanClassLoader());
        return (context, code) -> {
            for (String name : settings.migrationPackages()) {
                if (Location.parse(name) instanceof Location.JavaPackage location) {
                    register(location, files, context);
                }
            }
            RuntimeHints hints = context.getRuntimeHints();
            hints.resources().registerPattern("org/limbeck/problem/*.md");
            hints.proxies().registerJdkProxy(Connection.class);
            hints.proxies().registerJdkProxy(LentConnection.class);
        };
    }

    /** Only where migrations are; other properties may need what only the running application has. */
    private static Settings settings(Environment environment) {
        Settings settings = Settings.ofProgram(Path.of("").toAbsolutePath());
        return ApplicationSettings.of(environment)
                .value(Setting.MIGRATIONS)
                .map(value -> settings.with(Setting.MIGRATIONS, value))
                .orElse(settings);
    }

    private static List<String> files(Settings settings, @Nullable ClassLoader loader) {
        Limbeck limbeck = new Limbeck(settings, settings.folder(), new NoDatabase(), RunListener.NONE);
        Limbeck loading = loader == null ? limbeck : limbeck.loadingWith(loader);
        if (loading.checkGraph() == 0) {
            return List.of();
        }
        return loading.history().stream().map(RevisionLine::file).sorted().toList();
    }

    private static void register(Location.JavaPackage location, List<String> files, GenerationContext context) {
        RuntimeHints hints = context.getRuntimeHints();
        String prefix = location.name() + "/";
        StringBuilder index = new StringBuilder();
        for (String file : files) {
            if (file.startsWith(prefix)) {
                index.append(file.substring(prefix.length())).append('\n');
                hints.resources().registerPattern(file);
                if (file.endsWith(CLASS)) {
                    String name =
                            file.substring(0, file.length() - CLASS.length()).replace('/', '.');
                    hints.reflection().registerType(TypeReference.of(name), MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
                }
            }
        }
        String resource = MigrationIndex.resource(location);
        context.getGeneratedFiles().addResourceFile(resource, index);
        hints.resources().registerPattern(resource);
    }

    /** Nothing of this asks a database. */
    private record NoDatabase() implements DatabaseConnector {

        @Override
        public String displayName() {
            return "no database";
        }

        @Override
        public Connection connect() throws SQLException {
            throw new SQLException("there is no database while an application is built");
        }

        @Override
        public Connection connect(String anotherDatabase) throws SQLException {
            return connect();
        }
    }
}
