package org.limbeck.safety;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.ColumnDefinition;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.StatementText;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Statement;

/**
 * A key of a new column alone: its index is built when the column is there and has its values.
 *
 * @param name of the table, as the statement has it
 * @param table its table, as it is
 */
record ColumnKey(
        Facts facts, QualifiedName name, RelationFacts table, ColumnDefinition column, ConstraintDefinition key) {

    static boolean isKey(ConstraintDefinition constraint) {
        return constraint.kind() == ConstraintDefinition.Kind.UNIQUE
                || constraint.kind() == ConstraintDefinition.Kind.PRIMARY_KEY;
    }

    /** Only the plain form: whatever else can stand with a key would have to move to the index or stay with the constraint. */
    static boolean isPlain(ConstraintDefinition key) {
        return isKey(key) && StatementText.isSame(key.text(), word(key));
    }

    private static String word(ConstraintDefinition key) {
        return key.kind() == ConstraintDefinition.Kind.PRIMARY_KEY ? "PRIMARY KEY" : "UNIQUE";
    }

    /** Whether the literal statement would make it too, under the same name. */
    boolean isPossible(EarlierStatements earlier) {
        String own = ChosenName.key(table.name(), key);
        if (own == null || !isSorted() || table.kind() != RelationKind.TABLE) {
            return false;
        }
        QualifiedName written = name.withName(own);
        return !facts.names().containsKey(written)
                && table.constraint(own) == null
                && (key.name() != null || !facts.constraints().contains(written))
                && !earlier.mayTake(written)
                && (key.kind() != ConstraintDefinition.Kind.PRIMARY_KEY || mayBePrimary(earlier));
    }

    private boolean mayBePrimary(EarlierStatements earlier) {
        String chosen = ChosenName.primaryKey(table.name());
        return !table.hasPrimaryKey() && chosen != null && !earlier.mayTake(name.withName(chosen));
    }

    private boolean isSorted() {
        TypeFacts type = facts.types().get(column.type().resolvable());
        return column.numbered() || (type != null && type.operatorClasses().containsKey("btree"));
    }

    /** Null where the server would cut its name. */
    @Nullable
    Recipe recipe() {
        String own = ChosenName.key(table.name(), key);
        if (own == null) {
            return null;
        }
        String index = Identifiers.quoted(own);
        String on = Identifiers.quoted(name);
        return Recipe.of(
                List.of(
                        new Statement(
                                "CREATE UNIQUE INDEX CONCURRENTLY " + index + " ON " + on + " ("
                                        + Identifiers.quoted(column.name()) + ")",
                                false),
                        new Statement(
                                "ALTER TABLE " + on + " ADD CONSTRAINT " + index + " " + word(key) + " USING INDEX "
                                        + index,
                                true)),
                "the index is built while writes go on");
    }
}
