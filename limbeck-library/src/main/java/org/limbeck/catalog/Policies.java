package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.List;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.Policy;
import org.limbeck.schema.PolicyCommand;

/** Reads policies and statistics objects, which belong to tables. */
final class Policies {

    private static final String POLICIES = """
            SELECT p.oid, p.polrelid, p.polname, p.polpermissive, p.polcmd, p.polroles,
                   pg_get_expr(p.polqual, p.polrelid, true), pg_get_expr(p.polwithcheck, p.polrelid, true)
              FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
             WHERE c.relnamespace IN {read}
            """;

    private static final String STATISTICS = """
            SELECT oid, stxrelid, stxnamespace, stxname, stxowner, pg_get_statisticsobjdef(oid)
              FROM pg_statistic_ext WHERE stxnamespace IN {read}
            """;

    private Policies() {}

    static void add(Reading reading, Relations relations) throws SQLException {
        reading.queries().each(POLICIES.replace("{read}", reading.namespaces().list()), row -> {
            Relation table = relations.ifRead(row.number(2));
            if (table == null) {
                return;
            }
            Policy policy = new Policy(
                    table.name(),
                    row.text(3),
                    row.flag(4),
                    command(row.letter(5)),
                    roles(reading, row.numbers(6)),
                    row.expressionOrNull(7),
                    row.expressionOrNull(8));
            if (reading.scope().holds(policy.id())) {
                reading.result().identify(SystemCatalog.PG_POLICY, row.number(1), policy.id());
                reading.result().add(policy);
            }
        });
        addStatistics(reading, relations);
    }

    private static void addStatistics(Reading reading, Relations relations) throws SQLException {
        Scripted statistics = new Scripted(reading, SystemCatalog.PG_STATISTIC_EXT);
        reading.queries().each(STATISTICS.replace("{read}", reading.namespaces().list()), row -> {
            if (relations.ifRead(row.number(2)) != null) {
                ObjectId id =
                        ObjectId.of(ObjectKind.STATISTICS, reading.namespaces().qualified(row.number(3), row.text(4)));
                String definition = Scripted.withoutSchema(
                        row.text(6), "CREATE STATISTICS ", reading.scope().defaultSchema());
                statistics.add(row.number(1), id, definition, row.number(5));
            }
        });
    }

    private static List<String> roles(Reading reading, Numbers roles) {
        boolean everybody = roles.size() == 1 && roles.at(0) == 0;
        return everybody ? List.of() : roles.map(reading.roles()::name);
    }

    private static PolicyCommand command(char letter) {
        return switch (letter) {
            case 'r' -> PolicyCommand.SELECT;
            case 'a' -> PolicyCommand.INSERT;
            case 'w' -> PolicyCommand.UPDATE;
            case 'd' -> PolicyCommand.DELETE;
            default -> PolicyCommand.ALL;
        };
    }
}
