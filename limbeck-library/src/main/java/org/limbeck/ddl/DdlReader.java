package org.limbeck.ddl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.DdlStatement.Maintenance;
import org.limbeck.schema.QualifiedName;

/** Reads a statement by its first words. */
record DdlReader(Tokens tokens) {

    DdlStatement statement() throws UnclearStatement {
        if (tokens.took("create")) {
            return new CreateReader(tokens).statement();
        } else if (tokens.took("alter")) {
            return new AlterReader(tokens).statement();
        } else if (tokens.took("drop")) {
            return new DropReader(tokens).statement();
        } else if (tokens.took("comment", "on")) {
            return comment();
        } else if (tokens.seesOneOf("grant", "revoke")) {
            return privileges();
        } else if (tokens.took("truncate")) {
            return truncate();
        } else if (tokens.took("refresh", "materialized", "view")) {
            return refresh();
        } else if (tokens.seesOneOf("reindex", "vacuum", "analyze", "analyse", "cluster")) {
            return maintenance();
        } else if (tokens.took("set") || tokens.took("reset")) {
            return setting();
        }
        return new RowsReader(tokens).statement();
    }

    private DdlStatement comment() throws UnclearStatement {
        String kind = tokens.word();
        QualifiedName relation = null;
        boolean member = false;
        switch (kind) {
            case "table", "view", "index", "sequence" -> relation = tokens.qualifiedName();
            case "materialized" -> {
                tokens.expect("view");
                relation = tokens.qualifiedName();
            }
            case "column" -> relation = columnsTable();
            case "constraint", "trigger", "policy", "rule" -> {
                tokens.name();
                tokens.expect("on");
                member = !tokens.took("domain");
                QualifiedName owner = tokens.qualifiedName();
                relation = member ? owner : null;
            }
            default -> skipToIs();
        }
        tokens.expect("is");
        if (!tokens.took("null")) {
            tokens.string();
        }
        tokens.expectEnd();
        return new DdlStatement.Comment(relation, member);
    }

    private QualifiedName columnsTable() throws UnclearStatement {
        String first = tokens.name();
        tokens.expect(".");
        String second = tokens.name();
        if (!tokens.took(".")) {
            return Names.qualified(null, first);
        }
        tokens.name();
        return Names.qualified(first, second);
    }

    private void skipToIs() throws UnclearStatement {
        while (!tokens.atEnd() && !tokens.sees("is")) {
            tokens.skip();
        }
    }

    private DdlStatement privileges() throws UnclearStatement {
        boolean revoke = tokens.word().equals("revoke");
        while (!tokens.atEnd() && !tokens.seesOneOf("on", "to", "from")) {
            tokens.skip();
        }
        if (!tokens.took("on")) {
            tokens.rest();
            return new DdlStatement.Privileges(revoke, List.of());
        }
        if (tokens.took("all")) {
            throw new UnclearStatement("it is about all objects of a schema");
        }
        boolean relations = tokens.took("table") || tokens.took("sequence") || !otherKind();
        List<QualifiedName> tables = relations ? tokens.qualifiedNames() : List.of();
        while (relations && !tokens.seesOneOf("to", "from")) {
            throw tokens.unexpected();
        }
        tokens.rest();
        return new DdlStatement.Privileges(revoke, tables);
    }

    private boolean otherKind() {
        return tokens.seesOneOf(
                "database",
                "domain",
                "foreign",
                "function",
                "language",
                "large",
                "parameter",
                "procedure",
                "routine",
                "schema",
                "tablespace",
                "type");
    }

    private DdlStatement truncate() throws UnclearStatement {
        tokens.took("table");
        boolean only = tokens.took("only");
        List<QualifiedName> tables = tokens.qualifiedNames();
        if (!tokens.took("restart", "identity")) {
            tokens.took("continue", "identity");
        }
        boolean cascade = tokens.took("cascade");
        if (!cascade) {
            tokens.took("restrict");
        }
        tokens.expectEnd();
        return new DdlStatement.Truncate(tables, only, cascade);
    }

