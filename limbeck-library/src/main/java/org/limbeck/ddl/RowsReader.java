package org.limbeck.ddl;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.ddl.DdlStatement.ChangeRows;
import org.limbeck.schema.QualifiedName;

/** Reads statements about rows. */
record RowsReader(Tokens tokens) {

    DdlStatement statement() throws UnclearStatement {
        if (tokens.seesOneOf("select", "values", "table", "(")) {
            List<Token> all = tokens.rest();
            if (all.stream().anyMatch(token -> token.isWord("into"))) {
                throw new UnclearStatement("SELECT ... INTO is not looked into");
            }
            return new DdlStatement.Select(QueryReader.read(all));
        } else if (tokens.sees("with")) {
            List<Token> all = tokens.rest();
            if (all.stream().anyMatch(RowsReader::changes)) {
                throw new UnclearStatement("WITH before a change of rows is not looked into");
            }
            return new DdlStatement.Select(QueryReader.read(all));
        } else if (tokens.took("insert", "into")) {
            QualifiedName target = tokens.qualifiedName();
            List<Token> rest = tokens.rest();
            boolean fixed = rest.stream().noneMatch(token -> token.isWord("select") || token.isWord("table"));
            return new ChangeRows(ChangeRows.Change.INSERT, target, fixed, QueryReader.read(rest));
        } else if (tokens.took("update")) {
            tokens.took("only");
            return rows(ChangeRows.Change.UPDATE);
        } else if (tokens.took("delete", "from")) {
            tokens.took("only");
            return delete();
        } else if (tokens.took("merge", "into")) {
            tokens.took("only");
            return merge();
        } else if (tokens.took("copy")) {
            QualifiedName target = tokens.qualifiedName();
            if (tokens.sees("(")) {
                tokens.nameList();
            }
            tokens.expect("from");
            tokens.rest();
            return new ChangeRows(ChangeRows.Change.COPY, target, false, QueryReader.read(List.of()));
        } else if (tokens.sees("do")) {
            throw new UnclearStatement("a DO block can do anything");
        } else if (tokens.sees("call")) {
            throw new UnclearStatement("a procedure can do anything");
        }
        throw new UnclearStatement("its first word is not known");
    }

    private static boolean changes(Token token) {
        return token.isWord("insert") || token.isWord("update") || token.isWord("delete") || token.isWord("merge");
    }

    private DdlStatement rows(ChangeRows.Change kind) throws UnclearStatement {
        QualifiedName target = tokens.qualifiedName();
        return new ChangeRows(kind, target, false, QueryReader.read(tokens.rest()));
    }

    /** USING names what FROM names elsewhere. */
    private DdlStatement delete() throws UnclearStatement {
        QualifiedName target = tokens.qualifiedName();
        List<Token> rest = tokens.rest();
        if (rest.stream().anyMatch(token -> token.isWord("using"))) {
            throw new UnclearStatement("DELETE ... USING is not looked into");
        }
        return new ChangeRows(ChangeRows.Change.DELETE, target, false, QueryReader.read(rest));
    }

    private DdlStatement merge() throws UnclearStatement {
        QualifiedName target = tokens.qualifiedName();
        tokens.took("as");
        if (!tokens.sees("using")) {
            tokens.name();
        }
        tokens.expect("using");
        if (tokens.sees("(")) {
            return new ChangeRows(ChangeRows.Change.MERGE, target, false, QueryReader.read(tokens.rest()));
        }
        QualifiedName source = tokens.qualifiedName();
        Query rest = QueryReader.read(tokens.rest());
        List<QualifiedName> reads = new ArrayList<>(rest.relations());
        reads.add(source);
        return new ChangeRows(
                ChangeRows.Change.MERGE,
                target,
                false,
                new Query(reads, rest.functions(), rest.sequences(), rest.literals()));
    }
}
