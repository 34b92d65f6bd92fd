package org.limbeck.safety;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.AlterAction;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.ddl.PartitionBound;
import org.limbeck.schema.QualifiedName;

/** What the statements before in the same run do, as far as the facts, which were read before them, are not true any more. */
final class EarlierStatements {

    private final Set<Column> notNull = new HashSet<>();
    private final Set<String> changed = new HashSet<>();
    private final Set<String> checked = new HashSet<>();
    private final Set<String> touched = new HashSet<>();
    private final Map<String, List<PartitionBound>> attached = new HashMap<>();
    private final Map<String, Set<String>> columns = new HashMap<>();
    private final Set<String> notOnlyExpanded = new HashSet<>();
    private final Set<Column> expanded = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private boolean unclear;
    private boolean anotherRole;

    private record Column(long table, String name) {}

    /** @param table whose column gave way to another one; null where nothing else than the statement was sent */
    void add(DdlStatement statement, @Nullable RelationFacts table) {
        if (table == null) {
            collect(statement, notOnlyExpanded);
        } else if (statement instanceof DdlStatement.AlterRelation alter
                && alter.actions().get(0) instanceof AlterAction.SetType set) {
            expanded.add(new Column(table.oid(), set.column()));
        }
        add(statement);
    }

    private void add(DdlStatement statement) {
        ChosenName.taken(statement).forEach(name -> taken.add(name.name()));
        boolean path =
                statement instanceof DdlStatement.SetSetting set && set.name().equals("search_path");
        anotherRole |= statement instanceof DdlStatement.ChangeObject change
                && change.kind().equals("setting");
        // Which updates a publication lets through is nothing of a table that it names.
        boolean publishes = statement instanceof DdlStatement.Publication;
        if (path || publishes || statement instanceof DdlStatement.NotUnderstood || callsFunctions(statement)) {
            canBeAnything();
            return;
        }
        if (!leavesTablesAlike(statement)) {
            collect(statement, changed);
        }
        if (!leavesChecksAlike(statement)) {
            collect(statement, checked);
        }
        if (statement instanceof DdlStatement.AlterRelation alter) {
            Set<String> names = columns.computeIfAbsent(alter.name().name(), none -> new HashSet<>());
            alter.actions().forEach(action -> names.addAll(withOtherChecks(action)));
        }
        if (statement instanceof DdlStatement.AlterRelation alter
                && alter.actions().get(0) instanceof AlterAction.AttachPartition attach) {
            touched.add(attach.partition().name());
            attached.computeIfAbsent(alter.name().name(), none -> new ArrayList<>())
                    .add(attach.bound());
        } else if (!(statement instanceof DdlStatement.ChangeRows) && !(statement instanceof DdlStatement.Select)) {
            collect(statement, touched);
        }
    }

    private void collect(DdlStatement statement, Set<String> into) {
        NamesCollector names = new NamesCollector();
        names.add(statement);
        FactsRequest named = names.request();
        named.relations().forEach(relation -> into.add(relation.name()));
        unclear |= !named.schemas().isEmpty();
    }

    /** Something ran that nobody can tell. */
    void canBeAnything() {
        unclear = true;
    }

    void makesNotNull(RelationFacts table, String column) {
        notNull.add(new Column(table.oid(), column));
    }

    boolean madeNotNull(RelationFacts table, String column) {
        return notNull.contains(new Column(table.oid(), column));
    }

    /** Whether keys, triggers and the like of a table may be others than the facts say, whatever its schema. */
    boolean mayHaveChanged(QualifiedName table) {
        return unclear || changed.contains(table.name());
    }

    /** Whether checks of a table that mention these columns, or what they say, may be others than the facts say. */
    boolean mayHaveChecked(QualifiedName table, Collection<String> mentioned) {
        return unclear
                || checked.contains(table.name())
                || !Collections.disjoint(this.columns.getOrDefault(table.name(), Set.of()), mentioned);
    }

