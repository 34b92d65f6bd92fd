package org.limbeck.jpa;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.jpa.source.SourceTree;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** What Hibernate refused, in its own words, with the class that they are about. */
final class MappingProblem {

    private MappingProblem() {}

    static Problem of(Throwable refused, Mapping mapping, SourceTree sources) {
        List<String> words = words(refused);
        String className = mentioned(words, mapping.classNames());
        String subject =
                className == null ? "Hibernate does not take the entities" : "Hibernate does not take " + className;
        Problem problem = Problem.of(ProblemCode.INVALID_MAPPING, subject)
                .at(place(className, sources))
                .evidence(words);
        String missing = missingClass(refused);
        return missing == null
                ? problem
                : problem.hint("the class path has no " + missing + ", add its jar to the setting class-path");
    }

    private static List<String> words(Throwable refused) {
        Set<String> words = new LinkedHashSet<>();
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            boolean bare = message == null || cause instanceof LinkageError || cause instanceof ClassNotFoundException;
            words.add(bare ? cause.toString() : message);
        }
        return new ArrayList<>(words);
    }

    /** The class that stands in the words; of several the one with the longest name, as names begin with one another. */
    private static @Nullable String mentioned(List<String> words, List<String> classNames) {
        String longest = null;
        for (String name : classNames) {
            if (words.stream().anyMatch(word -> word.contains(name))
                    && (longest == null || name.length() > longest.length())) {
                longest = name;
            }
        }
        return longest;
    }

    private static @Nullable Place place(@Nullable String className, SourceTree sources) {
        Path file = className == null ? null : sources.fileOf(className);
        return file == null ? null : Place.of(file.toString());
    }

    private static @Nullable String missingClass(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if ((cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException) && message != null) {
                return message.replace('/', '.');
            }
        }
        return null;
    }
}
