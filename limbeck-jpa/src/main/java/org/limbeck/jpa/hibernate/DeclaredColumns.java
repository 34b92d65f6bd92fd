package org.limbeck.jpa.hibernate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * The columns that fields of entities are mapped to: keys first, then the discriminator, then field by field, superclasses
 * before subclasses. What a collection adds to the table of other entities comes last there.
 */
final class DeclaredColumns {

    private final Map<Table, Set<Column>> columns = new HashMap<>();

    private DeclaredColumns() {}

    static Map<Table, Set<Column>> of(Metadata metadata) {
        DeclaredColumns all = new DeclaredColumns();
        metadata.getEntityBindings().stream()
                .filter(RootClass.class::isInstance)
                .sorted(Comparator.comparing(PersistentClass::getEntityName))
                .forEach(all::addEntity);
        // The side that owns a join table says which of its columns is first.
        metadata.getCollectionBindings().stream()
                .sorted(Comparator.comparing(Collection::isInverse).thenComparing(Collection::getRole))
                .forEach(all::addCollection);
        return all.columns;
    }

    private void addEntity(PersistentClass entity) {
        Class<?> type = entity.getMappedClass();
        add(entity.getKey());
        for (Join join : entity.getJoins()) {
            add(join.getKey());
        }
        if (entity.getDiscriminator() != null) {
            add(entity.getDiscriminator());
        }
        add(entity.getProperties(), type);
        for (PersistentClass subclass : entity.getDirectSubclasses()) {
            addEntity(subclass);
        }
    }

    private void addCollection(Collection collection) {
        if (collection instanceof IdentifierCollection identified) {
            add(identified.getIdentifier());
        }
        add(collection.getKey());
        if (collection instanceof IndexedCollection indexed && indexed.getIndex() != null) {
            add(indexed.getIndex());
        }
        if (!(collection.getElement() instanceof OneToMany)) {
            add(collection.getElement());
        }
    }

    private void add(List<Property> properties, @Nullable Class<?> type) {
        for (Property property : Fields.of(type).sorted(properties)) {
            add(property.getValue());
        }
    }

    private void add(Value value) {
        if (!(value instanceof Component component)) {
            if (!(value instanceof Collection)) {
                value.getColumns().forEach(column -> add(value.getTable(), column));
            }
        } else if (component.getAggregateColumn() != null) {
            add(component.getTable(), component.getAggregateColumn());
        } else {
            if (component.getDiscriminator() != null) {
                add(component.getDiscriminator());
            }
            // The parts of an embedded key are fields of the entity itself.
            add(
                    component.getProperties(),
                    component.isEmbedded() ? component.getOwner().getMappedClass() : component.getComponentClass());
        }
    }

    private void add(Table table, Column column) {
        columns.computeIfAbsent(table, key -> new LinkedHashSet<>()).add(column);
    }
}
