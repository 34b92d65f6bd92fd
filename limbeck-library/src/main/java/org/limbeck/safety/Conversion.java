package org.limbeck.safety;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.AlterAction.SetType;
import org.limbeck.ddl.CastChain;
import org.limbeck.ddl.TypeText;

/**
 * Whether rows have to be written anew for another type of their column: not where the bytes stay the same, which the catalog of
 * casts says, and not where a length becomes larger, which the server's planner knows.
 */
final class Conversion {

    private static final int MOST_DIGITS_OF_SECONDS = 6;

    private final Scope scope;
    private final ColumnFacts column;
    private TypeFacts type;
    private List<Integer> arguments;
    private boolean rewrites;
    private boolean keepsOperators = true;

    Conversion(Scope scope, ColumnFacts column, TypeFacts from) {
        this.scope = scope;
        this.column = column;
        this.type = from;
        // What comes out of a domain has no length for the server, even if the domain gives it one.
        this.arguments = column.spelling().arguments();
    }

    boolean rewrites(SetType action, TypeFacts target) {
        if (action.using() != null) {
            CastChain chain = CastChain.of(action.using());
            if (chain == null || !chain.column().equals(column.name())) {
                rewrite("USING computes each value");
                keepsOperators = type.base() == target.base();
                return rewrites;
            }
            for (TypeText step : chain.types()) {
                TypeFacts between = scope.type(step);
                if (between == null) {
                    return true;
                }
                step(step, between);
            }
        }
        step(action.type(), target);
        return rewrites;
    }

    /** Whether values are compared as before. */
    boolean keepsOperators() {
        return keepsOperators;
    }

    private void step(TypeText text, TypeFacts to) {
        if (to.constrained()) {
            rewrite("the domain " + text.name() + " has a constraint");
        }
        if (type.base() != to.base()) {
            base(to);
            arguments = List.of();
        }
        List<Integer> wanted = text.arguments().isEmpty() ? to.spelling().arguments() : text.arguments();
        if (!wanted.isEmpty()) {
            length(text, to, wanted);
        }
        arguments = to.oid() == to.base() ? wanted : List.of();
        type = to;
    }

    private void base(TypeFacts to) {
        CastFacts cast = cast(type.base(), to.base());
        if (cast != null && cast.method() == 'b') {
            return;
        }
        keepsOperators = false;
        boolean zoneOnly = type.spelling().name().startsWith("timestamp with")
                && to.spelling().name().startsWith("timestamp with");
        if (zoneOnly && hasNoOffset(scope.world().server().timeZone())) {
            scope.effects().because("the time zone of the session is UTC, so the bytes stay the same");
            return;
        }
        rewrite(
                zoneOnly
                        ? "the time zone " + scope.world().server().timeZone() + " has an offset"
                        : "the new type keeps its values differently");
        boolean integers = isInteger(type) && isInteger(to);
        if (cast != null && cast.method() == 'f' && cast.context() != 'i' && !integers) {
            scope.effects().losesData("a value of the old type doesn't fit into the new one exactly");
        }
    }

    private static boolean isInteger(TypeFacts type) {
        return switch (type.spelling().name()) {
            case "smallint", "integer", "bigint" -> true;
            default -> false;
        };
    }

    private @Nullable CastFacts cast(long source, long target) {
        return scope.world().facts().casts().stream()
                .filter(cast -> cast.source() == source && cast.target() == target)
                .findFirst()
                .orElse(null);
    }

    private void length(TypeText text, TypeFacts to, List<Integer> said) {
        if (text.array()) {
            if (!said.equals(arguments)) {
                rewrite("the elements have another length");
            }
            return;
        }
        CastFacts cast = cast(to.base(), to.base());
        if (cast == null) {
            return;
        }
        List<Integer> wanted = normal(cast, said);
        List<Integer> was = normal(cast, arguments);
        if (wanted.equals(was)) {
            return;
        }
        boolean free = switch (cast.support()) {
            case "varchar_support", "varbit_support" -> !was.isEmpty() && was.get(0) <= wanted.get(0);
            case "numeric_support" -> numeric(was, wanted);
            case "timestamp_support", "time_support", "interval_support" -> seconds(was, wanted);
            default -> false;
        };
        if (!free) {
            rewrite("each value has to be fitted to the new length");
        }
    }

    private static List<Integer> normal(CastFacts cast, List<Integer> arguments) {
        List<Integer> normal = new ArrayList<>(arguments);
        if (cast.support().equals("numeric_support") && normal.size() == 1) {
            normal.add(0);
        }
        return normal;
    }

    private boolean numeric(List<Integer> was, List<Integer> wanted) {
        if (was.isEmpty() || wanted.get(1) < was.get(1)) {
            scope.effects().losesData("digits behind the point are rounded away");
        }
        return !was.isEmpty() && was.get(1).equals(wanted.get(1)) && was.get(0) <= wanted.get(0);
    }

    private boolean seconds(List<Integer> was, List<Integer> wanted) {
        boolean free = wanted.get(0) >= MOST_DIGITS_OF_SECONDS || (!was.isEmpty() && was.get(0) <= wanted.get(0));
        if (!free) {
            scope.effects().losesData("fractions of seconds are rounded away");
        }
        return free;
    }

    private void rewrite(String reason) {
        rewrites = true;
        scope.effects().because(reason + ", so all rows are written anew");
    }

    /** As {@code TimestampTimestampTzRequiresRewrite}: only a zone that never had an offset will do. */
    private static boolean hasNoOffset(String zone) {
        try {
            String name = zone.toLowerCase(Locale.ROOT);
            ZoneRules rules = ZoneId.of(name.equals("utc") || name.equals("gmt") ? "UTC" : zone)
                    .getRules();
            return rules.isFixedOffset() && rules.getOffset(Instant.EPOCH).equals(ZoneOffset.UTC);
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
