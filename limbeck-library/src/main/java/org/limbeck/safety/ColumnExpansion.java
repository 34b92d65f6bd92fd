package org.limbeck.safety;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.limbeck.ddl.AlterAction.SetType;
import org.limbeck.operation.UpdateInBatches;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Statement;

/**
 * A second column with the new type and a trigger that keeps it equal to the old one, as far as the statement alone says them, which a run
 * that goes on knows again.
 *
 * @param table as the statement has it
 * @param schema its schema
 */
record ColumnExpansion(QualifiedName table, String schema, SetType set) {

    /** What something of the new column is called as long as that of the old one has its name. */
    static String successor(String name) {
        return name + "_limbeck_new";
    }

    static boolean isWhole(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length <= Names.MAXIMUM_BYTES;
    }

    /** The new column, before it has the name of the old one. */
    String column() {
        return successor(set.column());
    }

    private String proof() {
        return table.name() + "_" + set.column() + "_limbeck_same";
    }

    private String sync() {
        return table.name() + "_" + set.column() + "_limbeck_sync";
    }

    /** Whether no name would be cut, or end the function's body. */
    boolean canBeNamed() {
        return Stream.of(column(), proof(), sync()).allMatch(ColumnExpansion::isWhole)
                && !set.column().contains("$$");
    }

    List<Statement> begin() {
        String trigger = Identifiers.quoted(sync());
        // Says nothing that the settings of a client could give another meaning, not even an operator.
        String create = "CREATE FUNCTION " + function() + "() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN NEW."
                + Identifiers.quoted(column()) + " := NEW." + Identifiers.quoted(set.column())
                + "; RETURN NEW; END$$";
        return List.of(
                addColumn(),
                sent(create),
                sent("CREATE TRIGGER " + trigger + " BEFORE INSERT OR UPDATE ON " + Identifiers.quoted(table)
                        + " FOR EACH ROW EXECUTE FUNCTION " + function() + "()"),
                // Also for what is applied as on a replica.
                change("ENABLE ALWAYS TRIGGER " + trigger),
                change("ADD CONSTRAINT " + Identifiers.quoted(proof()) + " CHECK (" + Identifiers.quoted(column())
                        + " IS NOT DISTINCT FROM " + converted() + ") NOT VALID"));
    }

    /** What everything begins with. */
    Statement addColumn() {
        String collation = set.collation() == null ? "" : " COLLATE " + Identifiers.quoted(set.collation());
        return change(
                "ADD COLUMN " + Identifiers.quoted(column()) + " " + set.type().text() + collation);
    }

    UpdateInBatches batches() {
        return new UpdateInBatches(
                table,
                Identifiers.quoted(column()) + " = " + Identifiers.quoted(set.column()),
                Identifiers.quoted(column()) + " IS DISTINCT FROM " + converted(),
                true);
    }

    /** No value was forgotten, or changed where the trigger didn't see it. */
    Statement proven() {
        return NotNullProof.validate(table, proof());
    }

    private String converted() {
        return "CAST(" + Identifiers.quoted(set.column()) + " AS " + set.type().text() + ")";
    }

    Statement stopSync() {
        return sent("DROP TRIGGER " + Identifiers.quoted(sync()) + " ON " + Identifiers.quoted(table));
    }

    /** What everything ends with. */
    Statement end() {
        return sent("DROP FUNCTION " + function() + "()");
    }

    private String function() {
        return Identifiers.quoted(new QualifiedName(schema, sync()));
    }

    private Statement change(String action) {
        return sent("ALTER TABLE " + Identifiers.quoted(table) + " " + action);
    }

    private static Statement sent(String sql) {
        return new Statement(sql, true);
    }
}
