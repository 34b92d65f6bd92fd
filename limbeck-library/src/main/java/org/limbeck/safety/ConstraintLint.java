package org.limbeck.safety;

import java.util.List;
import java.util.Set;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.ddl.StatementText;
import org.limbeck.schema.QualifiedName;

/**
 * Hazards of constraints that are added or validated.
 *
 * @param unvalidated the constraints that the open transaction added without checking rows
 */
record ConstraintLint(List<Finding> findings, Set<String> unvalidated) {

    void added(String sql, DdlStatement.AlterRelation alter, ConstraintDefinition constraint) {
        QualifiedName table = alter.name();
        String name = constraint.name();
        if (constraint.kind() == ConstraintDefinition.Kind.EXCLUDE) {
            findings.add(new Finding(
                    LintCode.EXCLUSION, "reads and writes of " + table + " wait until its index is built", List.of()));
        } else if (constraint.notValid()) {
            if (name != null) {
                unvalidated.add(name);
            }
        } else if (!constraint.notEnforced() && constraint.usingIndex() == null) {
            checked(sql, alter, constraint);
        }
    }

    private void checked(String sql, DdlStatement.AlterRelation alter, ConstraintDefinition constraint) {
        QualifiedName table = alter.name();
        boolean index = constraint.buildsIndex();
        String reason =
                (constraint.kind() == ConstraintDefinition.Kind.FOREIGN_KEY ? "writes to " : "reads and writes of ")
                        + table + " wait until " + (index ? "its index is built" : "all rows are checked");
        if (constraint.name() == null) {
            findings.add(new Finding(
                    LintCode.UNNAMED_CONSTRAINT,
                    reason,
                    index || alter.actions().size() > 1
                            ? List.of()
                            : List.of(
                                    StatementText.withEnd(
                                            StatementText.withWordBehind(sql, "add", "CONSTRAINT a_name_for_it"),
                                            " NOT VALID"),
                                    "ALTER TABLE " + table + " VALIDATE CONSTRAINT a_name_for_it")));
        } else if (alter.actions().size() > 1) {
            findings.add(new Finding(LintCode.SEVERAL_ACTIONS, reason, List.of()));
        }
    }

    void validated(String sql, QualifiedName table, String name) {
        if (unvalidated.contains(name)) {
            findings.add(new Finding(
                    LintCode.VALIDATED_TOO_EARLY,
                    "writes to " + table + " wait until all rows are checked; put this into a revision of its own",
                    List.of(sql)));
        }
    }
}
