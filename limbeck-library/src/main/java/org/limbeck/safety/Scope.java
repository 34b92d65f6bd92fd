package org.limbeck.safety;

import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.Expression;
import org.limbeck.ddl.TypeText;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;

/** What the readers of one statement share: the database before it, and its effects. */
record Scope(World world, Effects effects) {

    /** The relation of that name; null if there is none or it was made by this run, which is said then. */
    @Nullable
    RelationFacts find(QualifiedName name, boolean ifExists) {
        return find(name, ifExists, "42P01");
    }

    /** The same, where the server has an answer of its own for one that isn't there. */
    @Nullable
    RelationFacts find(QualifiedName name, boolean ifExists, String sqlState) {
        if (world.doubtful(name)) {
            effects.unknown("an earlier statement changed the search path, and " + name + " has no schema");
            return null;
        }
        RelationFacts relation = world.find(name);
        if (relation != null) {
            return relation;
        }
        if (world.createdSomewhere(name)) {
            effects.because(name + " is made by the same run");
        } else if (world.uncertain()) {
            effects.unknown("an earlier statement of the run may have made " + name);
        } else if (ifExists) {
            effects.because("there is no " + name + ", so nothing happens");
        } else {
            effects.fails(sqlState, "there is no " + name);
        }
        return null;
    }

    /** Locks a table together with its parts. */
    void lockWithParts(RelationFacts relation, LockMode mode) {
        world.withParts(relation).forEach(part -> effects.lock(part, mode));
    }

    void scanWithParts(RelationFacts relation) {
        world.withParts(relation).forEach(effects::scan);
    }

    /** A type as the statement names it; null if that can't be told, which is said then. */
    @Nullable
    TypeFacts type(TypeText text) {
        TypeFacts type = world.facts().types().get(text.resolvable());
        if (type != null) {
            return type;
        }
        if (world.uncertain()) {
            effects.unknown("an earlier statement of the run may have made the type " + text.name());
        } else {
            effects.fails("42704", "there is no type " + text.resolvable());
        }
        return null;
    }

    /** Whether an earlier statement of the run made a type of that name that no check belongs to. */
    boolean isNewType(TypeText text) {
        return world.createdType(text.resolvable());
    }

    /** Whether an expression gives each row another value. */
    Volatility volatility(Expression expression) {
        Volatility result = Volatility.STEADY;
        for (QualifiedName function : expression.functions()) {
            Volatility one = world.facts().functions().getOrDefault(function, Volatility.MISSING);
            result = one.compareTo(result) > 0 ? one : result;
        }
        return result;
    }

    static String quoted(String name) {
        return Identifiers.quoted(name);
    }
}
