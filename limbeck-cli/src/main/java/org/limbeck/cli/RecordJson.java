package org.limbeck.cli;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.DataType;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.QualifiedName;

/** Records as maps of their components, in their order. */
final class RecordJson {

    private RecordJson() {}

    /** A text, number, truth value, map or list. */
    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof QualifiedName || value instanceof DataType) {
            return value.toString();
        }
        if (value instanceof ObjectId id) {
            return id.describe();
        }
        if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null));
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof Collection<?> collection) {
            return list(collection);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof Record object) {
            return components(object);
        }
        return value instanceof Number || value instanceof Boolean || value == null ? value : value.toString();
    }

    static List<@Nullable Object> list(Collection<?> collection) {
        List<@Nullable Object> list = new ArrayList<>();
        collection.forEach(element -> list.add(of(element)));
        return list;
    }

    static Map<String, @Nullable Object> map(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, element) -> copy.put(String.valueOf(of(key)), of(element)));
        return copy;
    }

    /** The components of a record by their names. */
    static Map<String, @Nullable Object> components(Record object) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (RecordComponent component : object.getClass().getRecordComponents()) {
            try {
                map.put(component.getName(), of(component.getAccessor().invoke(object)));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return map;
    }
}
