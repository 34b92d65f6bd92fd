package org.limbeck.jpa.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hibernate.Version;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.limbeck.jpa.EntityStatements;
import org.limbeck.jpa.Mapping;
import org.limbeck.jpa.SchemaExport;

/** Builds Hibernate's metadata without a database and has Hibernate write the schema of it. */
public final class HibernateExport implements SchemaExport {

    private static final Pattern VIEW = Pattern.compile("create (or replace )?view .*", Pattern.DOTALL);

    /**
     * Not the structure: the first rows of tables that generate identifiers, casts that reading and writing an enumerated
     * type doesn't need, and the schema that every database has.
     */
    private static final Pattern LEFT_OUT =
            Pattern.compile("(insert into|create cast) .*|create schema \"?public\"?", Pattern.DOTALL);

    @Override
    public EntityStatements export(Mapping mapping) {
        return export(mapping, HibernateExport.class.getClassLoader());
    }

    /**
     * Asks the Hibernate beside this class; its exceptions pass unchanged.
     *
     * @param loader sees the entities
     */
    public EntityStatements export(Mapping mapping, ClassLoader loader) {
        Map<String, Object> settings = OfflineSettings.of(mapping, loader);
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(loader)
                        .build())
                .applySettings(settings)
                .build();
        try {
            NameWatch names = new NameWatch();
            Metadata metadata = metadata(mapping, registry, names);
            BeanValidation.apply(metadata, registry, settings);
            return statements(DdlScript.of(metadata, registry, settings), names, metadata, settings);
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    private static Metadata metadata(Mapping mapping, StandardServiceRegistry registry, NameWatch names) {
        MetadataSources sources = new MetadataSources(registry);
        mapping.classNames().forEach(sources::addAnnotatedClassName);
        mapping.packages().forEach(sources::addPackage);
        mapping.mappingFiles().forEach(sources::addResource);
        MetadataBuilder builder = sources.getMetadataBuilder();
        names.over(builder);
        if (!mapping.properties().containsKey("hibernate.column_ordering_strategy")) {
            builder.applyColumnOrderingStrategy(new FieldOrder());
        }
        Metadata metadata = builder.build();
        ((MetadataImplementor) metadata).orderColumns(true);
        return metadata;
    }

    private static EntityStatements statements(
            List<String> script, NameWatch names, Metadata metadata, Map<String, Object> settings) {
        List<String> statements = new ArrayList<>();
        List<String> views = new ArrayList<>();
        EnumLabels labels = EnumLabels.of(metadata);
        for (String statement : script) {
            if (VIEW.matcher(statement).matches()) {
                views.add(statement);
            } else if (!LEFT_OUT.matcher(statement).matches()) {
                statements.addAll(Repairs.repair(labels.ordered(statement), names::isMadeUp));
            }
        }
        return new EntityStatements(
                statements,
                views,
                UnmanagedTables.of(metadata, (String) settings.get("hibernate.default_schema")),
                Version.getVersionString());
    }
}
