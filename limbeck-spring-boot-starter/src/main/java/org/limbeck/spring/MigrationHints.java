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
 * Tells ahead of time which migrations an application has: an index of them, since the class path can't be listed later, and
 * what reflection needs.
 */
class MigrationHints implements BeanFactoryInitializationAotProcessor {

    private static final String CLASS = ".class";

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beans) {
        if (beans.getBeanNamesForType(Limbeck.class, true, false).length == 0) {
            return null;
        }
        Settings settings = Settings.ofProgram(Path.of("").toAbsolutePath());
        Environment environment = beans.getBean(Environment.class);
        for (var value : ApplicationSettings.of(environment).values().entrySet()) {
            settings = settings.with(Settings.known(value.getKey()), value.getValue());
        }
        Limbeck limbeck = new Limbeck(settings, settings.folder(), new NoDatabase(), RunListener.NONE);
        ClassLoader loader = beans.getBeanClassLoader();
        List<RevisionLine> revisions = (loader == null ? limbeck : limbeck.loadingWith(loader)).history();
        List<String> packages = settings.migrationPackages();
        return (context, code) -> {
            for (RevisionLine revision : revisions) {
                register(revision.file(), context.getRuntimeHints());
            }
            packages.forEach(name -> index(name, revisions, context));
            context.getRuntimeHints().resources().registerPattern("org/limbeck/problem/*.md");
            context.getRuntimeHints().proxies().registerJdkProxy(Connection.class);
            context.getRuntimeHints().proxies().registerJdkProxy(LentConnection.class);
        };
    }

    private static void register(String file, RuntimeHints hints) {
        hints.resources().registerPattern(file);
        if (file.endsWith(CLASS)) {
            String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
            hints.reflection().registerType(TypeReference.of(name), MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
        }
    }

    private static void index(String name, List<RevisionLine> revisions, GenerationContext context) {
        if (Location.parse(name) instanceof Location.JavaPackage location) {
            String prefix = location.name() + "/";
            StringBuilder index = new StringBuilder();
            revisions.stream()
                    .map(RevisionLine::file)
                    .filter(file -> file.startsWith(prefix))
                    .sorted()
                    .forEach(file ->
                            index.append(file.substring(prefix.length())).append('\n'));
            context.getGeneratedFiles().addResourceFile(MigrationIndex.resource(location), index);
            context.getRuntimeHints().resources().registerPattern(MigrationIndex.resource(location));
        }
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
