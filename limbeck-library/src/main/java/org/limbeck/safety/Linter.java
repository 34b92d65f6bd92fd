package org.limbeck.safety;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.limbeck.ddl.AlterAction;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.ddl.StatementText;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Statement;

/**
 * Finds hazards in the statements of one revision, without a database. What is about a table that the revision itself makes is none, and
 * neither is what {@link OnlineRecipes} spells otherwise by itself.
 */
public final class Linter {

    private final Set<QualifiedName> created = new HashSet<>();
    private final Set<String> unvalidated = new HashSet<>();

    /** The findings of the next statement. */
    public List<Finding> next(String sql) {
        DdlStatement statement = DdlStatement.of(sql);
        if (!Statement.of(sql).transactional()) {
            unvalidated.clear();
        }
        List<Finding> findings = new ArrayList<>();
        if (statement instanceof DdlStatement.NotUnderstood unclear) {
            add(findings, LintCode.NOT_UNDERSTOOD, unclear.reason());
        } else if (statement instanceof DdlStatement.CreateTable create) {
            createTable(create, findings);
        } else if (statement instanceof DdlStatement.CreateIndex create) {
            createIndex(sql, create, findings);
        } else if (statement instanceof DdlStatement.AlterRelation alter) {
            if (!created.contains(alter.name())) {
                alter.actions().forEach(action -> alter(sql, alter, action, findings));
                lostProof(alter, findings);
            } else if (alter.actions().get(0) instanceof AlterAction.Rename rename) {
                created.add(alter.name().withName(rename.newName()));
            }
        } else {
            others(sql, statement, findings);
        }
        return findings;
    }

    private static void add(List<Finding> findings, LintCode code, String reason, String... correction) {
        findings.add(new Finding(code, reason, List.of(correction)));
    }

    private void createTable(DdlStatement.CreateTable create, List<Finding> findings) {
        created.add(create.name());
        if (create.partitionOf() != null && !created.contains(create.partitionOf())) {
            add(
                    findings,
                    LintCode.PARTITION_IN_PLACE,
                    "reads and writes of " + create.partitionOf() + " wait, and its default partition is read",
                    "CREATE TABLE " + create.name() + " (LIKE " + create.partitionOf() + " INCLUDING ALL)",
                    "ALTER TABLE " + create.partitionOf() + " ATTACH PARTITION " + create.name() + " FOR VALUES ...");
        }
    }

    private void createIndex(String sql, DdlStatement.CreateIndex create, List<Finding> findings) {
        if (created.contains(create.table())) {
            return;
        }
        if (create.concurrently() && create.ifNotExists()) {
            add(
                    findings,
                    LintCode.HIDDEN_INVALID_INDEX,
                    "what a build that broke off leaves is there, and no query uses it",
                    sql.replaceFirst("(?i)\\s+if\\s+not\\s+exists", ""));
        } else if (!create.concurrently() && create.name() == null) {
            add(
                    findings,
                    LintCode.UNNAMED_INDEX,
                    "writes to " + create.table() + " wait until the index is built",
                    StatementText.withWordBehind(sql, "index", "CONCURRENTLY a_name_for_it"));
        }
    }

