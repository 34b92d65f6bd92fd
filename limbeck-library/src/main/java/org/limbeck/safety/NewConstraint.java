package org.limbeck.safety;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.StatementText;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Statement;

/**
 * A constraint of a large table. Checks and foreign keys look at rows that exist later; the index of a key is built before. Where the
 * table is partitioned and can't have that, its partitions get theirs one after the other, and the table takes them over.
 *
 * @param name its table, as the statement names it
 * @param table its table, as it is
 */
record NewConstraint(
        Facts facts,
        Begun begun,
        EarlierStatements earlier,
        QualifiedName name,
        RelationFacts table,
        ConstraintDefinition constraint) {

    private static final int FOREIGN_KEYS_OF_PARTITIONS = 18;

    /** The recipe for it, written as {@code sql}; null where there is none. */
    @Nullable
    Recipe recipe(String sql) {
        String own = constraint.name();
        if (own == null || constraint.notValid() || constraint.notEnforced()) {
            return null;
        }
        boolean parts = table.kind() == RelationKind.PARTITIONED_TABLE;
        return switch (constraint.kind()) {
            case CHECK, NOT_NULL -> validatedLater(sql, own);
            case FOREIGN_KEY ->
                parts && facts.server().major() < FOREIGN_KEYS_OF_PARTITIONS
                        ? foreignKeys(sql, own)
                        : validatedLater(sql, own);
            case UNIQUE, PRIMARY_KEY -> key(sql, own, parts);
            case EXCLUDE -> null;
        };
    }

    private Recipe validatedLater(String sql, String own) {
        return Recipe.of(
                List.of(
                        new Statement(StatementText.withEnd(sql, " NOT VALID"), true),
                        NotNullProof.validate(name, own)),
                "existing rows are checked in a transaction of its own, while writes go on");
    }

    /** Before PostgreSQL 18 only the partitions themselves can have foreign keys that are not valid. */
    private @Nullable Recipe foreignKeys(String sql, String own) {
        Long oid = constraint.referenced() == null ? null : facts.names().get(constraint.referenced());
        RelationFacts referenced = oid == null ? null : facts.relations().get(oid);
        if (referenced == null || referenced.kind() != RelationKind.TABLE) {
            return null;
        }
        String definition = Identifiers.quoted(own) + " " + constraint.text() + " NOT VALID";
        List<List<Statement>> parts = new ArrayList<>();
        for (RelationFacts leaf : leaves(table, false)) {
            QualifiedName part = leaf.qualifiedName();
            Statement add =
                    new Statement("ALTER TABLE " + Identifiers.quoted(part) + " ADD CONSTRAINT " + definition, true);
            boolean given = leaf.constraint(own) != null
                    || leaf.constraints().stream()
                            .anyMatch(each ->
                                    each.isForeignKey() && each.columns().equals(constraint.columns()));
            if (leaf.kind() != RelationKind.TABLE || (given && begun.isNothing())) {
                // Whether the server takes over what is there can't be told.
                return null;
            } else if (!given || begun.has(add)) {
                parts.add(List.of(add, NotNullProof.validate(part, own)));
            }
        }
        return whole(List.of(), parts, sql, "rows of one partition after the other are checked, while writes go on");
    }

    /** The table itself comes last, when there is nothing left to do. */
    private @Nullable Recipe whole(List<Statement> before, List<List<Statement>> parts, String sql, String reason) {
        List<Statement> statements = new ArrayList<>(before);
        begun.sorted(parts).forEach(statements::addAll);
        if (statements.isEmpty()) {
            return null;
        }
        boolean changed = earlier.mayHaveChanged(name)
                || table.withParts(facts.relations()).stream()
                        .anyMatch(part -> earlier.mayHaveChanged(part.qualifiedName()));
        if (changed && !begun.has(statements.get(0))) {
            return null;
        }
        statements.add(new Statement(sql, true));
        return Recipe.of(statements, reason);
    }

    /** Only the plain form: whatever else can stand with a key would have to move to the index or stay with the constraint. */
    private @Nullable Recipe key(String sql, String own, boolean parts) {
        String columns = "(" + Identifiers.quoted(constraint.columns()) + ")";
        if (constraint.usingIndex() != null
                || !StatementText.isSame(sql, add(name, own) + columns)
                || (begun.isNothing() && isPrimary() && table.hasPrimaryKey())) {
            return null;
        }
        List<Statement> notNull = isPrimary() ? notNull() : List.of();
        if (notNull == null) {
            return null;
        } else if (parts) {
            return keys(sql, own, columns, notNull);
        }
        List<Statement> statements = new ArrayList<>(notNull);
        statements.addAll(onIndex(name, own, columns));
        return Recipe.of(statements, "the index is built while writes go on");
    }

    /** Proofs for the columns of a primary key that may hold nulls; null where there is none. */
    private @Nullable List<Statement> notNull() {
        List<Statement> statements = new ArrayList<>();
        for (String column : constraint.columns()) {
            ColumnFacts found = table.column(column);
            NotNullProof proof = new NotNullProof(facts.server().major(), name, column);
            boolean proves = found == null || !found.notNull() || proof.isIn(begun);
            if (proves && !earlier.madeNotNull(table, column)) {
                List<Statement> proving = found == null ? List.of() : proof.statements(table, begun);
                if (proving.isEmpty()) {
                    return null;
                }
                statements.addAll(proving);
            }
        }
        return statements;
    }

    private @Nullable Recipe keys(String sql, String own, String columns, List<Statement> notNull) {
        if (!dividesRows()) {
            return null;
        }
        List<List<Statement>> parts = new ArrayList<>();
        for (RelationFacts leaf : leaves(table, true)) {
            QualifiedName part = leaf.qualifiedName();
            List<Statement> key = onIndex(part, PartName.of(own, leaf), columns);
            boolean has = begun.isNothing() ? leaf.keyIndex(constraint) != null : leaf.hasKey(constraint);
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

    /** The parts that hold rows; where those that have such a key count as one, not what is below them. */
    private List<RelationFacts> leaves(RelationFacts from, boolean keysCount) {
        List<RelationFacts> leaves = new ArrayList<>();
        for (Long child : from.partitions().children()) {
            RelationFacts part = facts.relations().get(child);
            if (part != null && !isDivided(part)) {
                leaves.add(part);
            } else if (part != null && !(keysCount && part.keyIndex(constraint) != null)) {
                leaves.addAll(leaves(part, keysCount));
            }
        }
        return leaves;
    }

    private static boolean isDivided(RelationFacts part) {
        return part.kind() == RelationKind.PARTITIONED_TABLE;
    }

    private List<Statement> onIndex(QualifiedName part, String own, String columns) {
        String index = Identifiers.quoted(own);
        return List.of(
                new Statement(
                        "CREATE UNIQUE INDEX CONCURRENTLY " + index + " ON " + Identifiers.quoted(part) + " " + columns,
                        false),
                new Statement(add(part, own) + "USING INDEX " + index, true));
    }

    private String add(QualifiedName part, String own) {
        return "ALTER TABLE " + Identifiers.quoted(part) + " ADD CONSTRAINT " + Identifiers.quoted(own)
                + (isPrimary() ? " PRIMARY KEY " : " UNIQUE ");
    }

    private boolean isPrimary() {
        return constraint.kind() == ConstraintDefinition.Kind.PRIMARY_KEY;
    }
}
