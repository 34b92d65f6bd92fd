package org.limbeck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.graph.Direction;
import org.limbeck.graph.GraphProblem;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** What is wrong with what was asked of a graph. */
record TargetProblems(GraphWords words, @Nullable RevisionGraph graph) {

    Problem of(GraphProblem problem) {
        if (problem instanceof GraphProblem.UnknownRevision unknown) {
            return unknown(unknown);
        }
        if (problem instanceof GraphProblem.AmbiguousId ambiguous) {
            Problem base = Problem.of(
                            ProblemCode.AMBIGUOUS_REVISION,
                            "\"" + ambiguous.partial() + "\" matches "
                                    + ambiguous.candidates().size() + " revisions")
                    .evidence(words.lines(ambiguous.candidates()));
            return base.hint(
                    "give more of the identifier, for example",
                    words.command(ambiguous.candidates().get(0)));
        }
        if (problem instanceof GraphProblem.SeveralHeads several) {
            return severalHeads(several);
        }
        if (problem instanceof GraphProblem.AmbiguousStep step) {
            return ambiguousStep(step);
        }
        if (problem instanceof GraphProblem.TooFewRevisions few) {
            return Problem.of(
                            ProblemCode.TOO_FEW_REVISIONS,
                            "\"" + few.target() + "\" asks for " + Math.abs(few.asked()) + " "
                                    + (Math.abs(few.asked()) == 1 ? "revision" : "revisions")
                                    + (few.asked() < 0 ? " down" : " up") + ", there "
                                    + (few.got() == 1 ? "is 1" : "are " + few.got()) + " that way")
                    .hint("to see what there is", "limbeck history --indicate-current");
        }
        if (problem instanceof GraphProblem.AmbiguousRows rows) {
            return rows(rows);
        }
        if (problem instanceof GraphProblem.InvalidTarget invalid) {
            return invalidTarget(invalid);
        }
        if (problem instanceof GraphProblem.OverlappingRevisions overlapping) {
            return overlapping(overlapping);
        }
        if (problem instanceof GraphProblem.NotAHead notAHead) {
            return Problem.of(
                            ProblemCode.NOT_A_HEAD,
                            "revision " + notAHead.revision()
                                    + " is not a head, so a new revision on it would begin a branch")
                    .evidence(words.lines(notAHead.children()))
                    .hint(
                            "to begin a branch there",
                            "limbeck revision --head " + notAHead.revision() + " --splice -m \"...\"");
        }
        GraphProblem.DuplicateHeads duplicate = (GraphProblem.DuplicateHeads) problem;
        return Problem.of(ProblemCode.OVERLAPPING_REVISIONS, "revision " + duplicate.revision() + " is given twice")
                .hint("give each revision once");
    }

    private Problem unknown(GraphProblem.UnknownRevision unknown) {
        if (unknown.origin() == GraphProblem.UnknownRevision.Origin.ROW) {
            return Problem.of(
                            ProblemCode.REVISION_FILE_MISSING,
                            "the database is at revision " + unknown.name() + ", and no migration has that identifier")
                    .databaseState("Nothing was changed.")
                    .hint("to undo it as the history recorded it", "limbeck downgrade -1")
                    .hint("is the file on another branch? To look for it", "git log --all -S" + unknown.name())
                    .hint("are these the right migrations? To see where they are read from", "limbeck config")
                    .hint(
                            "if the schema is known to be that of another revision, to say so",
                            "limbeck stamp --purge REVISION");
        }
        Problem problem = Problem.of(ProblemCode.UNKNOWN_REVISION, "there is no revision \"" + unknown.name() + "\"");
        if (unknown.nearest().isEmpty()) {
            return problem.hint("to see all", "limbeck history");
        }
        return problem.evidence(words.lines(unknown.nearest()))
                .hint("did you mean", words.command(unknown.nearest().get(0)));
    }

    private Problem severalHeads(GraphProblem.SeveralHeads several) {
        List<String> heads = several.heads();
        List<String> evidence = new ArrayList<>(words.lines(heads));
        String ancestor = commonAncestor(heads);
        if (ancestor != null) {
            evidence.add((heads.size() == 2 ? "both" : "all") + " descend from " + words.title(ancestor));
        }
        return Problem.of(
                        ProblemCode.SEVERAL_HEADS,
                        "\"" + several.target() + "\" is ambiguous, there are " + GraphWords.count(heads.size())
                                + " heads")
                .evidence(evidence)
                .hint(
                        "to join them",
                        "limbeck merge heads -m \"merge " + words.firstWord(heads.get(heads.size() - 1)) + "\"")
                .hint(
                        words.verb().equals("upgrade")
                                ? "to " + words.verb() + " to " + (heads.size() == 2 ? "both" : "all")
                                : "to take all",
                        words.command("heads"))
                .hint("to take one", words.command(heads.get(heads.size() - 1)));
    }

