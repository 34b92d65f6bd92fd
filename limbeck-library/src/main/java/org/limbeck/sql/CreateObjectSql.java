package org.limbeck.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.limbeck.schema.Attribute;
import org.limbeck.schema.Check;
import org.limbeck.schema.CommonObject;
import org.limbeck.schema.CompositeType;
import org.limbeck.schema.Domain;
import org.limbeck.schema.Firing;
import org.limbeck.schema.MaterializedView;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.Policy;
import org.limbeck.schema.PolicyCommand;
import org.limbeck.schema.ScriptedObject;
import org.limbeck.schema.View;

/** Writes the statements that create an object. */
final class CreateObjectSql {

    private CreateObjectSql() {}

    static List<Statement> create(CommonObject object, boolean ifNotExists) {
        if (ifNotExists) {
            checkTakesIfNotExists(object.id());
        }
        if (object instanceof View view) {
            return one(view("CREATE VIEW ", view));
        }
        if (object instanceof MaterializedView view) {
            return one("CREATE MATERIALIZED VIEW " + (ifNotExists ? "IF NOT EXISTS " : "")
                    + Identifiers.quoted(view.name())
                    + ParameterSql.with(view.storageParameters())
                    + (view.tablespace() == null ? "" : " TABLESPACE " + Identifiers.quoted(view.tablespace()))
                    + " AS\n" + view.query() + (view.populated() ? "" : "\nWITH NO DATA"));
        }
        if (object instanceof Policy policy) {
            return one(policy(policy));
        }
        if (object instanceof Domain domain) {
            return domain(domain);
        }
        return object instanceof CompositeType type
                ? one("CREATE TYPE " + Identifiers.quoted(type.name()) + " AS (" + attributes(type) + ")")
                : scripted((ScriptedObject) object, ifNotExists);
    }

    static String view(String head, View view) {
        return head + Identifiers.quoted(view.name()) + ParameterSql.with(view.options()) + " AS\n" + view.query();
    }

    private static String policy(Policy policy) {
        return "CREATE POLICY " + ObjectSql.name(policy.id())
                + (policy.permissive() ? "" : " AS RESTRICTIVE")
                + (policy.command() == PolicyCommand.ALL ? "" : " FOR " + policy.command())
                + (policy.roles().isEmpty() ? "" : " TO " + Identifiers.quoted(policy.roles()))
                + (policy.using() == null ? "" : " USING (" + policy.using() + ")")
                + (policy.withCheck() == null ? "" : " WITH CHECK (" + policy.withCheck() + ")");
    }

    /** {@code CREATE DOMAIN} takes no check that isn't valid. */
    private static List<Statement> domain(Domain domain) {
        StringBuilder sql = new StringBuilder("CREATE DOMAIN ")
                .append(Identifiers.quoted(domain.name()))
                .append(" AS ")
                .append(TypeSql.of(domain.type()))
                .append(TypeSql.collation(domain.collation()));
        if (domain.defaultExpression() != null) {
            sql.append(" DEFAULT ").append(domain.defaultExpression());
        }
        sql.append(domain.nullable() ? "" : " NOT NULL");
        List<Statement> later = new ArrayList<>();
        for (Check check : domain.checks()) {
            String definition = ConstraintSql.definition(check);
            if (check.validated()) {
                sql.append("\n    ").append(definition);
            } else {
                later.add(Statement.of("ALTER " + ObjectSql.target(domain.id()) + " ADD " + definition));
            }
        }
        later.add(0, Statement.of(sql.toString()));
        return List.copyOf(later);
    }

    private static String attributes(CompositeType type) {
        return type.attributes().stream()
                        .map(CreateObjectSql::attribute)
                        .map(attribute -> "\n    " + attribute)
                        .collect(Collectors.joining(","))
                + (type.attributes().isEmpty() ? "" : "\n");
    }

    static String attribute(Attribute attribute) {
        return Identifiers.quoted(attribute.name()) + " " + TypeSql.of(attribute.type())
                + TypeSql.collation(attribute.collation());
    }

    private static List<Statement> scripted(ScriptedObject object, boolean ifNotExists) {
        Statement create =
                Statement.of(ifNotExists ? DefinitionSql.createIfNotExists(object) : DefinitionSql.create(object));
        return object.firing() == Firing.ORIGIN ? List.of(create) : List.of(create, firing(object));
    }

    private static void checkTakesIfNotExists(ObjectId id) {
        switch (id.kind()) {
            case MATERIALIZED_VIEW, COLLATION, SERVER, STATISTICS -> {}
            default ->
                throw ObjectSql.refused(id, "cannot be created IF NOT EXISTS: PostgreSQL has no such statement")
                        .hint("leave out IF_NOT_EXISTS, or drop it before with IF_EXISTS")
                        .exception();
        }
    }

    static Statement firing(ScriptedObject object) {
        String verb = firing(object.firing());
        ObjectId id = object.id();
        return switch (id.kind()) {
            case TRIGGER, RULE ->
                Statement.of("ALTER TABLE " + Identifiers.quoted(id.name()) + " " + verb + " "
                        + id.kind().sql() + " " + Identifiers.quoted(String.valueOf(id.part())));
            case EVENT_TRIGGER -> Statement.of("ALTER " + ObjectSql.target(id) + " " + verb);
            default -> throw ObjectSql.refused(id, "does not fire").exception();
        };
    }

    static String firing(Firing firing) {
        return switch (firing) {
            case ORIGIN -> "ENABLE";
            case ALWAYS -> "ENABLE ALWAYS";
            case REPLICA -> "ENABLE REPLICA";
            case DISABLED -> "DISABLE";
        };
    }

    private static List<Statement> one(String text) {
        return List.of(Statement.of(text));
    }
}
