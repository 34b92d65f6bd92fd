package org.limbeck.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.ConstraintDefinition.Kind;
import org.limbeck.ddl.StatementText;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Statement;

/** Collects what makes another column have the constraints and indexes of the one whose place it takes. */
final class ColumnSuccession {

    private static final String REFERENCES = " REFERENCES ";

    private final QualifiedName name;
    private final RelationFacts table;
    private final String old;
    private final TypeFacts type;
    private final String column;
    private final boolean integers;
    private final List<Statement> begin = new ArrayList<>();
    private final List<Statement> build = new ArrayList<>();
    private final List<Statement> beforeExchange = new ArrayList<>();
    private final List<Statement> afterExchange = new ArrayList<>();

    private ColumnSuccession(
            QualifiedName name, RelationFacts table, String old, TypeFacts type, String column, boolean integers) {
        this.name = name;
        this.table = table;
        this.old = old;
        this.type = type;
        this.column = column;
        this.integers = integers;
    }

    /**
     * Null where something can't be said of the other column.
     *
     * @param name of the table, as the statement has it
     * @param type of the other column, whose name is {@code column}
     * @param integers whether both types are whole numbers, so that what refers to the column can stay as it is
     */
    static @Nullable ColumnSuccession of(
            Facts facts,
            QualifiedName name,
            RelationFacts table,
            String old,
            TypeFacts type,
            String column,
            boolean integers) {
        ColumnSuccession succession = new ColumnSuccession(name, table, old, type, column, integers);
        boolean whole = table.constraints().stream()
                        .filter(each -> each.columns().contains(old))
                        .allMatch(succession::adds)
                && table.indexes().stream()
                        .filter(each -> each.columns().contains(old))
                        .allMatch(succession::builds)
                && facts.relations().values().stream()
                        .sorted(Comparator.comparing(RelationFacts::qualifiedName))
                        .allMatch(succession::movesReferences);
        return whole ? succession : null;
    }

    /** What is said of rows to come. */
    List<Statement> begin() {
        return begin;
    }

    /** What is looked at or built while writes go on. */
    List<Statement> build() {
        return build;
    }

    /** Lets go of the old column. */
    List<Statement> beforeExchange() {
        return beforeExchange;
    }

    /** Gives all the names of what went with the old column. */
    List<Statement> afterExchange() {
        return afterExchange;
    }

    private boolean adds(ConstraintFacts constraint) {
        return switch (constraint.kind()) {
            case CHECK -> add(name, table, constraint, renamed(constraint.definition()), begin);
            case FOREIGN_KEY -> add(name, table, constraint, reference(constraint.definition()), begin);
            case NOT_NULL, UNIQUE, PRIMARY_KEY -> true;
            case EXCLUDE -> false;
        };
    }

    private boolean add(
            QualifiedName on,
            RelationFacts of,
            ConstraintFacts constraint,
            @Nullable String definition,
            List<Statement> adding) {
        String successor = ColumnExpansion.successor(constraint.name());
        if (definition == null
                || !constraint.enforced()
                || !constraint.valid()
                // The key that acts first would be undone by the trigger, which goes by the old column.
                || definition.contains(" SET DEFAULT")
                || of.constraint(successor) != null
                || !ColumnExpansion.isWhole(successor)) {
            return false;
        }
        String added = Identifiers.quoted(successor);
        adding.add(change(on, "ADD CONSTRAINT " + added + " " + definition + " NOT VALID"));
        build.add(NotNullProof.validate(on, successor));
        afterExchange.add(change(on, "RENAME CONSTRAINT " + added + " TO " + Identifiers.quoted(constraint.name())));
        return true;
    }

    private @Nullable String renamed(String printed) {
        return StatementText.withColumn(printed, old, column);
    }

    /** What it refers to stays the same. */
    private @Nullable String reference(String definition) {
        int references = definition.indexOf(REFERENCES);
        String other = definition.substring(Math.max(0, references));
        String own = renamed(definition.substring(0, Math.max(0, references)));
        return own == null || other.contains(" SET NULL (") ? null : own + other;
    }

    private boolean builds(IndexFacts index) {
        int where = index.shape().indexOf(" WHERE ");
        String condition = where < 0 ? "" : index.shape().substring(where);
        String shape = renamed(where < 0 ? index.shape() : index.shape().substring(0, where));
        String successor = ColumnExpansion.successor(index.name());
        boolean sorted = !index.keys().contains(old) || type.operatorClasses().containsKey(index.accessMethod());
        // Whether the new type allows an expression or a condition would only be seen when all is done.
        if (shape == null
                || !sorted
                || index.keys().contains("")
                || !condition.equals(renamed(condition))
                || table.index(successor) != null
                || !ColumnExpansion.isWhole(successor)) {
            return false;
        }
        build.add(new Statement(
                "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX CONCURRENTLY " + Identifiers.quoted(successor)
                        + " ON " + Identifiers.quoted(name) + " USING " + shape + condition,
                false));
        Optional<ConstraintFacts> key = table.constraints().stream()
                .filter(each -> each.index() == index.oid() && !each.isForeignKey())
                .findFirst();
        if (key.isPresent() && !index.accessMethod().equals("btree")) {
            return false;
        }
        afterExchange.add(key.map(constraint -> change(
                        name,
                        "ADD CONSTRAINT " + Identifiers.quoted(constraint.name())
                                + (constraint.kind() == Kind.PRIMARY_KEY ? " PRIMARY KEY" : " UNIQUE") + " USING INDEX "
                                + Identifiers.quoted(successor)))
                .orElseGet(() -> new Statement(
                        "ALTER INDEX " + Identifiers.quoted(new QualifiedName(index.schema(), successor))
                                + " RENAME TO " + Identifiers.quoted(index.name()),
                        true)));
        return true;
    }

    /** Foreign keys to the column, be they of another table or of its own. */
    private boolean movesReferences(RelationFacts other) {
        List<Long> keys = table.indexes().stream()
                .filter(each -> each.keys().contains(old))
                .map(IndexFacts::oid)
                .toList();
        return other.constraints().stream()
                .filter(each -> each.referenced() == table.oid() && keys.contains(each.index()))
                .allMatch(each -> movesReference(other, each));
    }

    private boolean movesReference(RelationFacts other, ConstraintFacts constraint) {
        QualifiedName on = other.oid() == table.oid() ? name : other.qualifiedName();
        String definition = constraint.definition();
        int references = definition.indexOf(REFERENCES);
        int end = definition.indexOf(')', Math.max(0, references)) + 1;
        String target = renamed(definition.substring(Math.max(0, references), end));
        boolean both = other.oid() == table.oid() && constraint.columns().contains(old);
        if (target == null || !integers || both) {
            return false;
        }
        beforeExchange.add(change(on, "DROP CONSTRAINT " + Identifiers.quoted(constraint.name())));
        return add(
                on, other, constraint, definition.substring(0, references) + target + definition.substring(end), build);
    }

    private static Statement change(QualifiedName table, String action) {
        return new Statement("ALTER TABLE " + Identifiers.quoted(table) + " " + action, true);
    }
}