    private void alter(String sql, DdlStatement.AlterRelation alter, AlterAction action, List<Finding> findings) {
        QualifiedName table = alter.name();
        if (action instanceof AlterAction.AddConstraint add) {
            new ConstraintLint(findings, unvalidated).added(sql, alter, add.constraint());
        } else if (action instanceof AlterAction.ValidateConstraint validate) {
            new ConstraintLint(findings, unvalidated).validated(sql, table, validate.constraint());
        } else if (action instanceof AlterAction.AddColumn add) {
            new ColumnLint(findings).added(table, add.column());
        } else if (action instanceof AlterAction.SetNotNull set
                && alter.actions().size() > 1) {
            add(
                    findings,
                    LintCode.SEVERAL_ACTIONS,
                    "reads and writes of " + table + " wait until all rows are seen not to be null in " + set.column(),
                    "ALTER TABLE " + table + " ALTER COLUMN " + Scope.quoted(set.column()) + " SET NOT NULL");
        } else if (action instanceof AlterAction.DropColumn drop) {
            add(
                    findings,
                    LintCode.DATA_LOSS,
                    "the values of " + drop.column() + " in " + table + " are gone, and programs that use it fail");
        } else if (action instanceof AlterAction.SetType set) {
            new ColumnLint(findings).changed(table, set);
        } else if (action instanceof AlterAction.DropNotNull drop) {
            add(
                    findings,
                    LintCode.NULLS_APPEAR,
                    "programs that read " + drop.column() + " of " + table + " may meet null");
        } else if (action instanceof AlterAction.RenameColumn rename) {
            add(findings, LintCode.RENAME, "programs that run now know the column as " + rename.column());
        } else if ((action instanceof AlterAction.Rename && alter.word() != DdlStatement.RelationWord.INDEX)
                || action instanceof AlterAction.SetSchema) {
            add(findings, LintCode.RENAME, "programs that run now know it as " + table);
        } else if (action instanceof AlterAction.SetLogged
                || action instanceof AlterAction.SetTablespace
                || action instanceof AlterAction.SetAccessMethod
                || action instanceof AlterAction.SetExpression) {
            add(
                    findings,
                    LintCode.WHOLE_TABLE,
                    "reads and writes of " + table + " wait until all rows are written anew");
        }
    }

    /** The server drops first, so the proof is gone when it is wanted. */
    private static void lostProof(DdlStatement.AlterRelation alter, List<Finding> findings) {
        boolean requires = alter.actions().stream().anyMatch(AlterAction.SetNotNull.class::isInstance);
        boolean drops = alter.actions().stream().anyMatch(AlterAction.DropConstraint.class::isInstance);
        if (requires && drops) {
            add(findings, LintCode.LOST_PROOF, "drop it in a statement of its own, behind SET NOT NULL");
        }
    }

    private void others(String sql, DdlStatement statement, List<Finding> findings) {
        if (statement instanceof DdlStatement.DropObjects drop) {
            boolean rows = drop.kind().equals("table") || drop.kind().equals("schema");
            List<QualifiedName> old = drop.names().stream()
                    .filter(name -> !created.contains(name))
                    .toList();
            if (rows && !old.isEmpty()) {
                add(
                        findings,
                        LintCode.DATA_LOSS,
                        "the rows of " + old.get(0) + " are gone, and programs that use it fail");
            }
        } else if (statement instanceof DdlStatement.Truncate truncate && !created.containsAll(truncate.tables())) {
            add(findings, LintCode.DATA_LOSS, "the rows of " + truncate.tables().get(0) + " are gone");
        } else if (statement instanceof DdlStatement.Maintenance maintenance
                && (maintenance.task() == DdlStatement.Maintenance.Task.CLUSTER
                        || maintenance.task() == DdlStatement.Maintenance.Task.VACUUM_FULL)) {
            add(findings, LintCode.WHOLE_TABLE, "reads and writes wait until all rows are written anew");
        } else if (statement instanceof DdlStatement.RefreshView refresh
                && !refresh.concurrently()
                && !created.contains(refresh.name())) {
            add(
                    findings,
                    LintCode.WHOLE_TABLE,
                    "reads of " + refresh.name() + " wait until it is computed; with a unique index they needn't",
                    StatementText.withWordBehind(sql, "view", "CONCURRENTLY"));
        } else if (statement instanceof DdlStatement.AlterDomain domain
                && domain.action() != DdlStatement.AlterDomain.Action.CATALOG_ONLY) {
            add(
                    findings,
                    LintCode.DOMAIN_CONSTRAINT,
                    "writes to every table with a column of " + domain.domain() + " wait");
        } else if (statement instanceof DdlStatement.AlterEnum altered && altered.rename()) {
            add(findings, LintCode.RENAME, "programs that run now know the value " + altered.value());
        } else if (statement instanceof DdlStatement.CreateView view) {
            created.add(view.name());
        }
    }
}
