package org.limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Replaces operations before they are written down: each by none, one or several others, according to its kind. What no
 * rule is made for stays as it is.
 */
public final class Rewriter {

    private record Rule<T extends Operation>(Class<T> kind, Function<T, List<? extends Operation>> replacement) {

        boolean fits(Operation operation) {
            return kind.isInstance(operation);
        }

        List<? extends Operation> apply(Operation operation) {
            return replacement.apply(kind.cast(operation));
        }
    }

    private final List<Rule<?>> rules;

    private Rewriter(List<Rule<?>> rules) {
        this.rules = List.copyOf(rules);
    }

    /** One that leaves everything as it is. */
    public static Rewriter none() {
        return new Rewriter(List.of());
    }

    /** The same with one rule more. Of several rules for one operation each takes what the one before has made of it. */
    public <T extends Operation> Rewriter on(Class<T> kind, Function<T, List<? extends Operation>> replacement) {
        List<Rule<?>> all = new ArrayList<>(rules);
        all.add(new Rule<>(kind, replacement));
        return new Rewriter(all);
    }

    public List<Operation> rewrite(List<Operation> operations) {
        List<Operation> rewritten = List.copyOf(operations);
        for (Rule<?> rule : rules) {
            List<Operation> next = new ArrayList<>();
            for (Operation operation : rewritten) {
                if (rule.fits(operation)) {
                    next.addAll(rule.apply(operation));
                } else {
                    next.add(operation);
                }
            }
            rewritten = next;
        }
        return rewritten;
    }
}
