package org.limbeck.safety;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.DdlStatement.CreateIndex;
import org.limbeck.ddl.StatementText;
import org.limbeck.sql.Identifiers;

/**
 * An index as it is.
 *
 * @param oid its OID; negative for one of this run
 * @param name its name
 * @param schema its schema
 * @param keys the key columns in their order; an empty name stands for an expression
 * @param columns every column that it depends on, those of expressions and of the predicate too
 * @param plain whether it has neither expressions nor a predicate
 * @param unique whether it is unique
 * @param valid whether queries use it
 * @param shape its definition without names, so that equal indexes of other tables are equal here
 * @param accessMethod {@code btree}
 * @param operatorClasses the OIDs of its operator classes, in the order of its keys
 * @param parent the OID of the index of a partitioned table that it is a part of; 0 for none
 * @param bytes its size
 */
public record IndexFacts(
        long oid,
        String name,
        String schema,
        List<String> keys,
        Set<String> columns,
        boolean plain,
        boolean unique,
        boolean valid,
        String shape,
        String accessMethod,
        List<Long> operatorClasses,
        long parent,
        long bytes) {

    public IndexFacts {
        keys = List.copyOf(keys);
        columns = Set.copyOf(columns);
        operatorClasses = List.copyOf(operatorClasses);
    }

    /** Stands for the OID of an index that this run makes. */
    static long newOid(String name) {
        return -1 - Integer.toUnsignedLong(name.hashCode());
    }

    /** Whether this run makes it. */
    boolean isNew() {
        return oid < 0;
    }

    /** Whether it is what this statement makes, as far as both are spelled alike; the server then takes it for a part. */
    boolean isOf(CreateIndex create) {
        String spelled = "USING " + shape;
        return valid
                && unique == create.unique()
                && (StatementText.isSame(spelled, create.definition())
                        || StatementText.isSame(spelled, "USING btree " + create.definition()));
    }

    /**
     * Whether it may be that in other words: much isn't printed as it was written.
     *
     * @param mentioned the columns of which the statement speaks
     */
    boolean mayBeOf(CreateIndex create, Set<String> mentioned) {
        boolean sameMethod = create.definition().startsWith("(")
                ? accessMethod.equals("btree")
                : create.definition().contains(accessMethod);
        return valid
                && sameMethod
                && unique == create.unique()
                && keys.contains("") == create.elements().text().contains("(")
                && shape.contains(" WHERE ") == (create.predicate() != null)
                && columns.equals(mentioned);
    }

    /** Whether a plain key of these columns can stand on it. */
    boolean isOf(ConstraintDefinition key) {
        // The definition of an index of this run isn't known as the server prints it.
        return isNew()
                ? plain && unique && keys.equals(key.columns())
                : valid && unique && StatementText.isSame(shape, "btree (" + Identifiers.quoted(key.columns()) + ")");
    }

    IndexFacts withColumn(String column, String newName) {
        String renamed = StatementText.withColumn(shape, column, newName);
        return new IndexFacts(
                oid,
                name,
                schema,
                keys.stream().map(each -> each.equals(column) ? newName : each).toList(),
                columns.stream()
                        .map(each -> each.equals(column) ? newName : each)
                        .collect(Collectors.toSet()),
                plain,
                unique,
                valid,
                renamed == null ? shape : renamed,
                accessMethod,
                operatorClasses,
                parent,
                bytes);
    }

    IndexFacts withName(String newName) {
        return new IndexFacts(
                oid,
                newName,
                schema,
                keys,
                columns,
                plain,
                unique,
                valid,
                shape,
                accessMethod,
                operatorClasses,
                parent,
                bytes);
    }
}
