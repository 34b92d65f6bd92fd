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
 */
record ColumnExpansion(QualifiedName table, SetType set) {

    private static final String QUOTE = "$limbeck$";

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

    /** The constraint that says that no value was forgotten. */
    String proof() {
        return table.name() + "_" + set.column() + "_limbeck_same";
    }

    private String sync() {
        return table.name() + "_" + set.column() + "_limbeck_sync";
    }

    /** Whether no name would be cut, and no comment swallows what stands behind it. */
    boolean canBeSaid() {
        return Stream.of(column(), proof(), sync()).allMatch(ColumnExpansion::isWhole)
                && Stream.of(QUOTE, "--", "/*").noneMatch(value()::contains);
    }

    private String value() {
        return set.using() == null
                ? Identifiers.quoted(set.column())
                : set.using().text();
    }

    /** Finds out that a value can't be converted, while nothing is changed yet. */
    Statement trial() {
        return new Statement(
                "SELECT count(CAST(" + value() + " AS " + set.type().text() + ")) FROM " + Identifiers.quoted(table),
                false);
    }

    List<Statement> begin() {
        String on = Identifiers.quoted(table);
        String collation = set.collation() == null ? "" : " COLLATE " + Identifiers.quoted(set.collation());
        String function = Identifiers.quoted(table.withName(sync()));
        // Not what the session of a client says decides what a value means.
        String create = "CREATE FUNCTION " + function + "() RETURNS trigger LANGUAGE plpgsql"
                + " SET search_path FROM CURRENT SET \"TimeZone\" FROM CURRENT SET \"DateStyle\" FROM CURRENT"
                + " SET \"IntervalStyle\" FROM CURRENT AS " + QUOTE + "\n#variable_conflict use_column\nBEGIN\n"
                + "    NEW." + Identifiers.quoted(column()) + " := (SELECT " + value() + " FROM (SELECT NEW.*) AS "
                + Identifiers.quoted(table.name()) + ");\n    RETURN NEW;\nEND\n" + QUOTE;
        return List.of(
                sent("ALTER TABLE " + on + " ADD COLUMN " + Identifiers.quoted(column()) + " "
                        + set.type().text() + collation),
                sent(create),
                sent("CREATE TRIGGER " + Identifiers.quoted(sync()) + " BEFORE INSERT OR UPDATE ON " + on
                        + " FOR EACH ROW EXECUTE FUNCTION " + function + "()"));
    }

    UpdateInBatches batches() {
        return new UpdateInBatches(
                table, Identifiers.quoted(column()) + " = " + value(), nulls() + " <> " + nullsBefore(), true);
    }

    List<Statement> proven() {
        return List.of(
                sent("ALTER TABLE " + Identifiers.quoted(table) + " ADD CONSTRAINT " + Identifiers.quoted(proof())
                        + " CHECK (" + nulls() + " = " + nullsBefore() + ") NOT VALID"),
                NotNullProof.validate(table, proof()));
    }

    /** Unlike IS NULL it takes a composite value without values for one. */
    private String nulls() {
        return "num_nulls(" + Identifiers.quoted(column()) + ")";
    }

    private String nullsBefore() {
        return "num_nulls(" + value() + ")";
    }

    Statement stopSync() {
        return sent("DROP TRIGGER " + Identifiers.quoted(sync()) + " ON " + Identifiers.quoted(table));
    }

    Statement end() {
        return sent("DROP FUNCTION " + Identifiers.quoted(table.withName(sync())) + "()");
    }

    private static Statement sent(String sql) {
        return new Statement(sql, true);
    }
}
