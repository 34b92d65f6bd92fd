package org.limbeck.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.limbeck.schema.Attribute;
import org.limbeck.schema.Check;
import org.limbeck.schema.CommonObject;
import org.limbeck.schema.CompositeType;
import org.limbeck.schema.Domain;
import org.limbeck.schema.Firing;
import org.limbeck.schema.MaterializedView;
import org.limbeck.schema.Policy;
import org.limbeck.schema.ScriptedObject;
import org.limbeck.schema.View;

/** Writes the statements that make an object another one in place. */
final class ChangeObjectSql {

    private ChangeObjectSql() {}

    static List<Statement> change(CommonObject from, CommonObject to) {
        List<String> sql = from.equals(to) ? List.of() : different(from, to);
        return sql.stream().map(Statement::of).toList();
    }

    private static List<String> different(CommonObject from, CommonObject to) {
        if (from instanceof View && to instanceof View view) {
            return List.of(CreateObjectSql.view("CREATE OR REPLACE VIEW ", view));
        }
        if (from instanceof MaterializedView before && to instanceof MaterializedView view) {
            return materializedView(before, view);
        }
        if (from instanceof Policy before && to instanceof Policy policy) {
            return List.of(policy(before, policy));
        }
        if (from instanceof Domain before && to instanceof Domain domain) {
            return domain(before, domain);
        }
        return from instanceof CompositeType before && to instanceof CompositeType type
                ? List.of(compositeType(before, type))
                : scripted((ScriptedObject) from, (ScriptedObject) to);
    }

    private static List<String> materializedView(MaterializedView from, MaterializedView to) {
        if (!from.query().equals(to.query())) {
            throw ObjectSql.unchangeable(to.id(), "its query is another one");
        }
        List<String> sql = new ArrayList<>();
        String alter = "ALTER " + ObjectSql.target(to.id()) + " ";
        ParameterSql.changes(to.storageParameters(), from.storageParameters())
                .forEach(action -> sql.add(alter + action));
        if (!Objects.equals(from.tablespace(), to.tablespace())) {
            sql.add(alter + "SET TABLESPACE "
                    + Identifiers.quoted(to.tablespace() == null ? "pg_default" : to.tablespace()));
        }
        if (from.populated() != to.populated()) {
            sql.add("REFRESH " + ObjectSql.target(to.id()) + (to.populated() ? "" : " WITH NO DATA"));
        }
        return sql;
    }

    private static String policy(Policy from, Policy to) {
        if (from.permissive() != to.permissive() || from.command() != to.command()) {
            throw ObjectSql.unchangeable(to.id(), "it is for another command, or lets through where it held back");
        }
        if ((from.using() != null && to.using() == null) || (from.withCheck() != null && to.withCheck() == null)) {
            throw ObjectSql.unchangeable(to.id(), "PostgreSQL takes no expression away from a policy");
        }
        StringBuilder sql = new StringBuilder("ALTER ").append(ObjectSql.target(to.id()));
        if (!from.roles().equals(to.roles())) {
            sql.append(" TO ").append(to.roles().isEmpty() ? "PUBLIC" : Identifiers.quoted(to.roles()));
        }
        if (!Objects.equals(from.using(), to.using())) {
            sql.append(" USING (").append(to.using()).append(')');
        }
        if (!Objects.equals(from.withCheck(), to.withCheck())) {
            sql.append(" WITH CHECK (").append(to.withCheck()).append(')');
        }
        return sql.toString();
    }

    private static List<String> domain(Domain from, Domain to) {
        if (!from.type().equals(to.type()) || !Objects.equals(from.collation(), to.collation())) {
            throw ObjectSql.unchangeable(to.id(), "it has another type or collation");
        }
        List<String> actions = new ArrayList<>();
        if (!Objects.equals(from.defaultExpression(), to.defaultExpression())) {
            actions.add(to.defaultExpression() == null ? "DROP DEFAULT" : "SET DEFAULT " + to.defaultExpression());
        }
        if (from.nullable() != to.nullable()) {
            actions.add(to.nullable() ? "DROP NOT NULL" : "SET NOT NULL");
        }
        actions.addAll(checks(from, to));
        return actions.stream()
                .map(action -> "ALTER " + ObjectSql.target(to.id()) + " " + action)
                .toList();
    }

    private static List<String> checks(Domain from, Domain to) {
        List<String> actions = new ArrayList<>();
        List<String> validated = new ArrayList<>();
        for (Check check : from.checks()) {
            if (to.checks().contains(check)) {
                continue;
            }
            if (check.name() == null) {
                throw ObjectSql.unchangeable(to.id(), "a check that it has no longer has no name");
            }
            Check valid = new Check(check.name(), check.expression(), check.inherited(), true, true);
            if (to.checks().contains(valid)) {
                validated.add(check.name());
                actions.add("VALIDATE CONSTRAINT " + Identifiers.quoted(check.name()));
            } else {
                actions.add("DROP CONSTRAINT " + Identifiers.quoted(check.name()));
            }
        }
        for (Check check : to.checks()) {
            if (!from.checks().contains(check) && !validated.contains(check.name())) {
                actions.add("ADD " + ConstraintSql.definition(check));
            }
        }
        return actions;
    }

    /** New attributes come last, wherever they are to stand: PostgreSQL has no other place for them. */
    private static String compositeType(CompositeType from, CompositeType to) {
        Map<String, Attribute> before = byName(from);
        Map<String, Attribute> after = byName(to);
        List<String> actions = new ArrayList<>();
        for (Attribute attribute : from.attributes()) {
            if (!after.containsKey(attribute.name())) {
                actions.add("DROP ATTRIBUTE " + Identifiers.quoted(attribute.name()));
            }
        }
        for (Attribute attribute : to.attributes()) {
            Attribute old = before.get(attribute.name());
            if (old == null) {
                actions.add("ADD ATTRIBUTE " + CreateObjectSql.attribute(attribute));
            } else if (!old.equals(attribute)) {
                actions.add("ALTER ATTRIBUTE " + Identifiers.quoted(attribute.name()) + " TYPE "
                        + TypeSql.of(attribute.type()) + TypeSql.collation(attribute.collation()));
            }
        }
        if (actions.isEmpty()) {
            throw ObjectSql.unchangeable(to.id(), "its attributes stand in another order");
        }
        return "ALTER " + ObjectSql.target(to.id()) + " " + String.join(", ", actions);
    }

    private static Map<String, Attribute> byName(CompositeType type) {
        return type.attributes().stream()
                .collect(Collectors.toMap(Attribute::name, Function.identity(), (a, b) -> b, LinkedHashMap::new));
    }

    private static List<String> scripted(ScriptedObject from, ScriptedObject to) {
        List<String> sql = new ArrayList<>();
        boolean replaced = !from.definition().equals(to.definition());
        if (replaced) {
            switch (to.id().kind()) {
                case FUNCTION, PROCEDURE, AGGREGATE, TRIGGER, RULE -> sql.add(DefinitionSql.createOrReplace(to));
                default -> throw ObjectSql.unchangeable(to.id(), "PostgreSQL replaces none of this kind");
            }
        }
        // A trigger that is replaced fires again.
        if (from.firing() != to.firing() || (replaced && to.firing() != Firing.ORIGIN)) {
            sql.add(CreateObjectSql.firing(to).text());
        }
        return sql;
    }
}
