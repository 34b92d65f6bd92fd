package org.limbeck.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.AlterAction.Plain;
import org.limbeck.ddl.DdlStatement.AlterRelation;
import org.limbeck.ddl.DdlStatement.RelationWord;
import org.limbeck.schema.QualifiedName;

/** Reads ALTER TABLE and its likes for views, sequences and indexes, behind the word for the relation. */
record AlterTableReader(Tokens tokens) {

    AlterRelation statement(RelationWord word) throws UnclearStatement {
        boolean ifExists = tokens.took("if", "exists");
        boolean only = tokens.took("only");
        QualifiedName name = tokens.qualifiedName();
        tokens.took("*");
        List<AlterAction> actions = new ArrayList<>();
        do {
            actions.add(action());
        } while (tokens.took(","));
        tokens.expectEnd();
        return new AlterRelation(word, name, ifExists, only, actions);
    }

    private AlterAction action() throws UnclearStatement {
        if (tokens.took("add")) {
            return add();
        } else if (tokens.took("drop")) {
            return drop();
        } else if (tokens.took("alter", "constraint")) {
            return alterConstraint();
        } else if (tokens.took("alter")) {
            tokens.took("column");
            return tokens.seesNumber() ? statistics() : new AlterColumnReader(tokens).action(tokens.name());
        } else if (tokens.took("validate", "constraint")) {
            return new AlterAction.ValidateConstraint(tokens.name());
        } else if (tokens.took("rename")) {
            return rename();
        } else if (tokens.took("set")) {
            return set();
        } else if (tokens.took("reset")) {
            return new AlterAction.Parameters(parameters());
        } else if (tokens.took("owner", "to")) {
            tokens.name();
            return new Plain(Plain.Kind.OWNER);
        } else if (tokens.took("attach", "partition")) {
            QualifiedName partition = tokens.qualifiedName();
            return new AlterAction.AttachPartition(
                    partition,
                    tokens.atEnd()
                            ? new PartitionBound(PartitionBound.Kind.DEFAULT, List.of(), List.of())
                            : new PartitionBoundReader(tokens).bound());
        } else if (tokens.took("detach", "partition")) {
            return new AlterAction.DetachPartition(
                    tokens.qualifiedName(), tokens.took("concurrently"), tokens.took("finalize"));
        } else if (tokens.took("inherit")) {
            return new AlterAction.Inherit(tokens.qualifiedName(), true);
        } else if (tokens.took("no", "inherit")) {
            return new AlterAction.Inherit(tokens.qualifiedName(), false);
        }
        return firing();
    }

    /** An index names its expressions by their places. */
    private AlterAction statistics() throws UnclearStatement {
        tokens.wholeNumber();
        return new AlterColumnReader(tokens).statistics();
    }

    private AlterAction add() throws UnclearStatement {
        if (new ConstraintReader(tokens).seesTableConstraint()) {
            return new AlterAction.AddConstraint(new ConstraintReader(tokens).tableConstraint());
        }
        tokens.took("column");
        boolean ifNotExists = tokens.took("if", "not", "exists");
        return new AlterAction.AddColumn(new ColumnReader(tokens).column(), ifNotExists);
    }

    private AlterAction drop() throws UnclearStatement {
        boolean constraint = tokens.took("constraint");
        if (!constraint) {
            tokens.took("column");
        }
        boolean ifExists = tokens.took("if", "exists");
        String name = tokens.name();
        boolean cascade = cascade();
        return constraint
                ? new AlterAction.DropConstraint(name, ifExists, cascade)
                : new AlterAction.DropColumn(name, ifExists, cascade);
    }

    private boolean cascade() {
        boolean cascade = tokens.took("cascade");
        if (!cascade) {
            tokens.took("restrict");
        }
        return cascade;
    }

    private AlterAction alterConstraint() throws UnclearStatement {
        String name = tokens.name();
        boolean enforced = false;
        while (!tokens.atEnd() && !tokens.sees(",")) {
            if (tokens.took("enforced")) {
                enforced = true;
            } else if (!tokens.took("not", "enforced")
                    && !tokens.took("not", "deferrable")
                    && !tokens.took("deferrable")
                    && !tokens.took("initially", "deferred")
                    && !tokens.took("initially", "immediate")
                    && !tokens.took("no", "inherit")) {
                tokens.expect("inherit");
            }
        }
        return new AlterAction.AlterConstraint(name, enforced);
    }

    private AlterAction rename() throws UnclearStatement {
        if (tokens.took("to")) {
            return new AlterAction.Rename(tokens.name());
        }
        if (tokens.took("constraint")) {
            String name = tokens.name();
            tokens.expect("to");
            return new AlterAction.RenameConstraint(name, tokens.name());
        }
        tokens.took("column");
        String name = tokens.name();
        tokens.expect("to");
        return new AlterAction.RenameColumn(name, tokens.name());
    }

    private AlterAction set() throws UnclearStatement {
        if (tokens.sees("(")) {
            return new AlterAction.Parameters(parameters());
        } else if (tokens.took("schema")) {
            return new AlterAction.SetSchema(tokens.name());
        } else if (tokens.took("logged")) {
            return new AlterAction.SetLogged(true);
        } else if (tokens.took("unlogged")) {
            return new AlterAction.SetLogged(false);
        } else if (tokens.took("tablespace")) {
            return new AlterAction.SetTablespace(tokens.name());
        } else if (tokens.took("access", "method")) {
            return new AlterAction.SetAccessMethod(tokens.name());
        }
        tokens.expect("without", "cluster");
        return new Plain(Plain.Kind.WITHOUT_CLUSTER);
    }

    private List<String> parameters() throws UnclearStatement {
        List<String> names = new ArrayList<>();
        tokens.expect("(");
        do {
            String name = tokens.name();
            names.add(tokens.took(".") ? name + "." + tokens.name() : name);
            if (tokens.took("=")) {
                tokens.expressionUntil(Set.of());
            }
        } while (tokens.took(","));
        tokens.expect(")");
        return names;
    }

    private AlterAction firing() throws UnclearStatement {
        if (tokens.took("replica", "identity")) {
            return new AlterAction.ReplicaIdentity(replicaIndex());
        }
        if (tokens.took("cluster", "on")) {
            return new AlterAction.ClusterOn(tokens.name());
        }
        if (tokens.took("of") || tokens.took("not", "of")) {
            if (!tokens.atEnd()) {
                tokens.qualifiedName();
            }
            return new Plain(Plain.Kind.OF_TYPE);
        }
        boolean off = tokens.took("disable") || tokens.took("no", "force");
        boolean on = !off && (tokens.took("enable") || tokens.took("force"));
        if (!off && !on) {
            throw tokens.unexpected();
        }
        if (tokens.took("row", "level", "security")) {
            return new Plain(on ? Plain.Kind.ENABLE_ROW_SECURITY : Plain.Kind.OTHER_ROW_SECURITY);
        }
        if (!tokens.took("replica")) {
            tokens.took("always");
        }
        boolean rule = tokens.took("rule");
        if (!rule) {
            tokens.expect("trigger");
        }
        tokens.name();
        return new Plain(rule ? Plain.Kind.RULE_FIRING : Plain.Kind.TRIGGER_FIRING);
    }

    private @Nullable String replicaIndex() throws UnclearStatement {
        if (tokens.took("using", "index")) {
            return tokens.name();
        }
        if (!tokens.took("full") && !tokens.took("default")) {
            tokens.expect("nothing");
        }
        return null;
    }
}
