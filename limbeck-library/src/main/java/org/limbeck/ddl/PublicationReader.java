package org.limbeck.ddl;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.schema.QualifiedName;

/** Reads the tables of a publication, behind its name. */
record PublicationReader(Tokens tokens) {

    DdlStatement tables() throws UnclearStatement {
        boolean all = false;
        List<QualifiedName> tables = new ArrayList<>();
        if (tokens.took("for", "all", "tables") || tokens.took("for", "all", "sequences")) {
            all = true;
        } else if (tokens.took("for") || tokens.took("add") || tokens.took("drop") || tokens.sees("set", "table")) {
            tokens.took("set");
            tokens.expect("table");
            do {
                tables.add(table());
            } while (tokens.took(","));
        } else if (tokens.took("set")) {
            tokens.parenthesized();
        } else if (tokens.took("rename", "to") || tokens.took("owner", "to")) {
            tokens.name();
        }
        if (tokens.took("with")) {
            tokens.parenthesized();
        }
        tokens.expectEnd();
        return new DdlStatement.Publication(all, tables);
    }

    private QualifiedName table() throws UnclearStatement {
        if (tokens.seesOneOf("table", "tables")) {
            throw tokens.unexpected();
        }
        tokens.took("only");
        QualifiedName table = tokens.qualifiedName();
        tokens.took("*");
        if (tokens.sees("(")) {
            tokens.nameList();
        }
        if (tokens.took("where")) {
            tokens.parenthesized();
        }
        return table;
    }
}
