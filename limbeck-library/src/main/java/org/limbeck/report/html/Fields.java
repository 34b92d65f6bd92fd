package org.limbeck.report.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects the fields of an object, in their order. */
final class Fields {

    private final Map<String, @Nullable Object> map = new LinkedHashMap<>();

    /** @param value text, a number, a truth value, null, a list or a map */
    Fields with(String name, @Nullable Object value) {
        map.put(name, value);
        return this;
    }

    Map<String, @Nullable Object> map() {
        return map;
    }

    static <T> List<Object> each(Collection<T> elements, Function<T, Object> toData) {
        List<Object> list = new ArrayList<>(elements.size());
        for (T element : elements) {
            list.add(toData.apply(element));
        }
        return list;
    }
}