    private DdlStatement refresh() throws UnclearStatement {
        boolean concurrently = tokens.took("concurrently");
        QualifiedName name = tokens.qualifiedName();
        boolean withData = !tokens.took("with", "no", "data");
        if (withData) {
            tokens.took("with", "data");
        }
        tokens.expectEnd();
        return new DdlStatement.RefreshView(name, concurrently, withData);
    }

    private DdlStatement maintenance() throws UnclearStatement {
        if (tokens.took("reindex")) {
            return reindex();
        }
        if (tokens.took("cluster")) {
            return cluster();
        }
        boolean vacuum = tokens.took("vacuum");
        boolean full = false;
        if (tokens.sees("(")) {
            full = Expression.of(tokens.text(), tokens.parenthesized()).names().contains("full");
        }
        full = tokens.took("full") || full;
        while (tokens.seesOneOf("freeze", "verbose", "analyze", "analyse")) {
            tokens.skip();
        }
        Maintenance.Task task =
                !vacuum ? Maintenance.Task.ANALYZE : full ? Maintenance.Task.VACUUM_FULL : Maintenance.Task.VACUUM;
        return new Maintenance(task, tokens.atEnd() ? List.of() : tables());
    }

    private List<QualifiedName> tables() throws UnclearStatement {
        List<QualifiedName> tables = new ArrayList<>();
        do {
            tables.add(tokens.qualifiedName());
            if (tokens.sees("(")) {
                tokens.nameList();
            }
        } while (tokens.took(","));
        tokens.expectEnd();
        return tables;
    }

    private DdlStatement cluster() throws UnclearStatement {
        if (tokens.sees("(")) {
            tokens.parenthesized();
        }
        tokens.took("verbose");
        if (tokens.atEnd()) {
            return new Maintenance(Maintenance.Task.CLUSTER, List.of());
        }
        QualifiedName table = tokens.qualifiedName();
        if (tokens.took("using")) {
            tokens.name();
        }
        tokens.expectEnd();
        return new Maintenance(Maintenance.Task.CLUSTER, List.of(table));
    }

    private DdlStatement reindex() throws UnclearStatement {
        boolean concurrently = false;
        if (tokens.sees("(")) {
            concurrently =
                    Expression.of(tokens.text(), tokens.parenthesized()).names().contains("concurrently");
        }
        boolean index = tokens.took("index");
        if (!index) {
            tokens.expect("table");
        }
        concurrently = tokens.took("concurrently") || concurrently;
        QualifiedName name = tokens.qualifiedName();
        tokens.expectEnd();
        return new DdlStatement.Reindex(index, name, concurrently);
    }

    private DdlStatement setting() throws UnclearStatement {
        if (!tokens.took("session")) {
            tokens.took("local");
        }
        if (tokens.took("time", "zone")) {
            return new DdlStatement.SetSetting("timezone", value());
        }
        if (tokens.seesOneOf("constraints", "transaction", "role", "session", "authorization")) {
            boolean constraints = tokens.took("constraints");
            tokens.rest();
            if (constraints) {
                throw new UnclearStatement("it checks constraints that were deferred");
            }
            return new DdlStatement.ChangeObject("setting", false);
        }
        String name = tokens.name();
        if (tokens.took(".")) {
            name = name + "." + tokens.name();
        }
        if (tokens.atEnd()) {
            return new DdlStatement.SetSetting(name, null);
        }
        if (!tokens.took("to")) {
            tokens.expect("=");
        }
        return new DdlStatement.SetSetting(name, value());
    }

    private @Nullable String value() throws UnclearStatement {
        List<Token> value = tokens.rest();
        if (value.isEmpty()) {
            throw tokens.unexpected();
        }
        return value.size() == 1 && !value.get(0).isWord("default")
                ? value.get(0).text()
                : null;
    }
}
