package org.limbeck.diff;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.limbeck.schema.ObjectId;

/**
 * Answers to questions about renames.
 *
 * @param answers by object, and value of an enum, as in the question; the new name, or empty for one that was not renamed
 */
public record Renames(Map<Subject, String> answers) {

    /** Nothing was renamed, as far as anybody said. */
    public static final Renames NONE = new Renames(Map.of());

    public Renames {
        answers = Map.copyOf(answers);
    }

    /**
     * What was renamed, under the names of the actual schema.
     *
     * @param value of the enum that {@code id} says; empty for the object itself
     */
    public record Subject(ObjectId id, String value) {}

    /** Says that an object was renamed. */
    public Renames renamed(ObjectId id, String newName) {
        return with(new Subject(id, ""), newName);
    }

    /** Says that a value of an enum was renamed. */
    public Renames renamedValue(ObjectId type, String value, String newValue) {
        return with(new Subject(type, value), newValue);
    }

    /** Says that an object, or a value where one is given, was not renamed: it goes. */
    public Renames notRenamed(ObjectId id, String value) {
        return with(new Subject(id, value), "");
    }

    /** The answer to a question; empty where there is none, an empty text for no. */
    public Optional<String> answer(ObjectId id, String value) {
        return Optional.ofNullable(answers.get(new Subject(id, value)));
    }

    private Renames with(Subject subject, String answer) {
        Map<Subject, String> all = new HashMap<>(answers);
        all.put(subject, answer);
        return new Renames(all);
    }
}
