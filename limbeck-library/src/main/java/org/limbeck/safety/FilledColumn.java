package org.limbeck.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.ColumnDefinition;
import org.limbeck.ddl.Expression;
import org.limbeck.operation.UpdateInBatches;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Statement;

/**
 * A new column whose value is another one for each row. It is empty at first, gets its default for rows to come, and is filled in
 * batches, while the server itself would write the table anew behind a lock.
 *
 * @param name of the table, as the statement has it
 * @param table its table, as it is
 */
record FilledColumn(
        Facts facts, EarlierStatements earlier, QualifiedName name, RelationFacts table, ColumnDefinition column) {

    /** A call that gives each row another value, never null, and does nothing besides. */
    private static final Pattern VOLATILE = Pattern.compile(
            "(pg_catalog\\.)?(clock_timestamp|gen_random_uuid|nextval|random|timeofday|uuidv4|uuidv7)"
                    + "\\(('[^']*'(::regclass)?)?\\)(::[a-z0-9_]+)?",
            Pattern.CASE_INSENSITIVE);

    /** One that gives no value twice. */
    private static final Pattern UNIQUE = Pattern.compile(
            "(pg_catalog\\.)?(gen_random_uuid|uuidv4|uuidv7)\\(\\)(::(uuid|text|varchar))?", Pattern.CASE_INSENSITIVE);

    /** The OID of the type that holds every number of a sequence. */
    private static final long BIGINT = 20;

    private static final Set<String> KEEP_UUIDS = Set.of("uuid", "text", "character varying");

    /** Whether there may be a recipe. */
    static boolean mayApply(ColumnDefinition column) {
        return column.numbered() ? Numbering.mayApply(column) : isVolatile(column);
    }

    private static boolean isVolatile(ColumnDefinition column) {
        Expression value = column.defaultValue();
        return value != null && VOLATILE.matcher(value.text()).matches();
    }

    /** Whether each row of this table alone can be changed, whatever is in it, and nothing else happens then. */
    boolean isPossible() {
        return (column.numbered() ? numbering().isPossible(earlier) : hasPlainType())
                && table.kind() == RelationKind.TABLE
                && table.partitions().children().isEmpty()
                && table.partitions().parents().isEmpty()
                && !table.hindersUpdates()
                && table.constraint(notNull().name()) == null
                && !facts.constraints().contains(name.withName(notNull().name()))
                && table.constraints().stream().allMatch(each -> each.valid() || each.isForeignKey());
    }

    private boolean hasPlainType() {
        TypeFacts type = facts.types().get(column.type().resolvable());
        return type != null
                && !type.constrained()
                && !type.defaulted()
                && column.type().arguments().isEmpty()
                && (sequences().isEmpty()
                        || (type.oid() == BIGINT && facts.owned().containsAll(sequences())));
    }

    private List<QualifiedName> sequences() {
        Expression value = column.defaultValue();
        return value == null ? List.of() : value.sequences();
    }

    /** Whether no value can be there twice. */
    boolean isUnique() {
        Expression value = column.defaultValue();
        return value == null
                || (UNIQUE.matcher(value.text()).matches()
                        && KEEP_UUIDS.contains(column.type().resolvable()));
    }

    private Numbering numbering() {
        return new Numbering(facts, name, table, column);
    }

    private @Nullable Filling filling() {
        Expression value = column.defaultValue();
        return column.numbered()
                ? numbering().filling()
                : value == null
                        ? null
                        : new Filling(List.of(), column.text(), value.text(), column.notNull(), List.of());
    }

    private NotNullProof notNull() {
        return new NotNullProof(facts.server().major(), name, column.name());
    }

    /** All but what comes behind its constraints; nothing where it can't be made not null. */
    List<Recipe.Part> parts() {
        Filling filling = filling();
        List<Statement> notNull =
                filling != null && filling.notNull() ? notNull().statements() : List.of();
        if (filling == null || filling.notNull() == notNull.isEmpty()) {
            return List.of();
        }
        String quoted = Identifiers.quoted(column.name());
        Recipe.Part batches =
                Recipe.Part.of(new UpdateInBatches(name, quoted + " = " + filling.value(), quoted + " IS NULL", true));
        String change = "ALTER TABLE " + Identifiers.quoted(name);
        List<Recipe.Part> parts = new ArrayList<>();
        filling.before().forEach(statement -> parts.add(Recipe.Part.of(statement)));
        parts.add(Recipe.Part.of(new Statement(change + " ADD COLUMN " + filling.definition(), true)));
        parts.add(Recipe.Part.of(
                new Statement(change + " ALTER COLUMN " + quoted + " SET DEFAULT " + filling.value(), true)));
        parts.add(batches);
        // Rows that were moved, or whose key was changed, meanwhile may have been passed over.
        parts.add(Recipe.Part.of(new Statement(batches.statement().text(), false)));
        notNull.forEach(statement -> parts.add(Recipe.Part.of(statement)));
        return parts;
    }

    List<Recipe.Part> partsBehindConstraints() {
        Filling filling = filling();
        return filling == null
                ? List.of()
                : filling.after().stream().map(Recipe.Part::of).toList();
    }
}