    private Problem ambiguousStep(GraphProblem.AmbiguousStep step) {
        boolean up = step.direction() == Direction.UP;
        String from = step.at() == null ? "the empty database" : step.at();
        Problem problem = Problem.of(
                        ProblemCode.AMBIGUOUS_STEP,
                        "\"" + step.target() + "\" is ambiguous: "
                                + GraphWords.count(step.candidates().size())
                                + (up ? " revisions come after " : " revisions come before ") + from)
                .evidence(words.lines(step.candidates()));
        for (String candidate : step.candidates()) {
            problem = problem.hint(
                    "to go " + (up ? "up to " : "down to ") + words.title(candidate), words.command(candidate));
        }
        return problem;
    }

    private Problem rows(GraphProblem.AmbiguousRows rows) {
        Problem problem = Problem.of(
                        ProblemCode.AMBIGUOUS_STEP,
                        "\"" + rows.target() + "\" is ambiguous: the database is at "
                                + GraphWords.count(rows.rows().size()) + " revisions")
                .evidence(words.lines(rows.rows()));
        for (String row : rows.rows()) {
            problem = problem.hint("to count from " + words.title(row), words.command(row + steps(rows.target())));
        }
        return problem;
    }

    private static String steps(String target) {
        return target.substring(Math.max(target.lastIndexOf('+'), target.lastIndexOf('-')));
    }

    private Problem invalidTarget(GraphProblem.InvalidTarget invalid) {
        String involved = String.join(", ", invalid.involved());
        String target = "\"" + invalid.target() + "\"";
        String sentence = switch (invalid.reason()) {
            case NOT_ON_BRANCH -> target + " is not on the branch " + involved;
            case NOT_APPLIED ->
                target + " is not applied, so there is no way down to it: the database is "
                        + (involved.isEmpty() ? "at base" : "at " + involved);
            case NOTHING_ON_BRANCH -> "nothing of the branch " + involved + " stands on " + target;
            case BRANCH_NOT_APPLIED ->
                target + " names a branch of which nothing is applied: the database is "
                        + (involved.isEmpty() ? "at base" : "at " + involved);
            case NOT_RELATED -> target + " is not a range: neither end stands on the other";
            case RANGE_NOT_ALLOWED -> target + " is a range, and a single revision is wanted here";
            case NOT_A_RANGE -> target + " is not a range of the form LOWER:UPPER";
        };
        Problem problem = Problem.of(ProblemCode.INVALID_TARGET, sentence);
        return invalid.reason() == GraphProblem.InvalidTarget.Reason.RANGE_NOT_ALLOWED
                ? problem.hint("a range goes with --sql", "limbeck " + words.verb() + " " + invalid.target() + " --sql")
                : problem.hint("to see what is applied", "limbeck history --indicate-current");
    }

    private Problem overlapping(GraphProblem.OverlappingRevisions overlapping) {
        String others = String.join(", ", overlapping.others());
        Problem problem = Problem.of(
                ProblemCode.OVERLAPPING_REVISIONS,
                switch (overlapping.given()) {
                    case TARGETS ->
                        "revision " + overlapping.revision() + " stands on " + others
                                + ", so giving both as targets says nothing more";
                    case ROWS ->
                        "the version table holds " + others + " beside " + overlapping.revision()
                                + ", which stands on it";
                    case PARENTS ->
                        "revision " + overlapping.revision() + " stands on " + others
                                + ", so there is nothing to merge";
                });
        return switch (overlapping.given()) {
            case TARGETS -> problem.hint("give the upper one only", words.command(overlapping.revision()));
            case ROWS -> problem.hint("to leave only what counts", "limbeck stamp --purge " + overlapping.revision());
            case PARENTS -> problem.hint("merge heads", "limbeck merge heads -m \"...\"");
        };
    }

    private @Nullable String commonAncestor(List<String> heads) {
        if (graph == null) {
            return null;
        }
        Set<String> common = graph.applied(heads.subList(0, 1));
        for (String head : heads) {
            common.retainAll(graph.applied(List.of(head)));
        }
        for (String id : graph.history()) {
            if (common.contains(id)) {
                return id;
            }
        }
        return null;
    }
}
