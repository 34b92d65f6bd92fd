package org.limbeck.ddl;

import java.util.Set;
import org.limbeck.ddl.AlterAction.ChangeIdentity;
import org.limbeck.ddl.AlterAction.Plain;
import org.limbeck.schema.QualifiedName;

/** Reads what ALTER COLUMN does. */
record AlterColumnReader(Tokens tokens) {

    /** The words that begin what can be SET of an identity. */
    private static final Set<String> IDENTITY_OPTIONS = Set.of(
            "generated", "increment", "minvalue", "maxvalue", "start", "restart", "cache", "cycle", "no", "sequence");

    AlterAction action(String column) throws UnclearStatement {
        if (tokens.took("set", "data", "type") || tokens.took("type")) {
            return type(column);
        } else if (tokens.took("add", "generated")) {
            return identity(column);
        } else if (tokens.took("drop")) {
            return drop(column);
        } else if (tokens.took("restart") || seesIdentityOption()) {
            return setIdentity(column);
        } else if (tokens.took("options")) {
            tokens.parenthesized();
            return new Plain(Plain.Kind.FOREIGN_COLUMN_OPTIONS);
        } else if (tokens.took("reset")) {
            tokens.parenthesized();
            return new Plain(Plain.Kind.COLUMN_OPTIONS);
        }
        tokens.expect("set");
        return set(column);
    }

    private AlterAction set(String column) throws UnclearStatement {
        if (tokens.took("not", "null")) {
            return new AlterAction.SetNotNull(column);
        } else if (tokens.took("default")) {
            tokens.expressionUntil(Set.of());
            return new Plain(Plain.Kind.SET_DEFAULT);
        } else if (tokens.sees("statistics")) {
            return target();
        } else if (tokens.took("storage")) {
            tokens.word();
            return new Plain(Plain.Kind.SET_STORAGE);
        } else if (tokens.took("compression")) {
            return new AlterAction.SetCompression(column, tokens.word());
        } else if (tokens.took("expression", "as")) {
            tokens.parenthesized();
            return new AlterAction.SetExpression(column);
        }
        tokens.parenthesized();
        return new Plain(Plain.Kind.COLUMN_OPTIONS);
    }

    /** The only change of a column that an index takes. */
    AlterAction statistics() throws UnclearStatement {
        tokens.expect("set");
        return target();
    }

    private AlterAction target() throws UnclearStatement {
        tokens.expect("statistics");
        tokens.took("-");
        if (!tokens.took("default")) {
            tokens.wholeNumber();
        }
        return new Plain(Plain.Kind.SET_STATISTICS);
    }

    private AlterAction type(String column) throws UnclearStatement {
        TypeText type = new TypeReader(tokens).type();
        QualifiedName collation = tokens.took("collate") ? tokens.qualifiedName() : null;
        Expression using = tokens.took("using") ? tokens.expressionUntil(Set.of()) : null;
        return new AlterAction.SetType(column, type, collation, using);
    }

    private AlterAction identity(String column) throws UnclearStatement {
        if (!tokens.took("always")) {
            tokens.expect("by", "default");
        }
        tokens.expect("as", "identity");
        if (tokens.sees("(")) {
            tokens.parenthesized();
        }
        return new ChangeIdentity(column, ChangeIdentity.Change.ADD);
    }

    private AlterAction setIdentity(String column) throws UnclearStatement {
        while (!tokens.atEnd() && !tokens.sees(",")) {
            tokens.skip();
        }
        return new ChangeIdentity(column, ChangeIdentity.Change.SET);
    }

    private boolean seesIdentityOption() {
        return IDENTITY_OPTIONS.stream().anyMatch(option -> tokens.sees("set", option));
    }

    private AlterAction drop(String column) throws UnclearStatement {
        if (tokens.took("not", "null")) {
            return new AlterAction.DropNotNull(column);
        } else if (tokens.took("default")) {
            return new Plain(Plain.Kind.DROP_DEFAULT);
        } else if (tokens.took("expression")) {
            tokens.took("if", "exists");
            return new Plain(Plain.Kind.DROP_EXPRESSION);
        }
        tokens.expect("identity");
        tokens.took("if", "exists");
        return new ChangeIdentity(column, ChangeIdentity.Change.DROP);
    }
}
