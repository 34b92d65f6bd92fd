package org.limbeck.liquibase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liquibase.change.Change;
import liquibase.change.core.EmptyChange;
import liquibase.change.core.ExecuteShellCommandChange;
import liquibase.change.core.TagDatabaseChange;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.sql.Sql;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.ExecutablePreparedStatement;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** What a change set is and sends. */
record ChangeSetText(ChangeSet changeSet, Database database) {

    /** Makes statements of a change. */
    private interface Maker {
        SqlStatement[] make(Change change) throws Exception;
    }

    /**
     * All that there is to know.
     *
     * @param refusal why it would not run; empty where it would
     */
    Map<String, String> fields(String refusal) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", changeSet.getId());
        fields.put("author", changeSet.getAuthor());
        fields.put("file", changeSet.getFilePath());
        fields.put("comment", orEmpty(changeSet.getComments()));
        fields.put("description", orEmpty(changeSet.getDescription()));
        fields.put("refusal", refusal);
        fields.put("notes", String.join("\n", notes()));
        if (refusal.isEmpty()) {
            putUpgrade(fields);
            putDowngrade(fields);
        }
        return fields;
    }

    /** What Liquibase would do besides sending the statements. */
    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (changeSet.getPreconditions() != null
                && !changeSet.getPreconditions().getNestedPreconditions().isEmpty()) {
            notes.add("its preconditions are not checked; on a failure Liquibase would "
                    + changeSet.getPreconditions().getOnFail());
        }
        if (changeSet.isAlwaysRun()) {
            notes.add("runAlways: it becomes a revision that runs once");
        } else if (changeSet.isRunOnChange()) {
            notes.add("runOnChange: it becomes a revision that runs once; write a new one for the next change");
        }
        if (Boolean.FALSE.equals(changeSet.getFailOnError())) {
            notes.add("failOnError=false: an error will end the upgrade");
        }
        return notes;
    }

    private void putUpgrade(Map<String, String> fields) {
        try {
            fields.put("upgrade", sql(changeSet.getChanges(), change -> change.generateStatements(database), false));
        } catch (Exception | LinkageError failure) {
            fields.put("upgradeFailure", ChangeLogExport.message(failure));
        }
    }

    private void putDowngrade(Map<String, String> fields) {
        try {
            if (changeSet.hasCustomRollbackChanges()) {
                List<Change> changes = changeSet.getRollback().getChanges();
                fields.put("downgrade", sql(changes, change -> change.generateStatements(database), true));
            } else {
                List<Change> backwards = new ArrayList<>(changeSet.getChanges());
                Collections.reverse(backwards);
                fields.put("downgrade", sql(backwards, change -> change.generateRollbackStatements(database), true));
            }
        } catch (Exception | LinkageError failure) {
            fields.put("downgradeFailure", ChangeLogExport.message(failure));
        }
    }

    private String sql(List<Change> changes, Maker maker, boolean rollback) throws Exception {
        StringBuilder text = new StringBuilder();
        for (Change change : changes) {
            if (change instanceof EmptyChange || change instanceof TagDatabaseChange) {
                continue;
            }
            if (change instanceof CustomChangeWrapper || change instanceof ExecuteShellCommandChange) {
                throw new IllegalStateException(change.getDescription() + " is a program, not SQL");
            }
            for (SqlStatement statement : maker.make(change)) {
                if (statement instanceof ExecutablePreparedStatement) {
                    throw new IllegalStateException(
                            change.getDescription() + " sends values that have no form in SQL text");
                }
                Sql[] generated = SqlGeneratorFactory.getInstance().generateSql(statement, database);
                if (generated == null) {
                    throw new IllegalStateException(change.getDescription() + " can't be told as SQL");
                }
                for (Sql sql : generated) {
                    append(text, modified(sql.toSql(), rollback));
                }
            }
        }
        return text.toString();
    }

    private String modified(String sql, boolean rollback) {
        String modified = sql;
        for (SqlVisitor visitor : changeSet.getSqlVisitors()) {
            boolean applies = visitor.getApplicableDbms() == null
                    || visitor.getApplicableDbms().isEmpty()
                    || visitor.getApplicableDbms().contains("postgresql");
            if (applies && (!rollback || visitor.isApplyToRollback())) {
                modified = visitor.modifySql(modified, database);
            }
        }
        return modified;
    }

    private static void append(StringBuilder text, String sql) {
        String statement = sql.strip();
        if (!statement.isEmpty()) {
            // A comment at the end must not swallow the semicolon.
            boolean comment =
                    statement.substring(statement.lastIndexOf('\n') + 1).contains("--");
            text.append(statement)
                    .append(statement.endsWith(";") ? "" : comment ? "\n;" : ";")
                    .append("\n\n");
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
