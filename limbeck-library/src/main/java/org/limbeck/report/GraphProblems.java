package org.limbeck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.limbeck.graph.Direction;
import org.limbeck.graph.GraphException;
import org.limbeck.graph.GraphProblem;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.script.Script;
import org.limbeck.script.Scripts;

/**
 * Puts the problems of the graph, which are data, into words with files and commands.
 *
 * @param scripts the files behind the revisions
 * @param graph the graph; null while it could not be made
 * @param verb the command that asked, for the commands to paste
 */
public record GraphProblems(Scripts scripts, @Nullable RevisionGraph graph, String verb) {

    public LimbeckException of(GraphException exception) {
        return problem(exception.problem()).exception(exception);
    }

    Problem problem(GraphProblem problem) {
        if (problem instanceof GraphProblem.InvalidId invalid) {
            return invalid(invalid);
        }
        if (problem instanceof GraphProblem.DuplicateRevision duplicate) {
            return Problem.of(
                            ProblemCode.DUPLICATE_REVISION,
                            duplicate.positions().size() + " files have the revision identifier " + duplicate.id())
                    .at(place(duplicate.positions().get(0)))
                    .evidence(duplicate.positions().stream()
                            .map(position -> String.valueOf(place(position)))
                            .toList())
                    .hint("give one of them another identifier, in the file and in those that revise it");
        }
        if (problem instanceof GraphProblem.DuplicateLabel label) {
            return Problem.of(
                            ProblemCode.DUPLICATE_LABEL,
                            "the label " + label.label() + " of revision " + label.revision() + " is already used by "
                                    + label.owner())
                    .at(place(label.revision()))
                    .evidence("also in " + place(label.owner()))
                    .hint("give the branch another label");
        }
        if (problem instanceof GraphProblem.MissingRevision missing) {
            return missing(missing);
        }
        if (problem instanceof GraphProblem.Cycle cycle) {
            return cycle(cycle);
        }
        if (problem instanceof GraphProblem.UnknownRevision unknown) {
            return unknown(unknown);
        }
        if (problem instanceof GraphProblem.AmbiguousId ambiguous) {
            Problem base = Problem.of(
                            ProblemCode.AMBIGUOUS_REVISION,
                            "\"" + ambiguous.partial() + "\" matches "
                                    + ambiguous.candidates().size() + " revisions")
                    .evidence(lines(ambiguous.candidates()));
            return base.hint(
                    "give more of the identifier, for example",
                    command(ambiguous.candidates().get(0)));
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
                    .evidence(lines(notAHead.children()))
                    .hint(
                            "to begin a branch there",
                            "limbeck revision --head " + notAHead.revision() + " --splice -m \"...\"");
        }
        GraphProblem.DuplicateHeads duplicate = (GraphProblem.DuplicateHeads) problem;
        return Problem.of(ProblemCode.OVERLAPPING_REVISIONS, "revision " + duplicate.revision() + " is given twice")
                .hint("give each revision once");
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
                .at(place(invalid.position()))
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
                .at(place(missing.revision()));
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
            evidence.add(ids.get(i) + " stands on " + ids.get((i + 1) % ids.size()) + "   " + place(ids.get(i)));
        }
        return Problem.of(
                        ProblemCode.CYCLE,
                        ids.size() == 1
                                ? "revision " + ids.get(0) + " stands on itself"
                                : ids.size() + " revisions stand on each other in a circle")
                .at(place(ids.get(0)))
                .evidence(evidence)
                .hint("correct \"revises\" or \"dependsOn\" in one of these files");
    }

    private Problem unknown(GraphProblem.UnknownRevision unknown) {
        if (unknown.origin() == GraphProblem.UnknownRevision.Origin.ROW) {
            return Problem.of(
                            ProblemCode.REVISION_FILE_MISSING,
                            "the database is at revision " + unknown.name() + ", and no migration has that identifier")
                    .databaseState("Nothing was changed.")
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
        return problem.evidence(lines(unknown.nearest()))
                .hint("did you mean", command(unknown.nearest().get(0)));
    }

    private Problem severalHeads(GraphProblem.SeveralHeads several) {
        List<String> heads = several.heads();
        List<String> evidence = new ArrayList<>(lines(heads));
        String ancestor = commonAncestor(heads);
        if (ancestor != null) {
            evidence.add((heads.size() == 2 ? "both" : "all") + " descend from " + title(ancestor));
        }
        return Problem.of(
                        ProblemCode.SEVERAL_HEADS,
                        "\"" + several.target() + "\" is ambiguous, there are " + count(heads.size()) + " heads")
                .evidence(evidence)
                .hint("to join them", "limbeck merge heads -m \"merge " + firstWord(heads.get(heads.size() - 1)) + "\"")
                .hint(
                        verb.equals("upgrade")
                                ? "to " + verb + " to " + (heads.size() == 2 ? "both" : "all")
                                : "to take all",
                        command("heads"))
                .hint("to take one", command(heads.get(heads.size() - 1)));
    }

    private Problem ambiguousStep(GraphProblem.AmbiguousStep step) {
        boolean up = step.direction() == Direction.UP;
        String from = step.at() == null ? "the empty database" : step.at();
        Problem problem = Problem.of(
                        ProblemCode.AMBIGUOUS_STEP,
                        "\"" + step.target() + "\" is ambiguous: "
                                + count(step.candidates().size())
                                + (up ? " revisions come after " : " revisions come before ") + from)
                .evidence(lines(step.candidates()));
        for (String candidate : step.candidates()) {
            problem = problem.hint("to go " + (up ? "up to " : "down to ") + title(candidate), command(candidate));
        }
        return problem;
    }

    private Problem rows(GraphProblem.AmbiguousRows rows) {
        Problem problem = Problem.of(
                        ProblemCode.AMBIGUOUS_STEP,
                        "\"" + rows.target() + "\" is ambiguous: the database is at "
                                + count(rows.rows().size()) + " revisions")
                .evidence(lines(rows.rows()));
        for (String row : rows.rows()) {
            problem = problem.hint("to count from " + title(row), command(row + steps(rows.target())));
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
                ? problem.hint("a range goes with --sql", "limbeck " + verb + " " + invalid.target() + " --sql")
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
            case TARGETS -> problem.hint("give the upper one only", command(overlapping.revision()));
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

    private String command(String target) {
        return switch (verb) {
            case "revision" -> "limbeck revision --head " + target + " -m \"...\"";
            case "history" -> "limbeck history -r " + target + ":";
            default -> "limbeck " + verb + " " + target;
        };
    }

    private List<String> lines(List<String> ids) {
        int width = ids.stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (String id : ids) {
            String message = scripts.find(id).map(Script::message).orElse("");
            String created = scripts.find(id).map(Script::created).orElse("");
            lines.add(
                    (id + " ".repeat(width - id.length()) + "  " + message + (created.isEmpty() ? "" : "   " + created))
                            .stripTrailing());
        }
        return lines;
    }

    private String title(String id) {
        return (id + " " + scripts.find(id).map(Script::message).orElse("")).strip();
    }

    private String firstWord(String id) {
        return scripts.find(id)
                .map(Script::message)
                .filter(message -> !message.isBlank())
                .orElse(id);
    }

    private @Nullable Place place(String id) {
        return scripts.find(id).map(Script::place).orElse(null);
    }

    private Place place(int position) {
        return scripts.all().get(position).place();
    }

    private static String count(int number) {
        return switch (number) {
            case 2 -> "two";
            case 3 -> "three";
            case 4 -> "four";
            default -> Integer.toString(number);
        };
    }
}
