package org.limbeck.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.QualifiedName;

/** Reads what follows CREATE. */
record CreateReader(Tokens tokens) {

    DdlStatement statement() throws UnclearStatement {
        boolean replace = tokens.took("or", "replace");
        if (tokens.took("unique", "index")) {
            return index(true);
        } else if (tokens.took("index")) {
            return index(false);
        } else if (tokens.took("materialized", "view")) {
            return view(true, false);
        } else if (tokens.took("constraint", "trigger") || tokens.took("trigger")) {
            return trigger();
        } else if (tokens.took("policy") || tokens.took("rule")) {
            return onTable();
        } else if (tokens.took("statistics")) {
            return statistics();
        } else if (tokens.took("publication")) {
            return publication();
        }
        boolean global = tokens.took("global") || tokens.took("local");
        boolean temporary = tokens.took("temporary") || tokens.took("temp");
        if (global && !temporary) {
            throw tokens.unexpected();
        }
        boolean unlogged = tokens.took("unlogged");
        if (tokens.took("table")) {
            return new CreateTableReader(tokens).statement(temporary);
        } else if (!unlogged && tokens.took("view")) {
            return view(false, false);
        } else if (!unlogged && tokens.took("recursive", "view")) {
            return view(false, true);
        }
        return object(replace);
    }

    private DdlStatement object(boolean replace) throws UnclearStatement {
        String kind = tokens.word();
        return switch (kind) {
            case "sequence", "schema" -> named(kind);
            case "type", "domain", "function", "procedure", "aggregate", "collation", "conversion" -> {
                QualifiedName name = tokens.qualifiedName();
                boolean enumeration = kind.equals("type") && tokens.sees("as", "enum");
                tokens.rest();
                yield new DdlStatement.NewObject(enumeration ? "enum" : kind, name);
            }
            case "extension",
                    "role",
                    "user",
                    "group",
                    "language",
                    "server",
                    "foreign",
                    "operator",
                    "cast",
                    "text",
                    "transform",
                    "event",
                    "access" -> {
                if (kind.equals("foreign") && tokens.sees("table")) {
                    throw new UnclearStatement("foreign tables are not looked into");
                }
                tokens.rest();
                yield new DdlStatement.NewObject(kind, null);
            }
            case "database", "tablespace", "subscription" -> new DdlStatement.ServerWide("CREATE " + kind);
            default -> throw new UnclearStatement("CREATE " + (replace ? "OR REPLACE " : "") + kind + " is not known");
        };
    }

    private DdlStatement named(String kind) throws UnclearStatement {
        tokens.took("if", "not", "exists");
        QualifiedName name =
                tokens.took("authorization") ? Names.qualified(null, tokens.name()) : tokens.qualifiedName();
        if (kind.equals("schema")) {
            if (tokens.took("authorization")) {
                tokens.name();
            }
            tokens.expectEnd();
        } else if (tokens.rest().stream().anyMatch(token -> token.isWord("owned"))) {
            throw new UnclearStatement("a sequence with OWNED BY is not looked into");
        }
        return new DdlStatement.NewObject(kind, name);
    }

    private DdlStatement index(boolean unique) throws UnclearStatement {
        boolean concurrently = tokens.took("concurrently");
        boolean ifNotExists = tokens.took("if", "not", "exists");
        QualifiedName name = tokens.sees("on") ? null : tokens.qualifiedName();
        tokens.expect("on");
        boolean only = tokens.took("only");
        QualifiedName table = tokens.qualifiedName();
        String definition = tokens.textOfRest();
        if (tokens.took("using")) {
            tokens.name();
        }
        Expression elements = tokens.parenthesizedExpression();
        Expression predicate = afterElements();
        tokens.expectEnd();
        return new DdlStatement.CreateIndex(
                name, table, only, unique, concurrently, ifNotExists, definition, elements, predicate);
    }

    private @Nullable Expression afterElements() throws UnclearStatement {
        if (tokens.took("include")) {
            tokens.parenthesized();
        }
        if (!tokens.took("nulls", "not", "distinct")) {
            tokens.took("nulls", "distinct");
        }
        if (tokens.took("with")) {
            tokens.parenthesized();
        }
        if (tokens.took("tablespace")) {
            tokens.name();
        }
        return tokens.took("where") ? tokens.expressionUntil(Set.of()) : null;
    }

    private DdlStatement view(boolean materialized, boolean recursive) throws UnclearStatement {
        boolean ifNotExists = tokens.took("if", "not", "exists");
        QualifiedName name = tokens.qualifiedName();
        if (tokens.sees("(")) {
            tokens.nameList();
        }
        if (tokens.took("using")) {
            tokens.name();
        }
        if (tokens.took("with")) {
            tokens.parenthesized();
        }
        if (tokens.took("tablespace")) {
            tokens.name();
        }
        tokens.expect("as");
        List<Token> rest = tokens.rest();
        int size = rest.size();
        boolean noData = size > 3
                && rest.get(size - 3).isWord("with")
                && rest.get(size - 2).isWord("no")
                && rest.get(size - 1).isWord("data");
        Query query = QueryReader.read(rest);
        if (recursive) {
            List<QualifiedName> others = new ArrayList<>(query.relations());
            others.remove(name);
            query = new Query(others, query.functions(), query.sequences(), query.literals());
        }
        return new DdlStatement.CreateView(name, materialized, ifNotExists, !noData, query);
    }

    private DdlStatement trigger() throws UnclearStatement {
        tokens.name();
        while (!tokens.atEnd() && !tokens.sees("on")) {
            tokens.skip();
        }
        tokens.expect("on");
        QualifiedName table = tokens.qualifiedName();
        QualifiedName other = tokens.took("from") ? tokens.qualifiedName() : null;
        tokens.rest();
        return new DdlStatement.OnTable("create", "trigger", table, other);
    }

    /** A policy is on its table, a rule on an event to one. */
    private DdlStatement onTable() throws UnclearStatement {
        tokens.name();
        if (tokens.took("as", "on")) {
            tokens.word();
            tokens.expect("to");
            QualifiedName table = tokens.qualifiedName();
            tokens.rest();
            return new DdlStatement.OnTable("create", "rule", table, null);
        }
        tokens.expect("on");
        QualifiedName table = tokens.qualifiedName();
        tokens.rest();
        return new DdlStatement.OnTable("create", "policy", table, null);
    }

    private DdlStatement statistics() throws UnclearStatement {
        tokens.took("if", "not", "exists");
        List<QualifiedName> names = tokens.sees("(") || tokens.sees("on") ? List.of() : List.of(tokens.qualifiedName());
        if (tokens.sees("(")) {
            tokens.parenthesized();
        }
        tokens.expect("on");
        int depth = 0;
        while (!tokens.atEnd() && !(depth == 0 && tokens.sees("from"))) {
            depth += tokens.sees("(") ? 1 : tokens.sees(")") ? -1 : 0;
            tokens.skip();
        }
        tokens.expect("from");
        QualifiedName table = tokens.qualifiedName();
        tokens.expectEnd();
        return new DdlStatement.Statistics("create", names, table);
    }

    private DdlStatement publication() throws UnclearStatement {
        tokens.name();
        return new PublicationReader(tokens).tables();
    }
}
