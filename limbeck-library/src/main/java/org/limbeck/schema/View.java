package org.limbeck.schema;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A view.
 *
 * @param query the {@code SELECT}, without a semicolon
 * @param options for example {@code security_barrier} to {@code true}, {@code check_option} to {@code local}
 * @see <a href="https://www.postgresql.org/docs/current/sql-createview.html">CREATE VIEW</a>
 */
public record View(QualifiedName name, String query, Map<String, String> options) implements CommonObject {

    public View {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    public View with(String option, Object value) {
        Map<String, String> all = new TreeMap<>(options);
        all.put(option, value.toString());
        return new View(name, query, all);
    }

    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectKind.VIEW, name);
    }
}