    /** Whether more of a relation may be another than the facts say than what makes columns give way to others. */
    boolean mayHaveDoneMoreThanExpand(String relation) {
        return unclear || notOnlyExpanded.contains(relation);
    }

    /** Whether one of these columns gave way to another one. */
    boolean hasExpanded(RelationFacts table, Collection<String> mentioned) {
        return mentioned.stream().anyMatch(column -> expanded.contains(new Column(table.oid(), column)));
    }

    /** Whether anything of a table may be another than the facts say, but for its rows and its partitions. */
    boolean mayHaveTouched(QualifiedName table) {
        return unclear || touched.contains(table.name());
    }

    /** Which rows the partitions hold that it got since. */
    List<PartitionBound> attached(QualifiedName table) {
        return attached.getOrDefault(table.name(), List.of());
    }

    /** Whether who asks may be another than when the facts were read. */
    boolean mayBeAnotherRole() {
        return unclear || anotherRole;
    }

    /** Whether there may be something of that name now, whatever its schema. */
    boolean mayTake(QualifiedName name) {
        return unclear || taken.contains(name.name());
    }

    /** Whether tables, as far as they matter for what follows, are afterwards what they were before. */
    private static boolean leavesTablesAlike(DdlStatement statement) {
        if (statement instanceof DdlStatement.AlterRelation alter) {
            return alter.actions().stream().allMatch(EarlierStatements::leavesTablesAlike);
        }
        return statement instanceof DdlStatement.CreateIndex
                || statement instanceof DdlStatement.ChangeRows
                || statement instanceof DdlStatement.Select
                || statement instanceof DdlStatement.Comment;
    }

    private static boolean leavesTablesAlike(AlterAction action) {
        return action instanceof AlterAction.AddColumn
                || action instanceof AlterAction.ValidateConstraint
                || action instanceof AlterAction.SetNotNull
                || (action instanceof AlterAction.AddConstraint add
                        && !add.constraint().notValid())
                || (action instanceof AlterAction.Plain plain && plain.kind() == AlterAction.Plain.Kind.SET_DEFAULT);
    }

    /** The columns that get another type, or another check. */
    private static Set<String> withOtherChecks(AlterAction action) {
        if (action instanceof AlterAction.SetType set) {
            return Set.of(set.column());
        } else if (action instanceof AlterAction.AddConstraint add) {
            return mentioned(add.constraint());
        } else if (action instanceof AlterAction.AddColumn add) {
            return add.column().constraints().stream()
                    .flatMap(each -> mentioned(each).stream())
                    .collect(Collectors.toSet());
        }
        return Set.of();
    }

    private static Set<String> mentioned(ConstraintDefinition constraint) {
        return constraint.expression() == null
                ? Set.of()
                : constraint.expression().names();
    }

    private static boolean leavesChecksAlike(DdlStatement statement) {
        if (statement instanceof DdlStatement.AlterRelation alter) {
            return alter.actions().stream().allMatch(EarlierStatements::leavesChecksAlike);
        }
        return statement instanceof DdlStatement.CreateIndex
                || statement instanceof DdlStatement.ChangeRows
                || statement instanceof DdlStatement.Select;
    }

    private static boolean leavesChecksAlike(AlterAction action) {
        return action instanceof AlterAction.SetType
                || action instanceof AlterAction.SetNotNull
                || action instanceof AlterAction.AddColumn
                || action instanceof AlterAction.AddConstraint
                || (action instanceof AlterAction.Plain plain
                        && (plain.kind() == AlterAction.Plain.Kind.SET_DEFAULT
                                || plain.kind() == AlterAction.Plain.Kind.DROP_DEFAULT));
    }

    /** A function can do anything; those of statements that define something run later, or are looked into besides. */
    private static boolean callsFunctions(DdlStatement statement) {
        if (statement instanceof DdlStatement.ChangeRows change) {
            return !change.query().functions().isEmpty();
        }
        return statement instanceof DdlStatement.Select select
                && !select.query().functions().isEmpty();
    }
}
