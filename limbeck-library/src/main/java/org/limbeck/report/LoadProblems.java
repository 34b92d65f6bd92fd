package org.limbeck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.limbeck.graph.GraphProblem;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** What is wrong with the files of revisions, so that they make no graph. */
record LoadProblems(GraphWords words) {

    /** The problem in words; empty where it isn't one of the files. */
    Optional<Problem> of(GraphProblem problem) {
        if (problem instanceof GraphProblem.InvalidId invalid) {
            return Optional.of(invalid(invalid));
        }
        if (problem instanceof GraphProblem.DuplicateRevision duplicate) {
            return Optional.of(Problem.of(
                            ProblemCode.DUPLICATE_REVISION,
                            duplicate.positions().size() + " files have the revision identifier " + duplicate.id())
                    .at(words.place(duplicate.positions().get(0)))
                    .evidence(duplicate.positions().stream()
                            .map(position -> String.valueOf(words.place(position)))
                            .toList())
                    .hint("give one of them another identifier, in the file and in those that revise it"));
        }
        if (problem instanceof GraphProblem.DuplicateLabel label) {
            return Optional.of(Problem.of(
                            ProblemCode.DUPLICATE_LABEL,
                            "the label " + label.label() + " of revision " + label.revision() + " is already used by "
                                    + label.owner())
                    .at(words.place(label.revision()))
                    .evidence("also in " + words.place(label.owner()))
                    .hint("give the branch another label"));
        }
        if (problem instanceof GraphProblem.MissingRevision missing) {
            return Optional.of(missing(missing));
        }
        if (problem instanceof GraphProblem.Cycle cycle) {
            return Optional.of(cycle(cycle));
        }
        return Optional.empty();
    }

    private Problem invalid(GraphProblem.InvalidId invalid) {
        String why = switch (invalid.flaw()) {
            case EMPTY -> "it is empty";
            case TOO_LONG -> "it has " + invalid.id().length() + " characters, the version table holds 32";
            case FORBIDDEN_CHARACTER -> "it contains " + shown(invalid.offending());
            case RESERVED -> "this word has a meaning of its own";
        };
        return Problem.of(
                        ProblemCode.INVALID_REVISION_ID,
                        "\"" + invalid.id() + "\" cannot be the identifier of a revision: " + why)
                .at(words.place(invalid.position()))
                .hint("use letters, digits and _, at most 32 of them");
    }

    private static String shown(String characters) {
        return characters
                .codePoints()
                .mapToObj(character ->
                        Character.isWhitespace(character) ? "white space" : "\"" + Character.toString(character) + "\"")
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private Problem missing(GraphProblem.MissingRevision missing) {
        boolean revises = missing.relation() == GraphProblem.MissingRevision.Relation.REVISES;
        Problem problem = Problem.of(
                        ProblemCode.MISSING_REVISION,
                        "revision " + missing.revision() + (revises ? " revises " : " depends on ") + missing.missing()
                                + ", which does not exist")
                .at(words.place(missing.revision()));
        if (!missing.nearest().isEmpty()) {
            return problem.hint(
                    "the nearest name that exists is " + missing.nearest().get(0));
        }
        return problem.hint(
                "was its file deleted, or is it on another branch? To look for it",
                "git log --all -S" + missing.missing());
    }

    private Problem cycle(GraphProblem.Cycle cycle) {
        List<String> ids = cycle.revisions();
        List<String> evidence = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            evidence.add(ids.get(i) + " stands on " + ids.get((i + 1) % ids.size()) + "   " + words.place(ids.get(i)));
        }
        return Problem.of(
                        ProblemCode.CYCLE,
                        ids.size() == 1
                                ? "revision " + ids.get(0) + " stands on itself"
                                : ids.size() + " revisions stand on each other in a circle")
                .at(words.place(ids.get(0)))
                .evidence(evidence)
                .hint("correct \"revises\" or \"dependsOn\" in one of these files");
    }
}
