package org.limbeck.jpa.property;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A unit of persistence.xml.
 *
 * @param classNames the classes that it lists
 * @param mappingFiles the resources with mappings that it lists
 * @param excludesUnlistedClasses whether only those count
 * @param properties its settings
 */
record PersistenceUnit(
        List<String> classNames,
        List<String> mappingFiles,
        boolean excludesUnlistedClasses,
        Map<String, String> properties) {

    static final String FILE = "META-INF/persistence.xml";

    /** Which unit it is, where there are several. */
    static final String CHOICE = "persistence-unit";

    private static final PersistenceUnit NONE = new PersistenceUnit(List.of(), List.of(), false, Map.of());

    /** The only unit, or the one that is asked for; one that says nothing if there is no such file. */
    static PersistenceUnit read(ResourceRoots resources, Map<String, String> given) {
        Optional<Path> file = resources.find(FILE);
        return file.isEmpty() ? NONE : of(choose(file.get(), given.get(CHOICE)));
    }

    private static Element choose(Path file, @Nullable String choice) {
        List<Element> units = elements(XmlFile.root(file), "persistence-unit");
        List<String> names =
                units.stream().map(unit -> unit.getAttribute("name")).toList();
        if (choice == null && units.size() == 1) {
            return units.get(0);
        }
        int chosen = choice == null ? -1 : names.indexOf(choice);
        if (chosen < 0) {
            throw Problem.of(
                            ProblemCode.INVALID_MAPPING,
                            choice == null
                                    ? file + " has " + units.size()
                                            + " persistence units, and it is not said which one counts"
                                    : file + " has no persistence unit " + choice)
                    .at(Place.of(file.toString()))
                    .evidence(names)
                    .exception();
        }
        return units.get(chosen);
    }

    private static PersistenceUnit of(Element unit) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (Element property : elements(unit, "property")) {
            properties.put(property.getAttribute("name"), property.getAttribute("value"));
        }
        List<String> excludes = texts(unit, "exclude-unlisted-classes");
        boolean exclude = !excludes.isEmpty() && !excludes.get(0).equals("false");
        return new PersistenceUnit(texts(unit, "class"), texts(unit, "mapping-file"), exclude, properties);
    }

    private static List<String> texts(Element parent, String name) {
        return elements(parent, name).stream()
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
