package org.limbeck.safety;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Statement;

/**
 * Says what statements do to a live database, one after the other: each one meets the database as those before leave it, and
 * the locks that those of the same transaction hold.
 *
 * <p>What isn't understood to the letter is {@link StatementClass#UNKNOWN}, never a guess.
 */
public final class Classifier {

    private final World world;
    private final Map<Long, RelationLock> held = new LinkedHashMap<>();

    /** Begins with the database that the facts describe. */
    public Classifier(Facts facts) {
        this.world = new World(facts);
    }

    /** The effects of statements that run in one transaction. */
    public static List<StatementEffect> effects(List<String> statements, Facts facts) {
        Classifier classifier = new Classifier(facts);
        List<StatementEffect> effects = new ArrayList<>();
        statements.forEach(statement -> effects.add(classifier.next(statement)));
        return effects;
    }

    /** A transaction ended; its locks are gone. */
    public void commit() {
        held.clear();
        world.commit();
    }

    /** The effect of the next step where it is no statement but code of the user's; {@code description} stands for it. */
    public StatementEffect code(String description) {
        Effects effects = new Effects();
        effects.unknown("code in Java can do anything");
        world.becomesUncertain();
        return effects.result(description, held);
    }

    /** The effect of a statement, or of code that it describes, that an earlier run has done: none any more. */
    public StatementEffect done(String statement) {
        return new Effects().result(statement, held).because("an earlier run has done it");
    }

    /** What an interrupted run left of an index isn't there any more when the next statement runs. */
    public void clearAway(QualifiedName index) {
        World.IndexPlace place = world.findIndex(index);
        if (place != null) {
            world.dropIndex(place);
        }
    }

    /** The effects of the next statement. */
    public StatementEffect next(String statement) {
        if (!Statement.of(statement).transactional()) {
            // What came before is committed first.
            commit();
        }
        Effects effects = new Effects();
        dispatch(DdlStatement.of(statement), new Scope(world, effects));
        if (effects.isUnknown()) {
            world.becomesUncertain();
        }
        StatementEffect effect = effects.result(statement, held);
        if (effect.inTransaction()) {
            effects.held().forEach((oid, lock) -> held.merge(oid, earlier(lock), Classifier::stronger));
        } else {
            commit();
        }
        return effect;
    }

    private static RelationLock earlier(RelationLock lock) {
        return new RelationLock(lock.relation(), lock.kind(), lock.mode(), true);
    }

    private static RelationLock stronger(RelationLock one, RelationLock other) {
        return one.mode().compareTo(other.mode()) >= 0 ? one : other;
    }

    private static void dispatch(DdlStatement statement, Scope scope) {
        if (statement instanceof DdlStatement.NotUnderstood unclear) {
            scope.effects().unknown(unclear.reason());
        } else if (statement instanceof DdlStatement.AlterRelation alter) {
            if (alter.word() == DdlStatement.RelationWord.INDEX) {
                new IndexStatements(scope).alter(alter);
            } else {
                new AlterTable(scope).apply(alter);
            }
        } else if (statement instanceof DdlStatement.CreateTable create) {
            new TableStatements(scope).create(create);
        } else if (statement instanceof DdlStatement.CreateIndex create) {
            new IndexStatements(scope).create(create);
        } else if (statement instanceof DdlStatement.AttachIndex attach) {
            new IndexStatements(scope).attach(attach);
        } else if (statement instanceof DdlStatement.Reindex reindex) {
            new IndexStatements(scope).reindex(reindex);
        } else if (statement instanceof DdlStatement.DropObjects drop) {
            new DroppedRelation(scope).apply(drop);
        } else if (statement instanceof DdlStatement.Truncate truncate) {
            new TableStatements(scope).truncate(truncate);
        } else if (statement instanceof DdlStatement.Maintenance maintenance) {
            new TableStatements(scope).maintain(maintenance);
        } else if (statement instanceof DdlStatement.CreateView create) {
            new Queries(scope).create(create);
        } else if (statement instanceof DdlStatement.RefreshView refresh) {
            new Queries(scope).refresh(refresh);
        } else if (statement instanceof DdlStatement.ChangeRows change) {
            new Queries(scope).change(change);
        } else if (statement instanceof DdlStatement.Select select) {
            new Queries(scope).read(select.query(), true);
        } else {
            new SmallStatements(scope).apply(statement);
        }
    }
}
