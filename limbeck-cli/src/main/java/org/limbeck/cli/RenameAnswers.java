package org.limbeck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.limbeck.diff.Difference;
import org.limbeck.diff.RenameQuestion;
import org.limbeck.diff.Renames;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Whether something was renamed, as the options or the person at the terminal say. */
final class RenameAnswers {

    private static final String RENAME = "--rename";
    private static final String NO_RENAME = "--no-rename";

    private final Invocation invocation;
    private final Question question;
    private final Map<String, String> given = new LinkedHashMap<>();

    RenameAnswers(Invocation invocation, Question question) {
        this.invocation = invocation;
        this.question = question;
        for (String pair : invocation.values(RENAME)) {
            int equals = pair.indexOf('=');
            if (equals < 1 || equals == pair.length() - 1) {
                throw invocation
                        .usage(RENAME + " takes old=new, not \"" + pair + "\"")
                        .hint("for a column", "--rename orders.total=amount")
                        .hint("for a table", "--rename orders=purchases")
                        .exception();
            }
            given.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    static void declare(Declaration declaration) {
        declaration
                .values(
                        "<old=new>",
                        "Say what was renamed: orders=purchases, orders.total=amount; may be given several times.",
                        RENAME)
                .flag("Say that nothing else was renamed.", NO_RENAME);
    }

    /** Compares, and compares again with each answer, until no question is left. */
    Difference settle(Function<Renames, Difference> comparison) {
        Renames renames = Renames.NONE;
        List<String> unused = new ArrayList<>(given.keySet());
        Difference difference = comparison.apply(renames);
        while (!difference.questions().isEmpty()) {
            RenameQuestion first = difference.questions().get(0);
            RenameQuestion asked = difference.questions().stream()
                    .filter(this::isGiven)
                    .findFirst()
                    .orElse(first);
            if (isGiven(asked)) {
                unused.remove(key(asked));
                renames = yes(renames, asked);
            } else if (invocation.flag(NO_RENAME) || !question.yes(sentence(asked), unanswered(difference))) {
                renames = renames.notRenamed(asked.from(), asked.value());
            } else {
                renames = yes(renames, asked);
            }
            difference = comparison.apply(renames);
        }
        if (!unused.isEmpty()) {
            throw invocation
                    .usage("nothing that could have been renamed is called \"" + unused.get(0) + "\" or became \""
                            + given.get(unused.get(0)) + "\"")
                    .hint("to see what differs", "limbeck check")
                    .exception();
        }
        return difference;
    }

    private boolean isGiven(RenameQuestion asked) {
        return asked.to().equals(given.get(key(asked)));
    }

    private static Renames yes(Renames renames, RenameQuestion asked) {
        return asked.value().isEmpty()
                ? renames.renamed(asked.from(), asked.to())
                : renames.renamedValue(asked.from(), asked.value(), asked.to());
    }

    /** The old name as one types it. */
    private static String key(RenameQuestion asked) {
        String part = asked.from().part();
        String name = asked.from().name() + (part == null ? "" : "." + part);
        return asked.value().isEmpty() ? name : name + "." + asked.value();
    }

    private static String sentence(RenameQuestion asked) {
        return "was " + asked.describe() + " renamed to " + asked.to() + "? (" + asked.reason() + ")";
    }

    private static Problem unanswered(Difference difference) {
        Problem problem = Problem.of(ProblemCode.ANSWER_NEEDED, "only you know whether something was renamed")
                .evidence(difference.questions().stream()
                        .map(RenameAnswers::sentence)
                        .toList())
                .databaseState("Nothing was changed, no file was written.");
        for (RenameQuestion asked : difference.questions()) {
            problem = problem.hint("if it was", RENAME + " " + key(asked) + "=" + asked.to());
        }
        return problem.hint("if nothing was; what is gone is dropped then", NO_RENAME);
    }
}
