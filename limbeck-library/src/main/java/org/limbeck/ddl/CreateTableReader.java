package org.limbeck.ddl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.QualifiedName;

/** Reads CREATE TABLE, behind these words. */
final class CreateTableReader {

    private final Tokens tokens;
    private final List<ColumnDefinition> columns = new ArrayList<>();
    private final List<ConstraintDefinition> constraints = new ArrayList<>();
    private final List<QualifiedName> likes = new ArrayList<>();
    private final List<QualifiedName> inherits = new ArrayList<>();
    private @Nullable QualifiedName partitionOf;
    private @Nullable PartitionBound bound;
    private @Nullable Query query;

    CreateTableReader(Tokens tokens) {
        this.tokens = tokens;
    }

    DdlStatement statement(boolean temporary) throws UnclearStatement {
        boolean ifNotExists = tokens.took("if", "not", "exists");
        QualifiedName name = tokens.qualifiedName();
        if (tokens.took("partition", "of")) {
            partitionOf = tokens.qualifiedName();
            if (tokens.sees("(")) {
                partitionElements();
            }
            bound = new PartitionBoundReader(tokens).bound();
        } else if (tokens.took("of")) {
            tokens.qualifiedName();
            if (tokens.sees("(")) {
                tokens.parenthesized();
            }
        } else if (tokens.sees("(")) {
            elements();
        }
        while (!tokens.atEnd()) {
            clause();
        }
        return new DdlStatement.CreateTable(
                name, ifNotExists, temporary, columns, constraints, likes, inherits, partitionOf, bound, query);
    }

    /** Constraints and options of columns that the parent has; foreign keys among them would lock more. */
    private void partitionElements() throws UnclearStatement {
        if (Expression.of(tokens.text(), tokens.parenthesized()).names().contains("references")) {
            throw new UnclearStatement("a partition with a foreign key of its own is not looked into");
        }
    }

    private void elements() throws UnclearStatement {
        tokens.expect("(");
        if (tokens.took(")")) {
            return;
        }
        do {
            if (tokens.took("like")) {
                likes.add(tokens.qualifiedName());
                while (tokens.took("including") || tokens.took("excluding")) {
                    tokens.word();
                }
            } else if (new ConstraintReader(tokens).seesTableConstraint()) {
                constraints.add(new ConstraintReader(tokens).tableConstraint());
            } else if (isBareName()) {
                tokens.name();
            } else {
                columns.add(new ColumnReader(tokens).column());
            }
        } while (tokens.took(","));
        tokens.expect(")");
    }

    /** The columns of CREATE TABLE ... AS have no types. */
    private boolean isBareName() {
        return tokens.seesNameBefore(",") || tokens.seesNameBefore(")");
    }

    private void clause() throws UnclearStatement {
        if (tokens.took("inherits")) {
            tokens.expect("(");
            inherits.addAll(tokens.qualifiedNames());
            tokens.expect(")");
        } else if (tokens.took("partition", "by")) {
            tokens.word();
            tokens.parenthesized();
        } else if (tokens.took("using") || tokens.took("tablespace")) {
            tokens.name();
        } else if (tokens.sees("with", "(")) {
            tokens.took("with");
            tokens.parenthesized();
        } else if (tokens.took("on", "commit")) {
            tokens.word();
            if (!tokens.atEnd() && !tokens.sees("as")) {
                tokens.word();
            }
        } else {
            tokens.expect("as");
            query = QueryReader.read(tokens.rest());
        }
    }
}
