package org.limbeck.migration;

import java.util.List;
import java.util.Map;
import org.limbeck.schema.Attribute;
import org.limbeck.schema.CompositeType;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Domain;
import org.limbeck.schema.Firing;
import org.limbeck.schema.Grant;
import org.limbeck.schema.MaterializedView;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.Policy;
import org.limbeck.schema.PolicyCommand;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.ScriptedObject;
import org.limbeck.schema.View;

/**
 * The words for what {@code op.create}, {@code op.change} and {@code op.drop} take; a part of {@link Ddl}, whose static
 * import brings them. A definition is the whole statement that creates the object; a semicolon at its end is left out.
 */
public abstract sealed class ObjectWords extends TargetWords permits TableWords {

    /** Everybody, where a role is asked for. */
    public static final String PUBLIC = Grant.PUBLIC;

    public static final PolicyCommand SELECT = PolicyCommand.SELECT;
    public static final PolicyCommand INSERT = PolicyCommand.INSERT;
    public static final PolicyCommand UPDATE = PolicyCommand.UPDATE;
    public static final PolicyCommand DELETE = PolicyCommand.DELETE;

    /** Of a trigger or a rule: it fires unless the session replays what another server did; a new one does. */
    public static final Firing ORIGIN = Firing.ORIGIN;

    /** Of a trigger or a rule: it fires even when the session replays what another server did. */
    public static final Firing ALWAYS = Firing.ALWAYS;

    /** Of a trigger or a rule: it fires only when the session replays what another server did. */
    public static final Firing REPLICA = Firing.REPLICA;

    /** Of a trigger or a rule: it doesn't fire. */
    public static final Firing DISABLED = Firing.DISABLED;

    ObjectWords() {}

    public static View view(String name, String query) {
        return new View(QualifiedName.of(name), statement(query), Map.of());
    }

    public static MaterializedView materializedView(String name, String query) {
        return new MaterializedView(QualifiedName.of(name), statement(query), Map.of(), null, true);
    }

    /**
     * A function.
     *
     * @param argumentTypes as PostgreSQL shows them, for example {@code integer, text}; they tell it from others of its
     *     name
     */
    public static ScriptedObject function(String name, String argumentTypes, String definition) {
        return scripted(TargetWords.onFunction(name, argumentTypes), definition);
    }

    /** A procedure; the types of its arguments as for a function. */
    public static ScriptedObject procedure(String name, String argumentTypes, String definition) {
        return scripted(TargetWords.onProcedure(name, argumentTypes), definition);
    }

    /** An aggregate; the types of its arguments as for a function, none for {@code *}. */
    public static ScriptedObject aggregate(String name, String argumentTypes, String definition) {
        return scripted(TargetWords.onAggregate(name, argumentTypes), definition);
    }

    public static ScriptedObject trigger(String table, String name, String definition) {
        return scripted(TargetWords.onTrigger(table, name), definition);
    }

    public static ScriptedObject rule(String table, String name, String definition) {
        return scripted(TargetWords.onRule(table, name), definition);
    }

    /** A policy for all commands and everybody, until more is said. */
    public static Policy policy(String table, String name) {
        return Policy.of(table, name);
    }

    /** A type with conditions; the value under test is {@code VALUE}. */
    public static Domain domain(String name, DataType type) {
        return Domain.of(name, type);
    }

    public static CompositeType compositeType(String name, Attribute... attributes) {
        return new CompositeType(QualifiedName.of(name), List.of(attributes));
    }

    /** An attribute of a composite type. */
    public static Attribute attribute(String name, DataType type) {
        return Attribute.of(name, type);
    }

    public static ScriptedObject rangeType(String name, String definition) {
        return scripted(TargetWords.onRangeType(name), definition);
    }

    public static ScriptedObject collation(String name, String definition) {
        return scripted(TargetWords.onCollation(name), definition);
    }

    /** A cast; the types as PostgreSQL shows them, for example {@code timestamp with time zone}. */
    public static ScriptedObject cast(String sourceType, String targetType, String definition) {
        return scripted(TargetWords.onCast(sourceType, targetType), definition);
    }

    /** Extended statistics. */
    public static ScriptedObject statistics(String name, String definition) {
        return scripted(TargetWords.onStatistics(name), definition);
    }

    public static ScriptedObject foreignDataWrapper(String name, String definition) {
        return scripted(TargetWords.onForeignDataWrapper(name), definition);
    }

    /** A foreign server. */
    public static ScriptedObject server(String name, String definition) {
        return scripted(TargetWords.onServer(name), definition);
    }

    public static ScriptedObject publication(String name, String definition) {
        return scripted(TargetWords.onPublication(name), definition);
    }

    public static ScriptedObject eventTrigger(String name, String definition) {
        return scripted(TargetWords.onEventTrigger(name), definition);
    }

    private static ScriptedObject scripted(ObjectId id, String definition) {
        return ScriptedObject.of(id, statement(definition));
    }

    /** Without the semicolon and the line break that a text block ends with. */
    private static String statement(String text) {
        String stripped = text.strip();
        return stripped.endsWith(";")
                ? stripped.substring(0, stripped.length() - 1).stripTrailing()
                : stripped;
    }
}
