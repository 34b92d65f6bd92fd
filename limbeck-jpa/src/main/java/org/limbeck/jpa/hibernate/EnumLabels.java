package org.limbeck.jpa.hibernate;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.type.descriptor.java.BasicPluralJavaType;
import org.hibernate.type.descriptor.java.JavaType;

/**
 * Enumerated types whose labels are in the order of the Java constants. Hibernate sorts them by the alphabet, while
 * PostgreSQL sorts rows by the order of the labels.
 *
 * @param statements by what Hibernate writes
 */
record EnumLabels(Map<String, String> statements) {

    static EnumLabels of(Metadata metadata) {
        Map<String, String> statements = new HashMap<>();
        for (Table table : metadata.collectTableMappings()) {
            for (Column column : table.getColumns()) {
                if (column.getValue() instanceof BasicValue value) {
                    BasicValue.Resolution<?> resolution = value.getResolution();
                    Stream.of(resolution.getDomainJavaType(), resolution.getRelationalJavaType())
                            .map(EnumLabels::elementClass)
                            .filter(Class::isEnum)
                            .forEach(type -> statements.put(
                                    statement(type, labels(type).sorted()), statement(type, labels(type))));
                }
            }
        }
        return new EnumLabels(statements);
    }

    /** What is executed instead of a statement. */
    String ordered(String statement) {
        return statements.getOrDefault(statement, statement);
    }

    private static Class<?> elementClass(JavaType<?> type) {
        return type instanceof BasicPluralJavaType<?> plural
                ? plural.getElementJavaType().getJavaTypeClass()
                : type.getJavaTypeClass();
    }

    private static String statement(Class<?> type, Stream<String> labels) {
        return "create type " + type.getSimpleName() + " as enum ("
                + labels.map(label -> "'" + label + "'").collect(Collectors.joining(",")) + ")";
    }

    private static Stream<String> labels(Class<?> type) {
        List<Field> values = Arrays.stream(type.getDeclaredFields())
                .filter(EnumLabels::isValue)
                .toList();
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> values.isEmpty() ? ((Enum<?>) constant).name() : value(values.get(0), constant));
    }

    /** By its name, because the annotation is newer than the older Hibernate. */
    private static boolean isValue(Field field) {
        return Arrays.stream(field.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.getName().equals("jakarta.persistence.EnumeratedValue"));
    }

    private static String value(Field field, Object constant) {
        try {
            field.setAccessible(true);
            return String.valueOf(field.get(constant));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " was made accessible", e);
        }
    }
}
