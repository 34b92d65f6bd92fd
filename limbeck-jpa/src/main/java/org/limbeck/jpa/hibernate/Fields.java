package org.limbeck.jpa.hibernate;

import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.mapping.Property;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a class in the order of its source, those of superclasses first. Java doesn't promise this order, yet
 * compilers write and machines keep it; for methods they don't, so that a property without a field comes last.
 *
 * @param places by name
 */
record Fields(Map<String, Integer> places) {

    /** The fields of no class are none. */
    static Fields of(@Nullable Class<?> type) {
        Map<String, Integer> places = new HashMap<>();
        add(type, places);
        return new Fields(places);
    }

    /** Properties that share a place stay as they are. */
    List<Property> sorted(List<Property> properties) {
        return properties.stream()
                .sorted(Comparator.comparingInt(property -> places.getOrDefault(property.getName(), Integer.MAX_VALUE)))
                .toList();
    }

    private static void add(@Nullable Class<?> type, Map<String, Integer> places) {
        if (type == null) {
            return;
        }
        add(type.getSuperclass(), places);
        for (Field field : type.getDeclaredFields()) {
            places.putIfAbsent(field.getName(), places.size());
        }
    }
}
