package org.limbeck.foreign;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Liquibase is asked for.
 *
 * @param root the folder that its files are found in
 * @param file the change log in it, as Liquibase's table names it
 * @param contexts an expression of contexts as Liquibase takes it; empty for all
 * @param labels an expression of labels as Liquibase takes it; empty for all
 * @param parameters values of the change log's parameters
 */
public record ChangeLogRequest(
        String root, String file, String contexts, String labels, Map<String, String> parameters) {

    public ChangeLogRequest {
        parameters = Map.copyOf(parameters);
    }

    /** The same in types of the JDK, for the other side of a class loader. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("root", root);
        fields.put("file", file);
        fields.put("contexts", contexts);
        fields.put("labels", labels);
        parameters.forEach((name, value) -> fields.put("parameter." + name, value));
        return fields;
    }
}
