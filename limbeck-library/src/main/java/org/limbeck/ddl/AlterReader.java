package org.limbeck.ddl;

import java.util.List;
import java.util.Locale;
import org.limbeck.ddl.DdlStatement.AlterDomain;
import org.limbeck.ddl.DdlStatement.RelationWord;
import org.limbeck.schema.QualifiedName;

/** Reads what follows ALTER. */
record AlterReader(Tokens tokens) {

    DdlStatement statement() throws UnclearStatement {
        if (tokens.took("table")) {
            if (tokens.sees("all", "in")) {
                throw new UnclearStatement("it is about all tables of a tablespace");
            }
            return new AlterTableReader(tokens).statement(RelationWord.TABLE);
        } else if (tokens.took("materialized", "view")) {
            return new AlterTableReader(tokens).statement(RelationWord.MATERIALIZED_VIEW);
        } else if (tokens.took("view")) {
            return new AlterTableReader(tokens).statement(RelationWord.VIEW);
        } else if (tokens.took("index")) {
            return index();
        } else if (tokens.took("sequence")) {
            return sequence();
        } else if (tokens.took("type")) {
            return type();
        } else if (tokens.took("domain")) {
            return domain();
        } else if (tokens.took("trigger") || tokens.sees("policy") || tokens.sees("rule")) {
            return onTable();
        } else if (tokens.took("statistics")) {
            QualifiedName name = tokens.qualifiedName();
            tokens.rest();
            return new DdlStatement.Statistics("alter", List.of(name), null);
        } else if (tokens.took("publication")) {
            tokens.name();
            return new PublicationReader(tokens).tables();
        }
        return object();
    }

    private DdlStatement object() throws UnclearStatement {
        String kind = tokens.word();
        return switch (kind) {
            case "system", "database", "tablespace", "subscription" -> new DdlStatement.ServerWide("ALTER " + kind);
            case "function",
                    "procedure",
                    "routine",
                    "aggregate",
                    "schema",
                    "collation",
                    "conversion",
                    "operator",
                    "language",
                    "server",
                    "role",
                    "user",
                    "group",
                    "default",
                    "text",
                    "event",
                    "large" -> {
                boolean rename =
                        tokens.rest().stream().anyMatch(token -> token.isWord("rename") || token.isWord("schema"));
                yield new DdlStatement.ChangeObject(kind, rename);
            }
            default -> throw new UnclearStatement("ALTER " + kind + " is not known");
        };
    }

    private DdlStatement index() throws UnclearStatement {
        if (tokens.sees("all", "in")) {
            throw new UnclearStatement("it is about all indexes of a tablespace");
        }
        Tokens ahead = Tokens.of(tokens.text());
        ahead.expect("alter", "index");
        ahead.took("if", "exists");
        QualifiedName name = ahead.qualifiedName();
        if (ahead.took("attach", "partition")) {
            QualifiedName index = ahead.qualifiedName();
            ahead.expectEnd();
            return new DdlStatement.AttachIndex(name, index);
        }
        if (ahead.sees("depends") || ahead.sees("no")) {
            throw new UnclearStatement("this change of an index is not known");
        }
        return new AlterTableReader(tokens).statement(RelationWord.INDEX);
    }

    private DdlStatement sequence() throws UnclearStatement {
        Tokens ahead = Tokens.of(tokens.text());
        ahead.expect("alter", "sequence");
        ahead.took("if", "exists");
        QualifiedName name = ahead.qualifiedName();
        if (ahead.seesOneOf("rename", "owner") || ahead.sees("set")) {
            return new AlterTableReader(tokens).statement(RelationWord.SEQUENCE);
        }
        QualifiedName table = null;
        while (!ahead.atEnd()) {
            if (ahead.took("owned", "by")) {
                table = ahead.took("none") ? null : ownerTable(ahead);
            } else {
                ahead.skip();
            }
        }
        return new DdlStatement.AlterSequence(name, table);
    }

    private static QualifiedName ownerTable(Tokens tokens) throws UnclearStatement {
        String first = tokens.name();
        tokens.expect(".");
        String second = tokens.name();
        if (!tokens.took(".")) {
            return Names.qualified(null, first);
        }
        tokens.name();
        return Names.qualified(first, second);
    }

    private DdlStatement type() throws UnclearStatement {
        QualifiedName name = tokens.qualifiedName();
        if (tokens.took("add", "value")) {
            tokens.took("if", "not", "exists");
            String value = tokens.string();
            if (tokens.took("before") || tokens.took("after")) {
                tokens.string();
            }
            tokens.expectEnd();
            return new DdlStatement.AlterEnum(name, false, value);
        }
        if (tokens.took("rename", "value")) {
            String value = tokens.string();
            tokens.expect("to");
            tokens.string();
            tokens.expectEnd();
            return new DdlStatement.AlterEnum(name, true, value);
        }
        if (tokens.took("rename", "to") || tokens.took("owner", "to") || tokens.took("set", "schema")) {
            boolean owner = tokens.text().toLowerCase(Locale.ROOT).contains("owner");
            tokens.name();
            tokens.expectEnd();
            return new DdlStatement.ChangeObject("type", !owner);
        }
        return composite(name);
    }

    private DdlStatement composite(QualifiedName name) throws UnclearStatement {
        if (!tokens.seesOneOf("add", "drop", "alter", "rename")) {
            throw tokens.unexpected();
        }
        boolean drops = false;
        boolean cascade = false;
        while (!tokens.atEnd()) {
            drops = drops || tokens.seesOneOf("drop", "rename") || tokens.sees("alter", "attribute");
            cascade = cascade || tokens.sees("cascade");
            tokens.skip();
        }
        return new DdlStatement.AlterComposite(name, drops, cascade);
    }

    private DdlStatement domain() throws UnclearStatement {
        QualifiedName name = tokens.qualifiedName();
        if (tokens.took("set", "not", "null")) {
            tokens.expectEnd();
            return new AlterDomain(name, AlterDomain.Action.SET_NOT_NULL);
        }
        if (tokens.took("validate", "constraint")) {
            tokens.name();
            tokens.expectEnd();
            return new AlterDomain(name, AlterDomain.Action.VALIDATE_CONSTRAINT);
        }
        if (tokens.took("add")) {
            boolean notValid = new ConstraintReader(tokens).tableConstraint().notValid();
            tokens.expectEnd();
            return new AlterDomain(
                    name, notValid ? AlterDomain.Action.CATALOG_ONLY : AlterDomain.Action.ADD_VALID_CONSTRAINT);
        }
        if (!tokens.seesOneOf("set", "drop", "rename", "owner")) {
            throw tokens.unexpected();
        }
        tokens.rest();
        return new AlterDomain(name, AlterDomain.Action.CATALOG_ONLY);
    }

    private DdlStatement onTable() throws UnclearStatement {
        String kind = tokens.seesOneOf("policy", "rule") ? tokens.word() : "trigger";
        tokens.name();
        tokens.expect("on");
        QualifiedName table = tokens.qualifiedName();
        boolean rename = tokens.took("rename", "to");
        tokens.rest();
        return new DdlStatement.OnTable(rename ? "rename" : "alter", kind, table, null);
    }
}
