package org.limbeck.safety;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.DdlStatement.AlterRelation;
import org.limbeck.ddl.StatementText;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Statement;

/**
 * A constraint of a large table. Checks and foreign keys look at rows that exist later; the index of a key is built before. Where the
 * table is partitioned and can't have that, its partitions get theirs one after the other, and the table takes them over.
 *
 * @param statement what stands for it all, with the constraint alone
 * @param table its table, as it is
 */
record NewConstraint(
        Facts facts,
        Begun begun,
        EarlierStatements earlier,
        AlterRelation statement,
        RelationFacts table,
        ConstraintDefinition constraint) {

    private static final int FOREIGN_KEYS_OF_PARTITIONS = 18;

    /** The recipe for it, written as {@code sql}; null where there is none. */
    @Nullable
    Recipe recipe(String sql) {
        String name = constraint.name();
        if (name == null || constraint.notValid() || constraint.notEnforced()) {
            return null;
        }
        boolean parts = table.kind() == RelationKind.PARTITIONED_TABLE;
        return switch (constraint.kind()) {
            case CHECK, NOT_NULL -> validatedLater(sql, statement.name(), name);
            case FOREIGN_KEY ->
                parts && facts.server().major() < FOREIGN_KEYS_OF_PARTITIONS
                        ? partByPart(sql, name)
                        : validatedLater(sql, statement.name(), name);
            case UNIQUE, PRIMARY_KEY -> key(sql, name, parts);
            case EXCLUDE -> null;
        };
    }

    private static Recipe validatedLater(String sql, QualifiedName table, String name) {
        return Recipe.of(
                List.of(
                        new Statement(StatementText.withEnd(sql, " NOT VALID"), true),
                        NotNullProof.validate(table, name)),
                "existing rows are checked in a transaction of its own, while writes go on");
    }

    /** Before PostgreSQL 18 only the partitions themselves can have foreign keys that are not valid. */
    private @Nullable Recipe partByPart(String sql, String name) {
        String definition = Identifiers.quoted(name) + " " + constraint.text() + " NOT VALID";
        List<List<Statement>> parts = new ArrayList<>();
        for (RelationFacts leaf : leaves()) {
            QualifiedName part = new QualifiedName(leaf.schema(), leaf.name());
            Statement add =
                    new Statement("ALTER TABLE " + Identifiers.quoted(part) + " ADD CONSTRAINT " + definition, true);
            boolean given = leaf.constraints().stream()
                    .anyMatch(each -> each.isForeignKey() && each.columns().equals(constraint.columns()));
            if (leaf.kind() != RelationKind.TABLE || (given && !begun.has(add))) {
                // Whether the server takes over what is there can't be told.
                return null;
            }
            parts.add(List.of(add, NotNullProof.validate(part, name)));
        }
        return whole(List.of(), parts, sql, "rows of one partition after the other are checked, while writes go on");
    }

    /** The table itself comes last, when there is nothing left to do. */
    private @Nullable Recipe whole(List<Statement> before, List<List<Statement>> parts, String sql, String reason) {
        begun.sort(parts);
        List<Statement> statements = new ArrayList<>(before);
        parts.forEach(statements::addAll);
        statements.add(new Statement(sql, true));
        return parts.isEmpty() ? null : Recipe.of(statements, reason);
    }

    /** Only the plain form: whatever else can stand with a key would have to move to the index or stay with the constraint. */
    private @Nullable Recipe key(String sql, String name, boolean parts) {
        String columns = "(" + Identifiers.quoted(constraint.columns()) + ")";
        if (constraint.usingIndex() != null
                || !StatementText.isSame(sql, add(statement.name(), name) + columns)
                || (begun.isNothing() && isPrimary() && table.hasPrimaryKey())) {
            return null;
        }
        List<Statement> notNull = isPrimary() ? notNull() : List.of();
        if (notNull == null) {
            return null;
        } else if (parts) {
            return keys(sql, name, columns, notNull);
        }
        List<Statement> statements = new ArrayList<>(notNull);
        statements.addAll(onIndex(statement.name(), name, columns));
        return Recipe.of(statements, "the index is built while writes go on");
    }

    /** Proofs for the columns of a primary key that may hold nulls; null where there is none. */
    private @Nullable List<Statement> notNull() {
        List<Statement> statements = new ArrayList<>();
        for (String column : constraint.columns()) {
            ColumnFacts found = table.column(column);
            List<Statement> proof = new NotNullProof(facts.server().major(), statement.name(), column).statements();
            if (found == null || proof.isEmpty()) {
                return null;
            }
            boolean wasNullable = !found.notNull() || begun.has(proof.get(0));
            if (wasNullable && !earlier.madeNotNull(table, column)) {
                statements.addAll(proof);
            }
        }
        return statements;
    }

    private @Nullable Recipe keys(String sql, String name, String columns, List<Statement> notNull) {
        if (!dividesRows()) {
            return null;
        }
        List<List<Statement>> parts = new ArrayList<>();
        for (RelationFacts leaf : leaves()) {
            List<Statement> key = key(leaf, name, columns);
            boolean has = leaf.keyIndex(constraint) != null;
            boolean another = begun.isNothing() && isPrimary() && leaf.hasPrimaryKey() && !has;
            if (leaf.kind() != RelationKind.TABLE || another) {
                return null;
            } else if (!has || begun.has(key.get(0))) {
                parts.add(key);
            }
        }
        return whole(notNull, parts, sql, "the index is built for one partition after the other, while writes go on");
    }

    /** Whether all by which the table is divided is in the key, as the server demands in the end. */
    private boolean dividesRows() {
        return table.withParts(facts.relations()).stream()
                .allMatch(part ->
                        constraint.columns().containsAll(part.partitions().key()));
    }

    /** By the name that the server would choose, if that can be. */
    private List<Statement> key(RelationFacts leaf, String name, String columns) {
        QualifiedName part = new QualifiedName(leaf.schema(), leaf.name());
        String chosen = leaf.name() + (isPrimary() ? "_pkey" : "_" + String.join("_", constraint.columns()) + "_key");
        List<Statement> key = onIndex(part, chosen, columns);
        boolean free =
                leaf.index(chosen) == null && chosen.getBytes(StandardCharsets.UTF_8).length <= Names.MAXIMUM_BYTES;
        return free || begun.has(key.get(0)) ? key : onIndex(part, PartName.of(name, leaf), columns);
    }

    private List<Statement> onIndex(QualifiedName table, String name, String columns) {
        String index = Identifiers.quoted(name);
        return List.of(
                new Statement(
                        "CREATE UNIQUE INDEX CONCURRENTLY " + index + " ON " + Identifiers.quoted(table) + " "
                                + columns,
                        false),
                new Statement(add(table, name) + "USING INDEX " + index, true));
    }

    private String add(QualifiedName table, String name) {
        return "ALTER TABLE " + Identifiers.quoted(table) + " ADD CONSTRAINT " + Identifiers.quoted(name)
                + (isPrimary() ? " PRIMARY KEY " : " UNIQUE ");
    }

    private List<RelationFacts> leaves() {
        return table.withParts(facts.relations()).stream()
                .filter(part -> part.kind() != RelationKind.PARTITIONED_TABLE)
                .toList();
    }

    private boolean isPrimary() {
        return constraint.kind() == ConstraintDefinition.Kind.PRIMARY_KEY;
    }
}
