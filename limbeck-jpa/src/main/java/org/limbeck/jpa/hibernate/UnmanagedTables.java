package org.limbeck.jpa.hibernate;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;
import org.limbeck.jpa.ManagedByMigrations;
import org.limbeck.schema.QualifiedName;

/** The tables of entities that are {@link ManagedByMigrations}. */
final class UnmanagedTables {

    private UnmanagedTables() {}

    static Set<QualifiedName> of(Metadata metadata, @Nullable String defaultSchema) {
        Set<QualifiedName> names = new HashSet<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            if (isUnmanaged(entity)) {
                names.add(name(entity.getTable(), defaultSchema));
                for (Join join : entity.getJoins()) {
                    names.add(name(join.getTable(), defaultSchema));
                }
            }
        }
        for (Collection collection : metadata.getCollectionBindings()) {
            Table table = collection.getCollectionTable();
            if (table != null && !collection.isOneToMany() && isUnmanaged(collection.getOwner())) {
                names.add(name(table, defaultSchema));
            }
        }
        return names;
    }

    private static boolean isUnmanaged(PersistentClass entity) {
        Class<?> type = entity.getMappedClass();
        return type != null && type.isAnnotationPresent(ManagedByMigrations.class);
    }

    private static QualifiedName name(Table table, @Nullable String defaultSchema) {
        String name = table.isQuoted() ? table.getName() : table.getName().toLowerCase(Locale.ROOT);
        String schema = table.getSchema();
        if (schema == null) {
            return new QualifiedName(defaultSchema == null ? null : defaultSchema.toLowerCase(Locale.ROOT), name);
        }
        return new QualifiedName(table.isSchemaQuoted() ? schema : schema.toLowerCase(Locale.ROOT), name);
    }
}
