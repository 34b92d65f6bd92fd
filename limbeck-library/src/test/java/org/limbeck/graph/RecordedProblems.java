package org.limbeck.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.limbeck.graph.GraphProblem.AmbiguousId;
import org.limbeck.graph.GraphProblem.AmbiguousRows;
import org.limbeck.graph.GraphProblem.AmbiguousStep;
import org.limbeck.graph.GraphProblem.Cycle;
import org.limbeck.graph.GraphProblem.DuplicateLabel;
import org.limbeck.graph.GraphProblem.DuplicateRevision;
import org.limbeck.graph.GraphProblem.InvalidId;
import org.limbeck.graph.GraphProblem.InvalidTarget;
import org.limbeck.graph.GraphProblem.InvalidTarget.Reason;
import org.limbeck.graph.GraphProblem.MissingRevision;
import org.limbeck.graph.GraphProblem.OverlappingRevisions;
import org.limbeck.graph.GraphProblem.SeveralHeads;
import org.limbeck.graph.GraphProblem.TooFewRevisions;
import org.limbeck.graph.GraphProblem.UnknownRevision;

/** Which of our problems answers to a recorded one. */
final class RecordedProblems {

    private RecordedProblems() {}

    /** Whether the problem is of the recorded kind. */
    static boolean matches(JsonNode recorded, GraphProblem problem) {
        if (recorded.has("defect")) {
            return isDefect(recorded.get("defect").asText(), problem);
        }
        String kind = recorded.path("error_kind").asText();
        String error = recorded.path("error").asText();
        String cause = recorded.path("error_cause").asText();
        return switch (kind) {
            case "MultipleHeads" ->
                problem instanceof SeveralHeads heads && heads.heads().size() > 1;
            case "ResolutionError" -> isResolution(error, cause, problem);
            case "RangeNotAncestorError" ->
                problem instanceof InvalidTarget target
                        && (error.startsWith("Requested range")
                                ? target.reason() == Reason.NOT_RELATED
                                : target.reason() == Reason.NOT_APPLIED);
            case "CycleDetected", "DependencyCycleDetected", "LoopDetected", "DependencyLoopDetected" ->
                problem instanceof Cycle;
            case "RevisionError" -> isRevisionError(error, problem);
            default -> isCrash(recorded, problem);
        };
    }

    private static boolean isResolution(String error, String cause, GraphProblem problem) {
        if (cause.startsWith("Multiple revisions start with")) {
            return problem instanceof AmbiguousId;
        }
        if (cause.contains("is not a member of branch")) {
            return problem instanceof InvalidTarget target && target.reason() == Reason.NOT_ON_BRANCH;
        }
        if (!cause.isEmpty()) {
            return problem instanceof UnknownRevision unknown && error.contains("'" + unknown.name() + "'");
        }
        if (error.contains("'heads'") || error.contains("@")) {
            // A range that starts further down than there are revisions; Alembic blames the text of its upper end.
            return problem instanceof TooFewRevisions;
        }
        // Listings don't record the cause.
        return problem instanceof UnknownRevision
                || problem instanceof AmbiguousId
                || (problem instanceof InvalidTarget target && target.reason() == Reason.NOT_ON_BRANCH);
    }

    private static boolean isRevisionError(String error, GraphProblem problem) {
        if (error.startsWith("Relative revision") || error.equals("Walked too far")) {
            return problem instanceof TooFewRevisions;
        }
        if (error.equals("Ambiguous walk")) {
            return problem instanceof AmbiguousStep step && step.candidates().size() > 1;
        }
        if (error.equals("Ambiguous upgrade from multiple current revisions")) {
            return problem instanceof AmbiguousRows;
        }
        if (error.equals("Not a valid downgrade target from current heads")) {
            return problem instanceof InvalidTarget target && target.reason() == Reason.NOTHING_ON_BRANCH;
        }
        if (error.contains("overlaps with other requested revisions")) {
            return problem instanceof OverlappingRevisions;
        }
        if (error.startsWith("Branch name")) {
            return problem instanceof DuplicateLabel;
        }
        return error.startsWith("Character(s)") && problem instanceof InvalidId;
    }

    /** Alembic dies without a word. What we say must fit what was asked. */
    private static boolean isCrash(JsonNode recorded, GraphProblem problem) {
        return switch (recorded.path("command").asText()) {
            case "upgrade" -> problem instanceof TooFewRevisions;
            case "downgrade" ->
                problem instanceof AmbiguousRows
                        || (problem instanceof InvalidTarget target && target.reason() == Reason.BRANCH_NOT_APPLIED);
            case "stamp" -> problem instanceof OverlappingRevisions || problem instanceof TooFewRevisions;
            default -> false;
        };
    }

    private static boolean isDefect(String defect, GraphProblem problem) {
        String words = defect.toLowerCase(Locale.ROOT);
        if (words.contains("label")) {
            return problem instanceof DuplicateLabel;
        }
        if (words.contains("self")) {
            return problem instanceof Cycle cycle && cycle.revisions().size() == 1;
        }
        if (words.contains("cycle") || words.contains("loop")) {
            return problem instanceof Cycle cycle && cycle.revisions().size() > 1;
        }
        if (words.contains("missing") || words.contains("unknown")) {
            return problem instanceof MissingRevision;
        }
        if (words.contains("dup")) {
            return problem instanceof DuplicateRevision;
        }
        return (words.contains("char") || words.contains("long") || words.contains("id"))
                && problem instanceof InvalidId;
    }
}
