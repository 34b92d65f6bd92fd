package org.limbeck.jpa.property;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Java's own format of properties. */
final class PropertyFile {

    private PropertyFile() {}

    static Map<String, String> read(ResourceRoots resources, String name) {
        return resources
                .find(name)
                .map(file -> parse(file, TextFile.read(file)))
                .orElse(Map.of());
    }

    /** The documents of a file of Spring Boot's, which may stand under one another. */
    static List<SettingsDocument> documents(Path file, String text) {
        return Stream.of(text.split("(?m)^[#!]---[ \t]*$", -1))
                .map(part -> new SettingsDocument(parse(file, part)))
                .toList();
    }

    private static Map<String, String> parse(Path file, String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException malformed) {
            throw Problem.of(
                            ProblemCode.INVALID_MAPPING,
                            file + " is not a file of properties: " + malformed.getMessage())
                    .at(Place.of(file.toString()))
                    .exception(malformed);
        }
        Map<String, String> map = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(key -> map.put(key, properties.getProperty(key)));
        return map;
    }
}
