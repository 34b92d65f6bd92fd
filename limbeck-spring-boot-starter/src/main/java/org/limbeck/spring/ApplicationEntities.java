package org.limbeck.spring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.cfg.MappingSettings;
import org.limbeck.catalog.DdlStatement;
import org.limbeck.desired.Entities;
import org.limbeck.desired.EntityDdl;
import org.limbeck.jpa.EntityStatements;
import org.limbeck.jpa.Mapping;
import org.limbeck.jpa.RunningEntities;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;

/** The application's entities with the settings that Spring Boot gives Hibernate; needs no {@code EntityManagerFactory}. */
record ApplicationEntities(ApplicationContext context) implements Entities {

    private static final String JPA = "spring.jpa";
    private static final String ORM = "META-INF/orm.xml";

    @Override
    public EntityDdl read(int serverMajor) {
        PersistenceManagedTypes types =
                context.getBeanProvider(PersistenceManagedTypes.class).getIfUnique();
        if (types == null) {
            throw Problem.of(
                            ProblemCode.NO_ENTITIES,
                            "the application has no bean PersistenceManagedTypes that says what its entities are")
                    .hint(
                            "an application that makes its EntityManagerFactory itself says it by a bean",
                            "PersistenceManagedTypes.of(\"shop.Order\", ...)")
                    .exception();
        }
        if (types.getManagedClassNames().isEmpty()) {
            throw Problem.of(ProblemCode.NO_ENTITIES, "the application has no class with @Entity")
                    .exception();
        }
        ClassLoader loader = Objects.requireNonNull(context.getClassLoader());
        Mapping mapping = new Mapping(
                types.getManagedClassNames(),
                types.getManagedPackages(),
                mappingFiles(loader),
                properties(loader),
                serverMajor);
        EntityStatements read = RunningEntities.read(mapping, loader);
        return new EntityDdl(
                read.statements().stream().map(DdlStatement::of).toList(),
                read.views().stream().map(DdlStatement::of).toList(),
                read.unmanagedTables());
    }

    private Map<String, Object> properties(ClassLoader loader) {
        Map<String, String> application = new HashMap<>();
        binder().bind(JPA, Bindable.mapOf(String.class, String.class))
                .orElseGet(Map::of)
                .forEach((key, value) -> application.put(JPA + "." + key, value));
        Map<String, Object> properties = new HashMap<>(RunningEntities.hibernateProperties(application, loader));
        context.getBeanProvider(ImplicitNamingStrategy.class)
                .ifAvailable(strategy -> properties.put(MappingSettings.IMPLICIT_NAMING_STRATEGY, strategy));
        context.getBeanProvider(PhysicalNamingStrategy.class)
                .ifAvailable(strategy -> properties.put(MappingSettings.PHYSICAL_NAMING_STRATEGY, strategy));
        return properties;
    }

    private List<String> mappingFiles(ClassLoader loader) {
        List<String> files = new ArrayList<>(binder().bind(JPA + ".mapping-resources", Bindable.listOf(String.class))
                .orElseGet(List::of));
        if (files.isEmpty() && loader.getResource(ORM) != null) {
            files.add(ORM);
        }
        return files;
    }

    private Binder binder() {
        return Binder.get(context.getEnvironment());
    }
}
