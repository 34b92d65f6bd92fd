package org.limbeck.safety;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.DdlStatement.ChangeRows;
import org.limbeck.ddl.DdlStatement.CreateView;
import org.limbeck.ddl.DdlStatement.RefreshView;
import org.limbeck.ddl.Query;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;

/** The effects of queries, of views that stand on them, and of changes of rows. */
record Queries(Scope scope) {

    /** Volatile functions of PostgreSQL that do nothing but give a value. */
    private static final Set<String> HARMLESS = Set.of(
            "clock_timestamp", "gen_random_uuid", "nextval", "random", "setseed", "timeofday", "uuidv4", "uuidv7");

    /** What a query reads; {@code executed} if it runs now, which reaches the tables below views. */
    void read(Query query, boolean executed) {
        for (QualifiedName name : query.relations()) {
            RelationFacts relation = scope.find(name, false);
            if (relation != null) {
                if (executed) {
                    read(relation);
                } else {
                    scope.effects().lock(relation, LockMode.ACCESS_SHARE);
                }
            }
        }
        if (executed) {
            functions(query);
        }
        sequences(query.sequences());
        newValues(query, null);
    }

    void sequences(List<QualifiedName> names) {
        for (QualifiedName name : names) {
            RelationFacts sequence = scope.find(name, false);
            if (sequence != null) {
                scope.effects().lock(sequence, LockMode.ROW_EXCLUSIVE);
            }
        }
    }

    private void read(RelationFacts relation) {
        for (RelationFacts part : scope.world().withParts(relation)) {
            scope.effects().lock(part, LockMode.ACCESS_SHARE);
            scope.effects().scan(part);
        }
        if (relation.kind() == RelationKind.VIEW) {
            scope.world().all(relation.reads()).forEach(this::read);
        }
    }

    private void functions(Query query) {
        for (QualifiedName function : query.functions()) {
            Volatility volatility = scope.world().facts().functions().getOrDefault(function, Volatility.MISSING);
            if (volatility != Volatility.STEADY && !HARMLESS.contains(function.name())) {
                scope.effects().unknown("the function " + function + " can do anything");
            }
        }
    }

    /** A value that was added to an enum can't be used before it is committed, unless the enum is as new. */
    private void newValues(Query query, @Nullable RelationFacts target) {
        for (QualifiedName type : scope.world().typesWithNewValues()) {
            boolean newEnum = scope.world().major() >= 17 && scope.world().createdType(Identifiers.quoted(type));
            for (Query.Literal literal : query.literals()) {
                if (!newEnum
                        && scope.world().isNewValue(type, literal.value())
                        && (type.equals(literal.type()) || isColumnOf(target, literal.column(), type))) {
                    scope.effects()
                            .fails("55P04", "the value " + literal.value() + " can be used once it is committed");
                }
            }
        }
    }

    private boolean isColumnOf(@Nullable RelationFacts target, @Nullable String name, QualifiedName type) {
        TypeFacts facts = scope.world().facts().types().get(Identifiers.quoted(type));
        ColumnFacts column = target == null || name == null ? null : target.column(name);
        return column != null && facts != null && column.type() == facts.oid();
    }

    void create(CreateView create) {
        RelationFacts former = scope.world().find(create.name());
        if (former != null && create.materialized()) {
            if (create.ifNotExists()) {
                scope.effects().because(create.name() + " is there already, so nothing happens");
            } else {
                scope.effects().fails("42P07", "there is a relation " + create.name() + " already");
            }
            return;
        }
        if (former != null) {
            scope.effects().lock(former, LockMode.ACCESS_EXCLUSIVE);
        }
        read(create.query(), create.materialized() && create.withData());
        if (former == null) {
            scope.world().create(create.name());
        }
    }

    void refresh(RefreshView refresh) {
        RelationFacts view = scope.find(refresh.name(), false);
        if (view == null) {
            return;
        }
        if (refresh.withData()) {
            scope.world().all(view.reads()).forEach(this::read);
        } else {
            scope.effects().breaksRelease("the view can't be read until it is filled again");
        }
        if (refresh.concurrently()) {
            scope.effects().lock(view, LockMode.EXCLUSIVE);
            scope.effects().lockIndexes(view, LockMode.ROW_EXCLUSIVE);
            scope.effects().scan(view);
            scope.effects().because("reads of the view go on; what blocks is another refresh");
            if (view.indexes().stream().noneMatch(index -> index.unique() && index.plain() && index.valid())) {
                scope.effects().fails("55000", view.name() + " has no unique index of columns alone");
            }
        } else {
            scope.effects().lock(view, LockMode.ACCESS_EXCLUSIVE);
            scope.effects().lockIndexes(view, LockMode.ACCESS_EXCLUSIVE);
            if (refresh.withData()) {
                scope.effects().rewrite(view);
            }
        }
    }

    void change(ChangeRows change) {
        RelationFacts target = scope.find(change.target(), false);
        read(change.query(), true);
        newValues(change.query(), target);
        if (target == null) {
            return;
        }
        boolean inserts = change.change() == ChangeRows.Change.INSERT || change.change() == ChangeRows.Change.COPY;
        for (RelationFacts part : scope.world().withParts(target)) {
            scope.effects().lock(part, LockMode.ROW_EXCLUSIVE);
            if (inserts) {
                lookUp(part);
            } else {
                scope.effects().lockIndexes(part, LockMode.ROW_EXCLUSIVE);
            }
            if (!change.fixedRows()) {
                scope.effects().changesRows(part);
            }
        }
        if (change.change() == ChangeRows.Change.DELETE) {
            scope.effects().losesData("rows of " + target.name() + " are gone");
        }
    }

    /** The tables that the rows' foreign keys refer to, and the indexes by which the keys are found. */
    private void lookUp(RelationFacts table) {
        for (ConstraintFacts constraint : table.constraints()) {
            RelationFacts referenced = constraint.isForeignKey() ? scope.world().find(constraint.referenced()) : null;
            if (referenced != null) {
                scope.effects().lock(referenced, LockMode.ROW_SHARE);
                referenced.indexes().stream()
                        .filter(index -> index.oid() == constraint.index())
                        .forEach(index -> scope.effects().lock(index, LockMode.ROW_SHARE));
            }
        }
    }
}
