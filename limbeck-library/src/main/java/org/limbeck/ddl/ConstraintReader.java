package org.limbeck.ddl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.ConstraintDefinition.Kind;
import org.limbeck.schema.QualifiedName;

/** Reads constraints of tables and of columns. */
record ConstraintReader(Tokens tokens) {

    boolean seesTableConstraint() {
        return tokens.seesOneOf("constraint", "check", "unique", "primary", "foreign", "exclude")
                || tokens.sees("not", "null");
    }

    ConstraintDefinition tableConstraint() throws UnclearStatement {
        String name = tokens.took("constraint") ? tokens.name() : null;
        int begin = tokens.place();
        if (tokens.took("foreign", "key")) {
            List<String> columns = keyColumns();
            tokens.expect("references");
            return reference(begin, name, columns);
        }
        if (tokens.took("not", "null")) {
            return end(begin, Kind.NOT_NULL, name, List.of(tokens.name()), null, null, null);
        }
        if (tokens.took("exclude")) {
            return exclude(begin, name);
        }
        if (tokens.took("check")) {
            return end(begin, Kind.CHECK, name, List.of(), tokens.parenthesizedExpression(), null, null);
        }
        Kind kind = keyKind();
        if (tokens.took("using", "index")) {
            return end(begin, kind, name, List.of(), null, null, tokens.name());
        }
        nullsDistinct();
        List<String> columns = keyColumns();
        indexParameters();
        return end(begin, kind, name, columns, null, null, null);
    }

    /** A constraint of the column; the word CONSTRAINT and its name were read. */
    ConstraintDefinition columnConstraint(@Nullable String name, String column) throws UnclearStatement {
        int begin = tokens.place();
        if (tokens.took("references")) {
            return reference(begin, name, List.of(column));
        }
        if (tokens.took("check")) {
            return end(begin, Kind.CHECK, name, List.of(), tokens.parenthesizedExpression(), null, null);
        }
        Kind kind = keyKind();
        nullsDistinct();
        indexParameters();
        return end(begin, kind, name, List.of(column), null, null, null);
    }

    private Kind keyKind() throws UnclearStatement {
        if (tokens.took("primary", "key")) {
            return Kind.PRIMARY_KEY;
        }
        tokens.expect("unique");
        return Kind.UNIQUE;
    }

    private void nullsDistinct() {
        if (!tokens.took("nulls", "not", "distinct")) {
            tokens.took("nulls", "distinct");
        }
    }

    private List<String> keyColumns() throws UnclearStatement {
        List<String> columns = new ArrayList<>();
        tokens.expect("(");
        do {
            if (!tokens.sees("period", ",") && !tokens.sees("period", ")") && !tokens.sees("period", "without")) {
                tokens.took("period");
            }
            columns.add(tokens.name());
            tokens.took("without", "overlaps");
        } while (tokens.took(","));
        tokens.expect(")");
        return columns;
    }

    private void indexParameters() throws UnclearStatement {
        if (tokens.took("include")) {
            tokens.parenthesized();
        }
        if (tokens.took("with")) {
            tokens.parenthesized();
        }
        if (tokens.took("using", "index", "tablespace")) {
            tokens.name();
        }
    }

    private ConstraintDefinition exclude(int begin, @Nullable String name) throws UnclearStatement {
        if (tokens.took("using")) {
            tokens.name();
        }
        tokens.parenthesized();
        indexParameters();
        if (tokens.took("where")) {
            tokens.parenthesized();
        }
        return end(begin, Kind.EXCLUDE, name, List.of(), null, null, null);
    }

    private ConstraintDefinition reference(int begin, @Nullable String name, List<String> columns)
            throws UnclearStatement {
        QualifiedName referenced = tokens.qualifiedName();
        if (tokens.sees("(")) {
            keyColumns();
        }
        if (tokens.took("match")) {
            tokens.word();
        }
        while (tokens.took("on")) {
            if (!tokens.took("delete")) {
                tokens.expect("update");
            }
            action();
        }
        return end(begin, Kind.FOREIGN_KEY, name, columns, null, referenced, null);
    }

    private void action() throws UnclearStatement {
        if (tokens.took("set")) {
            if (!tokens.took("null")) {
                tokens.expect("default");
            }
            if (tokens.sees("(")) {
                tokens.nameList();
            }
        } else if (!tokens.took("no", "action") && !tokens.took("restrict")) {
            tokens.expect("cascade");
        }
    }

    private ConstraintDefinition end(
            int begin,
            Kind kind,
            @Nullable String name,
            List<String> columns,
            @Nullable Expression expression,
            @Nullable QualifiedName referenced,
            @Nullable String usingIndex)
            throws UnclearStatement {
        Set<String> said = new HashSet<>();
        while (true) {
            if (tokens.took("not", "valid")) {
                said.add("not valid");
            } else if (tokens.took("not", "enforced")) {
                said.add("not enforced");
            } else if (tokens.took("no", "inherit")) {
                said.add("no inherit");
            } else if (!ignored()) {
                break;
            }
        }
        return new ConstraintDefinition(
                kind,
                name,
                columns,
                expression,
                referenced,
                usingIndex,
                said.contains("not valid"),
                said.contains("not enforced"),
                said.contains("no inherit"),
                tokens.textSince(begin));
    }

    /** What changes when a constraint is checked, but not what adding it costs. */
    private boolean ignored() {
        return tokens.took("enforced")
                || tokens.took("deferrable")
                || tokens.took("not", "deferrable")
                || tokens.took("initially", "deferred")
                || tokens.took("initially", "immediate");
    }
}
