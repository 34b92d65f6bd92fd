package org.limbeck.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.ColumnDefinition.Generated;

/** Reads the definition of a column. */
final class ColumnReader {

    /** What may follow a default's expression; none of it can stand in one outside parentheses. */
    static final Set<String> AFTER_DEFAULT = Set.of(
            "not",
            "null",
            "constraint",
            "check",
            "unique",
            "primary",
            "references",
            "generated",
            "collate",
            "deferrable",
            "initially",
            "storage",
            "compression");

    private final Tokens tokens;
    private final List<ConstraintDefinition> constraints = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean notNull;
    private @Nullable String identity;
    private @Nullable Expression defaultValue;
    private Generated generated = Generated.NO;

    ColumnReader(Tokens tokens) {
        this.tokens = tokens;
    }

    ColumnDefinition column() throws UnclearStatement {
        int begin = tokens.place();
        String name = tokens.name();
        TypeText type = new TypeReader(tokens).type();
        text.append(tokens.textSince(begin));
        while (!tokens.atEnd() && !tokens.sees(",") && !tokens.sees(")")) {
            clause(name);
        }
        return new ColumnDefinition(
                name, type, notNull, defaultValue, generated, identity, constraints, text.toString());
    }

    private void clause(String column) throws UnclearStatement {
        int begin = tokens.place();
        String name = tokens.took("constraint") ? tokens.name() : null;
        if (tokens.took("not", "null")) {
            notNull = true;
            if (tokens.took("no", "inherit") || name != null) {
                keep(begin);
            }
        } else if (tokens.took("null")) {
            notNull = false;
            keep(begin);
        } else if (tokens.took("default")) {
            defaultValue = tokens.expressionUntil(AFTER_DEFAULT);
        } else if (tokens.took("collate")) {
            tokens.qualifiedName();
            keep(begin);
        } else if (tokens.took("storage") || tokens.took("compression")) {
            tokens.word();
            keep(begin);
        } else if (tokens.took("generated")) {
            generated(begin);
        } else {
            ConstraintDefinition constraint = new ConstraintReader(tokens).columnConstraint(name, column);
            constraints.add(constraint);
            notNull = notNull || constraint.kind() == ConstraintDefinition.Kind.PRIMARY_KEY;
        }
    }

    private void keep(int begin) {
        text.append(' ').append(tokens.textSince(begin));
    }

    private void generated(int begin) throws UnclearStatement {
        if (!tokens.took("always")) {
            tokens.expect("by", "default");
        }
        tokens.expect("as");
        if (tokens.took("identity")) {
            if (tokens.sees("(")) {
                tokens.parenthesized();
            }
            identity = tokens.textSince(begin);
            return;
        }
        defaultValue = tokens.parenthesizedExpression();
        generated = tokens.took("stored")
                ? Generated.STORED
                : tokens.took("virtual") ? Generated.VIRTUAL : Generated.UNSAID;
    }
}
