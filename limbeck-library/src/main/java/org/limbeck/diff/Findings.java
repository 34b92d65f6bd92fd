package org.limbeck.diff;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.problem.Problem;
import org.limbeck.schema.ObjectId;

/** Collects what a comparison has to say beside its operations. */
final class Findings {

    private final List<DataLoss> losses = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    void loss(ObjectId object, String sentence) {
        losses.add(new DataLoss(object, sentence));
    }

    void note(ObjectId object, String sentence) {
        notes.add(new Note(object, sentence));
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    List<DataLoss> losses() {
        return losses;
    }

    List<Note> notes() {
        return notes;
    }

    List<Problem> problems() {
        return problems;
    }
}
