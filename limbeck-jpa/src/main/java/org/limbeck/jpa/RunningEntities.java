package org.limbeck.jpa;

import java.util.List;
import java.util.Map;
import org.limbeck.jpa.hibernate.HibernateExport;
import org.limbeck.jpa.property.ApplicationSettings;
import org.limbeck.jpa.source.SourceTree;
import org.limbeck.problem.LimbeckException;

/** Reads the entities of an application from within it, with the classes, the settings and the Hibernate that it runs with. */
public final class RunningEntities {

    private RunningEntities() {}

    /**
     * What Hibernate is told of its own settings.
     *
     * @param application properties as Spring Boot knows them, {@code spring.jpa.*}
     * @param loader sees Spring Boot, whose version decides about names
     */
    public static Map<String, String> hibernateProperties(Map<String, String> application, ClassLoader loader) {
        return ApplicationSettings.hibernateProperties(application, loader);
    }

    /**
     * What the entities say about the schema.
     *
     * @param loader sees the entities
     * @throws LimbeckException if Hibernate refuses their mapping
     */
    public static EntityStatements read(Mapping mapping, ClassLoader loader) {
        try {
            return new HibernateExport().export(mapping, loader);
        } catch (LimbeckException known) {
            throw known;
        } catch (RuntimeException | LinkageError refused) {
            throw MappingProblem.of(refused, mapping, SourceTree.of(List.of())).exception(refused);
        }
    }
}
