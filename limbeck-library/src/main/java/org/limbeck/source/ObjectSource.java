package org.limbeck.source;

import java.util.Map;
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

/** What shares the verbs create, change and drop, as expressions made of the words of {@code org.limbeck.migration.Ddl}. */
final class ObjectSource {

    private ObjectSource() {}

    static String of(CommonObject object) {
        if (object instanceof View view) {
            return Call.of("view", SchemaSource.name(view.name()), TextBlock.of(view.query()))
                            .text()
                    + parameters(view.options());
        }
        if (object instanceof MaterializedView view) {
            return Call.of("materializedView", SchemaSource.name(view.name()), TextBlock.of(view.query()))
                            .text()
                    + parameters(view.storageParameters())
                    + (view.tablespace() == null ? "" : ".tablespace(" + JavaLiterals.text(view.tablespace()) + ")")
                    + (view.populated() ? "" : ".withNoData()");
        }
        if (object instanceof Policy policy) {
            return policy(policy);
        }
        if (object instanceof Domain domain) {
            return domain(domain);
        }
        return object instanceof CompositeType type ? compositeType(type) : scripted((ScriptedObject) object);
    }

    static String parameters(Map<String, String> parameters) {
        StringBuilder source = new StringBuilder();
        parameters.forEach(
                (name, value) -> source.append(".with(" + JavaLiterals.text(name) + ", " + value(value) + ")"));
        return source.toString();
    }

    /** A number stands as one where it gives the same text again. */
    static String value(String value) {
        boolean plain = value.matches("(?:0|-?[1-9][0-9]{0,8})|true|false");
        return plain ? value : JavaLiterals.text(value);
    }

    private static String policy(Policy policy) {
        StringBuilder source = new StringBuilder("policy(")
                .append(SchemaSource.name(policy.table()))
                .append(", ")
                .append(JavaLiterals.text(policy.name()))
                .append(')');
        if (policy.command() != PolicyCommand.ALL) {
            source.append(".on(").append(policy.command()).append(')');
        }
        source.append(policy.permissive() ? "" : ".restrictive()");
        if (!policy.roles().isEmpty()) {
            source.append(".to(")
                    .append(String.join(", ", SchemaSource.texts(policy.roles())))
                    .append(')');
        }
        if (policy.using() != null) {
            source.append(".using(").append(TextBlock.of(policy.using())).append(')');
        }
        if (policy.withCheck() != null) {
            source.append(".withCheck(")
                    .append(TextBlock.of(policy.withCheck()))
                    .append(')');
        }
        return source.toString();
    }

    private static String domain(Domain domain) {
        StringBuilder source = new StringBuilder("domain(")
                .append(SchemaSource.name(domain.name()))
                .append(", ")
                .append(TypeSource.of(domain.type()))
                .append(')');
        if (domain.collation() != null) {
            source.append(".collate(")
                    .append(SchemaSource.name(domain.collation()))
                    .append(')');
        }
        source.append(domain.nullable() ? "" : ".notNull()");
        if (domain.defaultExpression() != null) {
            source.append(".defaultSql(")
                    .append(TextBlock.of(domain.defaultExpression()))
                    .append(')');
        }
        for (Check check : domain.checks()) {
            source.append(".check(").append(SchemaSource.constraint(check)).append(')');
        }
        return source.toString();
    }

    private static String compositeType(CompositeType type) {
        return Call.of("compositeType", SchemaSource.name(type.name()))
                .with(type.attributes().stream().map(ObjectSource::attribute).toList())
                .text();
    }

    private static String attribute(Attribute attribute) {
        return "attribute(" + JavaLiterals.text(attribute.name()) + ", " + TypeSource.of(attribute.type()) + ")"
                + (attribute.collation() == null ? "" : ".collate(" + SchemaSource.name(attribute.collation()) + ")");
    }

    private static String scripted(ScriptedObject object) {
        ObjectId id = object.id();
        // The words that say which object and those that say what it is differ in their beginning alone.
        String target = TargetSource.of(id);
        String word = Character.toLowerCase(target.charAt(2)) + target.substring(3, target.length() - 1);
        int open = word.indexOf('(');
        return Call.of(word.substring(0, open), word.substring(open + 1), TextBlock.of(object.definition()))
                        .text()
                + (object.firing() == Firing.ORIGIN ? "" : ".firing(" + object.firing() + ")");
    }
}
