package org.limbeck.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy of row security.
 *
 * @param permissive whether it lets rows through; otherwise it holds them back
 * @param roles whom it is for, sorted; none for everybody
 * @param using which rows are seen, an expression; null for all
 * @param withCheck which rows may be written, an expression; null for those that are seen
 * @see <a href="https://www.postgresql.org/docs/current/sql-createpolicy.html">CREATE POLICY</a>
 */
public record Policy(
        QualifiedName table,
        String name,
        boolean permissive,
        PolicyCommand command,
        List<String> roles,
        @Nullable String using,
        @Nullable String withCheck)
        implements CommonObject {

    public Policy {
        Names.checked(name);
        roles = Names.checked(roles).stream().sorted().toList();
    }

    public static Policy of(String table, String name) {
        return new Policy(QualifiedName.of(table), name, true, PolicyCommand.ALL, List.of(), null, null);
    }

    public Policy restrictive() {
        return new Policy(table, name, false, command, roles, using, withCheck);
    }

    public Policy on(PolicyCommand newCommand) {
        return new Policy(table, name, permissive, newCommand, roles, using, withCheck);
    }

    public Policy to(String... newRoles) {
        return new Policy(table, name, permissive, command, List.of(newRoles), using, withCheck);
    }

    public Policy using(String expression) {
        return new Policy(table, name, permissive, command, roles, expression, withCheck);
    }

    public Policy withCheck(String expression) {
        return new Policy(table, name, permissive, command, roles, using, expression);
    }

    @Override
    public ObjectId id() {
        return new ObjectId(ObjectKind.POLICY, table, name);
    }
}
