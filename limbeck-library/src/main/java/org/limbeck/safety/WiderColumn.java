package org.limbeck.safety;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.AlterAction;
import org.limbeck.ddl.AlterAction.SetType;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.ddl.DdlStatement.AlterRelation;
import org.limbeck.ddl.StatementText;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Statement;

/**
 * A type for which no row is written anew, of a column that stands in checks. The server would look at all rows again behind its
 * lock; here the same statement drops the checks and adds them as not valid, and they are validated while writes go on.
 *
 * @param alter the statement, with the change alone
 * @param table its table, as it is
 */
record WiderColumn(Facts facts, Begun begun, EarlierStatements earlier, AlterRelation alter, RelationFacts table) {

    /** Between these everything that a check can say of a value stays the same. */
    private static final Set<String> TEXTS = Set.of("character varying", "text");

    /** The recipe for it, written as {@code sql}; null where there is none, or the server does it in no time. */
    @Nullable
    Recipe recipe(String sql, SetType set) {
        // The server drops first and adds last, wherever it stands.
        String start = StatementText.withEnd(sql, ", DROP CONSTRAINT ");
        String begunStatement = begun.beginning(start);
        if (begunStatement != null) {
            // Once the type is another, the server prints the checks otherwise.
            return DdlStatement.of(begunStatement) instanceof AlterRelation read
                    ? recipe(begunStatement, added(read))
                    : null;
        }
        List<ConstraintFacts> checks = table.constraints().stream()
                .filter(each -> each.kind() == ConstraintDefinition.Kind.CHECK
                        && each.valid()
                        && each.enforced()
                        && each.columns().contains(set.column()))
                .toList();
        if (checks.isEmpty() || !canBeReplaced(checks) || !meansTheSame(set)) {
            return null;
        }
        String drops = checks.stream()
                .map(each -> ", DROP CONSTRAINT " + Identifiers.quoted(each.name()))
                .collect(Collectors.joining());
        String adds = checks.stream()
                .map(each ->
                        ", ADD CONSTRAINT " + Identifiers.quoted(each.name()) + " " + each.definition() + " NOT VALID")
                .collect(Collectors.joining());
        String statement = StatementText.withEnd(sql, drops + adds);
        Recipe recipe =
                recipe(statement, checks.stream().map(ConstraintFacts::name).toList());
        return recipe.holdsUpNobody(facts) ? recipe : null;
    }

    private Recipe recipe(String statement, List<String> checks) {
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement(statement, true));
        checks.forEach(check -> statements.add(NotNullProof.validate(alter.name(), check)));
        return Recipe.of(statements, "its checks look at rows in transactions of their own, while writes go on");
    }

    private static List<String> added(AlterRelation statement) {
        List<String> names = new ArrayList<>();
        for (AlterAction action : statement.actions()) {
            if (action instanceof AlterAction.AddConstraint add
                    && add.constraint().name() != null) {
                names.add(add.constraint().name());
            }
        }
        return names;
    }

    /** Whether the same checks, said once more, are all that there was. */
    private boolean canBeReplaced(List<ConstraintFacts> checks) {
        Set<String> mentioned = new HashSet<>();
        checks.forEach(each -> mentioned.addAll(each.columns()));
        return table.kind() == RelationKind.TABLE
                && table.partitions().children().isEmpty()
                && table.partitions().parents().isEmpty()
                && checks.stream()
                        .allMatch(each -> each.plain() && each.definition().startsWith("CHECK "))
                && !earlier.mayHaveChecked(alter.name(), mentioned);
    }

    /** Whether rows that fulfil a check still do so: the operators in it are the same, and so is what they compare by. */
    private boolean meansTheSame(SetType set) {
        ColumnFacts column = table.column(set.column());
        TypeFacts from = column == null ? null : facts.types().get(String.valueOf(column.type()));
        TypeFacts to = facts.types().get(set.type().resolvable());
        if (column == null || from == null || to == null) {
            return false;
        }
        boolean same = from.base() == to.base()
                || (TEXTS.contains(from.spelling().name())
                        && TEXTS.contains(to.spelling().name())
                        && !from.spelling().array()
                        && !to.spelling().array());
        Long collation = set.collation() == null
                ? Long.valueOf(to.collation())
                : facts.collations().get(set.collation());
        return same && collation != null && collation == column.collation();
    }
}
