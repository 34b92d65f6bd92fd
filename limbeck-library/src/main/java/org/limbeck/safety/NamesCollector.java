package org.limbeck.safety;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.AlterAction;
import org.limbeck.ddl.CastChain;
import org.limbeck.ddl.ColumnDefinition;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.ddl.Expression;
import org.limbeck.ddl.Query;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;

/** Collects the names in statements. */
final class NamesCollector {

    private final Set<QualifiedName> relations = new LinkedHashSet<>();
    private final Set<String> types = new LinkedHashSet<>();
    private final Set<QualifiedName> functions = new LinkedHashSet<>();
    private final Set<QualifiedName> collations = new LinkedHashSet<>();
    private final Set<QualifiedName> statistics = new LinkedHashSet<>();
    private final Set<String> schemas = new LinkedHashSet<>();
    private final Set<QualifiedName> retyped = new LinkedHashSet<>();

    FactsRequest request() {
        return new FactsRequest(relations, types, functions, collations, statistics, schemas, retyped);
    }

    void add(DdlStatement statement) {
        if (statement instanceof DdlStatement.CreateTable create) {
            createTable(create);
        } else if (statement instanceof DdlStatement.AlterRelation alter) {
            relation(alter.name());
            alter.actions().forEach(this::action);
            if (alter.actions().stream().anyMatch(AlterAction.AddColumn.class::isInstance)) {
                relations.addAll(ChosenName.taken(alter));
            }
            if (alter.actions().stream().anyMatch(AlterAction.SetType.class::isInstance)) {
                retyped.add(alter.name());
            }
        } else if (statement instanceof DdlStatement.DropObjects drop) {
            drop(drop);
        } else if (statement instanceof DdlStatement.CreateIndex index) {
            relation(index.table());
            relation(index.name());
        } else if (statement instanceof DdlStatement.CreateView view) {
            relation(view.name());
            query(view.query());
        } else if (statement instanceof DdlStatement.AlterDomain domain) {
            type(domain.domain());
        } else if (statement instanceof DdlStatement.AlterEnum altered) {
            type(altered.type());
        } else if (statement instanceof DdlStatement.Statistics named) {
            statistics.addAll(named.names());
            relation(named.table());
        } else if (statement instanceof DdlStatement.ChangeRows change) {
            relation(change.target());
            query(change.query());
        } else if (statement instanceof DdlStatement.Select select) {
            query(select.query());
        } else {
            relations.addAll(named(statement));
        }
    }

    private static Collection<QualifiedName> named(DdlStatement statement) {
        if (statement instanceof DdlStatement.AttachIndex attach) {
            return List.of(attach.parent(), attach.index());
        } else if (statement instanceof DdlStatement.Reindex reindex) {
            return List.of(reindex.name());
        } else if (statement instanceof DdlStatement.Truncate truncate) {
            return truncate.tables();
        } else if (statement instanceof DdlStatement.Maintenance maintenance) {
            return maintenance.tables();
        } else if (statement instanceof DdlStatement.RefreshView refresh) {
            return List.of(refresh.name());
        } else if (statement instanceof DdlStatement.AlterComposite composite) {
            return List.of(composite.type());
        } else if (statement instanceof DdlStatement.OnTable onTable) {
            QualifiedName other = onTable.other();
            return other == null ? List.of(onTable.table()) : List.of(onTable.table(), other);
        } else if (statement instanceof DdlStatement.Publication publication) {
            return publication.tables();
        } else if (statement instanceof DdlStatement.Privileges privileges) {
            return privileges.tables();
        } else if (statement instanceof DdlStatement.Comment comment) {
            return comment.relation() == null ? List.of() : List.of(comment.relation());
        } else if (statement instanceof DdlStatement.AlterSequence sequence) {
            QualifiedName owner = sequence.ownedBy();
            return owner == null ? List.of(sequence.sequence()) : List.of(sequence.sequence(), owner);
        }
        return List.of();
    }

    private void relation(@Nullable QualifiedName name) {
        if (name != null) {
            relations.add(name);
        }
    }

    private void type(QualifiedName name) {
        types.add(Identifiers.quoted(name));
    }

    private void drop(DdlStatement.DropObjects drop) {
        switch (drop.kind()) {
            case "schema" -> drop.names().forEach(name -> schemas.add(name.name()));
            case "type", "domain" -> drop.names().forEach(this::type);
            default -> relations.addAll(drop.names());
        }
    }

    private void query(@Nullable Query query) {
        if (query != null) {
            relations.addAll(query.relations());
            relations.addAll(query.sequences());
            functions.addAll(query.functions());
            for (Query.Literal literal : query.literals()) {
                if (literal.type() != null) {
                    type(literal.type());
                }
            }
        }
    }

    private void createTable(DdlStatement.CreateTable create) {
        relation(create.name());
        create.columns().forEach(this::column);
        create.constraints().forEach(this::constraint);
        relations.addAll(create.likes());
        relations.addAll(create.inherits());
        relation(create.partitionOf());
        query(create.query());
    }

    private void column(ColumnDefinition column) {
        if (!column.type().serial()) {
            types.add(column.type().resolvable());
        }
        expression(column.defaultValue());
        column.constraints().forEach(this::constraint);
    }

    private void expression(@Nullable Expression expression) {
        if (expression != null) {
            functions.addAll(expression.functions());
            relations.addAll(expression.sequences());
        }
    }

    private void casts(@Nullable Expression expression) {
        CastChain chain = expression == null ? null : CastChain.of(expression);
        if (chain != null) {
            chain.types().forEach(type -> types.add(type.resolvable()));
        }
    }

    private void constraint(ConstraintDefinition constraint) {
        relation(constraint.referenced());
    }

    private void action(AlterAction action) {
        if (action instanceof AlterAction.AddColumn add) {
            column(add.column());
        } else if (action instanceof AlterAction.SetType set) {
            types.add(set.type().resolvable());
            expression(set.using());
            casts(set.using());
            if (set.collation() != null) {
                collations.add(set.collation());
            }
        } else if (action instanceof AlterAction.AddConstraint add) {
            constraint(add.constraint());
        } else if (action instanceof AlterAction.AttachPartition attach) {
            relation(attach.partition());
        } else if (action instanceof AlterAction.DetachPartition detach) {
            relation(detach.partition());
        } else if (action instanceof AlterAction.Inherit inherit) {
            relation(inherit.parent());
        }
    }
}
