package org.limbeck.safety;

import java.util.HashSet;
import java.util.Set;
import org.limbeck.ddl.AlterAction;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.schema.QualifiedName;

/** What the statements before in the same run do, as far as the facts, which were read before them, are not true any more. */
final class EarlierStatements {

    private final Set<Column> notNull = new HashSet<>();
    private final Set<String> changed = new HashSet<>();
    private boolean unclear;

    private record Column(long table, String name) {}

    void add(DdlStatement statement) {
        boolean path =
                statement instanceof DdlStatement.SetSetting set && set.name().equals("search_path");
        if (path || statement instanceof DdlStatement.NotUnderstood || callsFunctions(statement)) {
            canBeAnything();
        } else if (!leavesTablesAlike(statement)) {
            NamesCollector names = new NamesCollector();
            names.add(statement);
            FactsRequest named = names.request();
            named.relations().forEach(relation -> changed.add(relation.name()));
            unclear |= !named.schemas().isEmpty();
        }
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

    /** A function can do anything; those of statements that define something run later, or are looked into besides. */
    private static boolean callsFunctions(DdlStatement statement) {
        if (statement instanceof DdlStatement.ChangeRows change) {
            return !change.query().functions().isEmpty();
        }
        return statement instanceof DdlStatement.Select select
                && !select.query().functions().isEmpty();
    }
}
