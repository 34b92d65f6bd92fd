package org.limbeck.schema;

/**
 * An object that is known by the statement which creates it: a function, procedure or aggregate, a trigger, a rule, a
 * cast, a collation, a range type, statistics, a foreign data wrapper or server, a publication, an event trigger.
 *
 * @param definition the statement that creates it, {@code CREATE …}, without {@code OR REPLACE} and without a semicolon
 * @param firing when a trigger or a rule fires; {@link Firing#ORIGIN} for what doesn't
 */
public record ScriptedObject(ObjectId id, String definition, Firing firing) implements CommonObject {

    public static ScriptedObject of(ObjectId id, String definition) {
        return new ScriptedObject(id, definition, Firing.ORIGIN);
    }

    public ScriptedObject firing(Firing newFiring) {
        return new ScriptedObject(id, definition, newFiring);
    }
}
