package org.limbeck.source;

import org.limbeck.schema.ObjectId;

/** Which object, in the words that comments, owners and grants take. */
final class TargetSource {

    private TargetSource() {}

    static String of(ObjectId id) {
        String arguments = id.part() == null ? name(id) : name(id) + ", " + JavaLiterals.text(id.part());
        return switch (id.kind()) {
                    case SCHEMA -> "onSchema(" + withoutSchema(id);
                    case EXTENSION -> "onExtension(" + withoutSchema(id);
                    case COLLATION -> "onCollation(" + arguments;
                    case ENUM -> "onType(" + arguments;
                    case RANGE_TYPE -> "onRangeType(" + arguments;
                    case COMPOSITE_TYPE -> "onCompositeType(" + arguments;
                    case DOMAIN -> "onDomain(" + arguments;
                    case SEQUENCE -> "onSequence(" + arguments;
                    case FOREIGN_DATA_WRAPPER -> "onForeignDataWrapper(" + withoutSchema(id);
                    case SERVER -> "onServer(" + withoutSchema(id);
                    case TABLE -> "onTable(" + arguments;
                    case FOREIGN_TABLE -> "onForeignTable(" + arguments;
                    case COLUMN -> "onColumn(" + arguments;
                    case CONSTRAINT -> "onConstraint(" + arguments;
                    case INDEX -> "onIndex(" + arguments;
                    case STATISTICS -> "onStatistics(" + arguments;
                    case VIEW -> "onView(" + arguments;
                    case MATERIALIZED_VIEW -> "onMaterializedView(" + arguments;
                    case FUNCTION -> "onFunction(" + arguments;
                    case PROCEDURE -> "onProcedure(" + arguments;
                    case AGGREGATE -> "onAggregate(" + arguments;
                    case CAST -> "onCast(" + JavaLiterals.text(String.valueOf(id.part())) + ", " + name(id);
                    case TRIGGER -> "onTrigger(" + arguments;
                    case RULE -> "onRule(" + arguments;
                    case POLICY -> "onPolicy(" + arguments;
                    case PUBLICATION -> "onPublication(" + withoutSchema(id);
                    case DEFAULT_PRIVILEGES -> "onDefaultPrivileges(" + defaults(id);
                    case EVENT_TRIGGER -> "onEventTrigger(" + withoutSchema(id);
                }
                + ")";
    }

    private static String defaults(ObjectId id) {
        String schema = id.name().schema();
        return JavaLiterals.text(String.valueOf(id.part())) + ", " + withoutSchema(id)
                + (schema == null ? "" : ", " + JavaLiterals.text(schema));
    }

    private static String name(ObjectId id) {
        return JavaLiterals.text(id.name().text());
    }

    /** A name that stands in no schema is taken letter for letter, dots and all. */
    private static String withoutSchema(ObjectId id) {
        return JavaLiterals.text(id.name().name());
    }
}
