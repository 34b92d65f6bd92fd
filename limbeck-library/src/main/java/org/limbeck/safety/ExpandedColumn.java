package org.limbeck.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.AlterAction;
import org.limbeck.ddl.AlterAction.SetType;
import org.limbeck.ddl.CastChain;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;
import org.limbeck.sql.SqlScript;
import org.limbeck.sql.Statement;

/**
 * A type for which all rows are written anew, of a column that another one takes the place of: a trigger keeps that equal, batches fill it,
 * it gets the same constraints and indexes beside the old ones, and at last one short transaction exchanges both.
 *
 * @param name of the table, as the statement has it
 * @param table its table, as it is
 */
record ExpandedColumn(
        Facts facts, Begun begun, EarlierStatements earlier, QualifiedName name, RelationFacts table, SetType set) {

    static final String REASON =
            "another column is filled in batches and takes its place, which is the last one in the table";

    /** The recipe for it, written as {@code sql}; null where there is none, or the server does it in no time. */
    @Nullable
    Recipe recipe(String sql) {
        ColumnExpansion expansion = new ColumnExpansion(name, table.schema(), set);
        if (!begun.isNothing()) {
            return begun(expansion);
        }
        ReplaceableColumn old = facts.replaceable().getOrDefault(table.oid(), List.of()).stream()
                .filter(each -> each.name().equals(set.column()))
                .findFirst()
                .orElse(null);
        if (old == null || !expansion.canBeNamed() || !isPossible(expansion, old) || !rewrites(sql)) {
            return null;
        }
        List<Statement> changes = changes(expansion, old);
        if (changes.isEmpty() || !Recipe.of(changes, REASON).holdsUpNobody(facts.withAllNames())) {
            return null;
        }
        List<Recipe.Part> parts = new ArrayList<>();
        changes.forEach(change -> parts.add(Recipe.Part.of(change)));
        parts.add(parts.indexOf(Recipe.Part.of(expansion.proven())), Recipe.Part.of(expansion.batches()));
        return new Recipe(parts, REASON);
    }

    /** Once columns have changed places, only what was begun says what there was to do. */
    private @Nullable Recipe begun(ColumnExpansion expansion) {
        String text =
                begun.between(expansion.addColumn().text(), expansion.end().text());
        if (text == null) {
            return null;
        }
        Recipe.Part batches = Recipe.Part.of(expansion.batches());
        List<Recipe.Part> parts = new ArrayList<>();
        SqlScript.statements("", text).forEach(each -> {
            String sql = each.text();
            parts.add(
                    sql.equals(batches.statement().text())
                            ? batches
                            : Recipe.Part.of(new Statement(sql, !isSeparate(sql))));
        });
        return new Recipe(parts, REASON);
    }

    private static boolean isSeparate(String sql) {
        DdlStatement statement = DdlStatement.of(sql);
        return statement instanceof DdlStatement.Maintenance
                || !Statement.of(sql).transactional()
                || (statement instanceof DdlStatement.AlterRelation alter
                        && alter.actions().get(0) instanceof AlterAction.ValidateConstraint);
    }

    private boolean isPossible(ColumnExpansion expansion, ReplaceableColumn old) {
        return keepsAll()
                && (old.identity().isEmpty() || canBeNumbered(expansion))
                && !table.hindersUpdates()
                && named().noneMatch(earlier::mayHaveDoneMoreThanExpand)
                && !earlier.hasExpanded(table, List.of(set.column()))
                && table.constraints().stream().allMatch(this::isTrueOfAllRows);
    }

    /** Whether each value has its equal, and nothing but the column is said of it. */
    private boolean keepsAll() {
        ColumnFacts column = table.column(set.column());
        TypeFacts to = facts.types().get(set.type().resolvable());
        CastChain chain = set.using() == null ? null : CastChain.of(set.using());
        boolean plain = set.using() == null
                || (chain != null
                        && chain.column().equals(set.column())
                        && chain.types().stream().allMatch(set.type()::equals));
        return column != null
                && to != null
                && plain
                && to.oid() == to.base()
                && !set.type().array()
                && !column.spelling().array()
                && Widening.keepsAll(
                        column.spelling().name(),
                        column.spelling().arguments(),
                        to.spelling().name(),
                        set.type().arguments());
    }

    /** The relations of which the recipe speaks. */
    private Stream<String> named() {
        Stream<String> referring = facts.relations().values().stream()
                .filter(each -> each.constraints().stream().anyMatch(key -> key.referenced() == table.oid()))
                .map(RelationFacts::name);
        Stream<String> own = Stream.concat(
                table.indexes().stream().map(IndexFacts::name),
                sequences().stream().map(QualifiedName::name));
        return Stream.of(Stream.of(table.name()), referring, own).flatMap(each -> each);
    }

    /** A check of two columns is printed otherwise once one of them has another type. */
    private boolean isTrueOfAllRows(ConstraintFacts constraint) {
        boolean shared = constraint.kind() == ConstraintDefinition.Kind.CHECK
                && constraint.columns().contains(set.column())
                && earlier.hasExpanded(table, constraint.columns());
        return !shared && (constraint.valid() || constraint.isForeignKey());
    }

    private boolean canBeNumbered(ColumnExpansion expansion) {
        return ChosenName.sequence(table.name(), expansion.column()) != null && isOfIntegers();
    }

    private boolean isOfIntegers() {
        ColumnFacts column = table.column(set.column());
        TypeFacts to = facts.types().get(set.type().resolvable());
        return column != null
                && to != null
                && Widening.isOfIntegers(column.spelling().name(), to.spelling().name());
    }

    private boolean rewrites(String sql) {
        StatementEffect effect = new Classifier(facts).next(sql);
        return effect.error() == null
                && effect.kind() == StatementClass.BLOCKING_WORK
                && OnlineRecipes.isLarge(effect.blockingBytes(), effect.blockingRows());
    }

    /** All but what reads and fills; nothing where something of the old column can't be said of the new one. */
    private List<Statement> changes(ColumnExpansion expansion, ReplaceableColumn old) {
        ColumnFacts column = table.column(set.column());
        TypeFacts to = facts.types().get(set.type().resolvable());
        ColumnSuccession succession = to == null
                ? null
                : ColumnSuccession.of(facts, name, table, set.column(), to, expansion.column(), isOfIntegers());
        List<Statement> notNull =
                column != null && column.notNull() ? notNull(expansion).statements() : List.of();
        if (column == null || succession == null || column.notNull() == notNull.isEmpty()) {
            return List.of();
        }
        List<Statement> statements = new ArrayList<>();
        statements.addAll(expansion.begin());
        // What the new type doesn't allow is refused here, with nothing done yet.
        statements.addAll(succession.begin());
        statements.add(expansion.proven());
        statements.addAll(notNull);
        statements.addAll(succession.build());
        statements.add(new Statement("ANALYZE " + Identifiers.quoted(name), false));
        statements.addAll(succession.beforeExchange());
        statements.add(expansion.stopSync());
        statements.addAll(exchange(expansion, old));
        statements.addAll(succession.afterExchange());
        if (column.notNull()) {
            renamedNotNull(expansion).ifPresent(statements::add);
        }
        statements.add(expansion.end());
        return statements;
    }

    private NotNullProof notNull(ColumnExpansion expansion) {
        return new NotNullProof(facts.server().major(), name, expansion.column());
    }

    /** Since PostgreSQL 18 it is a constraint with a name. */
    private Optional<Statement> renamedNotNull(ColumnExpansion expansion) {
        return table.constraints().stream()
                .filter(each -> each.kind() == ConstraintDefinition.Kind.NOT_NULL
                        && each.columns().contains(set.column()))
                .map(each -> change("RENAME CONSTRAINT "
                        + Identifiers.quoted(notNull(expansion).name()) + " TO " + Identifiers.quoted(each.name())))
                .findFirst();
    }

    private List<Statement> exchange(ColumnExpansion expansion, ReplaceableColumn old) {
        String column = Identifiers.quoted(set.column());
        String other = Identifiers.quoted(expansion.column());
        List<Statement> statements = new ArrayList<>();
        List<Statement> renamed = new ArrayList<>();
        for (QualifiedName sequence : sequences()) {
            if (old.identity().isEmpty()) {
                statements.add(sent("ALTER SEQUENCE " + Identifiers.quoted(sequence) + " OWNED BY "
                        + Identifiers.quoted(name) + "." + other));
            } else {
                // Nobody can insert any more, or take a number by hand, so that none is given twice.
                statements.add(sent("ALTER SEQUENCE " + Identifiers.quoted(sequence) + " NO CYCLE"));
                String next = Identifiers.quoted(
                        sequence.withName(String.valueOf(ChosenName.sequence(table.name(), expansion.column()))));
                statements.add(change("ALTER COLUMN " + other + " ADD GENERATED " + old.identity() + " AS IDENTITY"));
                statements.add(sent("SELECT setval(" + Literals.text(next) + ", last_value, is_called) FROM "
                        + Identifiers.quoted(sequence)));
                renamed.add(sent("ALTER SEQUENCE " + next + " RENAME TO " + Identifiers.quoted(sequence.name())));
            }
        }
        statements.add(change("DROP COLUMN " + column));
        statements.addAll(renamed);
        statements.add(change("RENAME COLUMN " + other + " TO " + column));
        if (!old.defaultValue().isEmpty()) {
            statements.add(change("ALTER COLUMN " + column + " SET DEFAULT " + old.defaultValue()));
        }
        return statements;
    }

    private List<QualifiedName> sequences() {
        return table.sequences().entrySet().stream()
                .filter(entry -> entry.getValue().equals(set.column()))
                .flatMap(entry -> Stream.ofNullable(facts.relations().get(entry.getKey())))
                .map(RelationFacts::qualifiedName)
                .sorted()
                .toList();
    }

    private Statement change(String action) {
        return sent("ALTER TABLE " + Identifiers.quoted(name) + " " + action);
    }

    private static Statement sent(String sql) {
        return new Statement(sql, true);
    }
}
