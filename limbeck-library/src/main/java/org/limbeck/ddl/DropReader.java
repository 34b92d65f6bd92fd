package org.limbeck.ddl;

import java.util.List;
import org.limbeck.schema.QualifiedName;

/** Reads what follows DROP. */
record DropReader(Tokens tokens) {

    DdlStatement statement() throws UnclearStatement {
        String kind = tokens.word();
        if (kind.equals("materialized")) {
            tokens.expect("view");
            kind = "materialized view";
        }
        return switch (kind) {
            case "table", "view", "materialized view", "index", "sequence", "schema", "type", "domain" -> objects(kind);
            case "trigger", "policy", "rule" -> onTable(kind);
            case "statistics" -> {
                tokens.took("if", "exists");
                List<QualifiedName> names = tokens.qualifiedNames();
                end();
                yield new DdlStatement.Statistics("drop", names, null);
            }
            case "database", "tablespace", "subscription" -> new DdlStatement.ServerWide("DROP " + kind);
            case "publication", "role", "user", "group", "server", "language", "event", "access", "foreign" -> {
                refuseCascade(kind);
                yield new DdlStatement.ChangeObject(kind, false);
            }
            case "function",
                    "procedure",
                    "routine",
                    "aggregate",
                    "operator",
                    "cast",
                    "collation",
                    "conversion",
                    "extension",
                    "text",
                    "transform" -> {
                refuseCascade(kind);
                yield new DdlStatement.ChangeObject(kind, true);
            }
            default -> throw new UnclearStatement("DROP " + kind + " is not known");
        };
    }

    private DdlStatement objects(String kind) throws UnclearStatement {
        boolean concurrently = kind.equals("index") && tokens.took("concurrently");
        boolean ifExists = tokens.took("if", "exists");
        List<QualifiedName> names = tokens.qualifiedNames();
        boolean cascade = end();
        return new DdlStatement.DropObjects(kind, names, ifExists, cascade, concurrently);
    }

    private boolean end() throws UnclearStatement {
        boolean cascade = tokens.took("cascade");
        if (!cascade) {
            tokens.took("restrict");
        }
        tokens.expectEnd();
        return cascade;
    }

    private DdlStatement onTable(String kind) throws UnclearStatement {
        tokens.took("if", "exists");
        tokens.name();
        tokens.expect("on");
        QualifiedName table = tokens.qualifiedName();
        end();
        return new DdlStatement.OnTable("drop", kind, table, null);
    }

    private void refuseCascade(String kind) throws UnclearStatement {
        if ((kind.equals("foreign") && tokens.sees("table"))
                || tokens.rest().stream().anyMatch(token -> token.isWord("cascade"))) {
            throw new UnclearStatement("what depends on it would be dropped too");
        }
    }
}
