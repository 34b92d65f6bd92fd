package org.limbeck.spring;

import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.limbeck.Limbeck;
import org.limbeck.RunLog;
import org.limbeck.ScratchServers;
import org.limbeck.desired.Entities;
import org.limbeck.execute.RunListener;
import org.limbeck.jpa.Mapping;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;

/** Gives an application its {@link Limbeck}, and runs it before anything uses the database. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration"
        })
@ConditionalOnClass({DataSourceBuilder.class, ConnectionCallback.class})
@ConditionalOnProperty(prefix = "limbeck", name = "enabled", matchIfMissing = true)
@Conditional(LimbeckAutoConfiguration.HasDatabase.class)
@EnableConfigurationProperties(LimbeckProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
public class LimbeckAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Limbeck limbeck(
            ApplicationContext context,
            @LimbeckDataSource ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> dataSources,
            ObjectProvider<LimbeckConnectionDetails> details,
            ObjectProvider<RunListener> listeners,
            ObjectProvider<Entities> entities,
            ObjectProvider<LimbeckCustomizer> customizers) {
        ApplicationSettings settings = ApplicationSettings.of(context.getEnvironment());
        MigrationDatabase database =
                new MigrationDatabase(marked, dataSources, details, settings, new ServiceConnections(context));
        List<RunListener> all = new ArrayList<>(List.of(RunLog.ofLimbeck()));
        listeners.orderedStream().forEach(all::add);
        Limbeck limbeck =
                Limbeck.on(database.connector()).with(settings.values()).listening(new AllListeners(List.copyOf(all)));
        ClassLoader loader = context.getClassLoader();
        if (loader != null) {
            limbeck = limbeck.loadingWith(loader);
        }
        Entities mapped = entities.getIfAvailable();
        if (mapped != null) {
            limbeck = limbeck.comparingWith(mapped, ScratchServers.NONE);
        }
        for (LimbeckCustomizer customizer : customizers.orderedStream().toList()) {
            limbeck = customizer.customize(limbeck);
        }
        return limbeck;
    }

    @Bean
    @ConditionalOnMissingBean
    LimbeckInitializer limbeckInitializer(Limbeck limbeck, LimbeckProperties properties) {
        return new LimbeckInitializer(limbeck, properties.onStartup(), properties.checkOnStartup());
    }

    /** An application that makes its beans late must not upgrade while it is in use. */
    @Bean
    static LazyInitializationExcludeFilter limbeckInitializerIsNotLazy() {
        return LazyInitializationExcludeFilter.forBeanTypes(LimbeckInitializer.class);
    }

    /** Needs {@code limbeck-jpa} and what it reads entities with, which not every application has. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({Mapping.class, PersistenceManagedTypes.class, PhysicalNamingStrategy.class})
    static class Comparing {

        @Bean
        @ConditionalOnMissingBean
        Entities limbeckEntities(ApplicationContext context) {
            return new ApplicationEntities(context);
        }
    }

    /** Needs Micrometer, which not every application has. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ObservationRegistry.class)
    static class Observing {

        @Bean
        ObservedRuns limbeckObservedRuns(ObjectProvider<ObservationRegistry> registry) {
            return new ObservedRuns(() -> registry.getIfAvailable(() -> ObservationRegistry.NOOP));
        }
    }

    /** Whether there is anything to connect to. */
    static final class HasDatabase extends AnyNestedCondition {

        HasDatabase() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnBean(DataSource.class)
        static final class DataSources {}

        @ConditionalOnBean(LimbeckConnectionDetails.class)
        static final class Details {}

        @ConditionalOnProperty(prefix = "limbeck", name = "url")
        static final class Url {}
    }
}
