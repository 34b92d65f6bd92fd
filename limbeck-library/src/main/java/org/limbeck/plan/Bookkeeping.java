package org.limbeck.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.limbeck.graph.RowChange;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

/**
 * The statements that keep Limbeck's own two tables: the version table in Alembic's shape, and the history.
 *
 * @param versionTable one row for each revision that no other applied revision stands on
 * @param historyTable one row for each step that was run
 */
public record Bookkeeping(QualifiedName versionTable, QualifiedName historyTable) {

    /** The direction of a row that says that a changed revision was accepted. */
    public static final String ACCEPT = "accept";

    /** Creates the version table unless it is there. Its shape is Alembic's, so that each tool can go on after the other. */
    public String createVersionTable() {
        return "CREATE TABLE IF NOT EXISTS " + version() + " (\n"
                + "    version_num character varying(32) NOT NULL,\n"
                + "    CONSTRAINT " + Identifiers.quoted(key(versionTable.name() + "_pkc"))
                + " PRIMARY KEY (version_num)\n"
                + ")";
    }

    /** Creates the history unless it is there. */
    public String createHistoryTable() {
        return "CREATE TABLE IF NOT EXISTS " + history() + " (\n"
                + "    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,\n"
                + "    revision text NOT NULL,\n"
                + "    direction text NOT NULL,\n"
                + "    message text NOT NULL,\n"
                + "    started_at timestamp with time zone NOT NULL,\n"
                + "    finished_at timestamp with time zone,\n"
                + "    applied_by text NOT NULL,\n"
                + "    tool_version text NOT NULL,\n"
                + "    checksum text NOT NULL,\n"
                + "    operations text NOT NULL,\n"
                + "    operations_done integer NOT NULL,\n"
                + "    failure text,\n"
                + "    in_flight text,\n"
                + "    found_before text,\n"
                + "    stands_on text,\n"
                + "    downgrade text,\n"
                + "    written text\n"
                + ")";
    }

    /** The column that a history of an older Limbeck lacks. */
    public String newestHistoryColumn() {
        return "written";
    }

    /**
     * Adds what a history of an older Limbeck lacks; the table is not rewritten. What such a one had begun may be in flight,
     * nobody knows.
     */
    public String upgradeHistoryTable() {
        return "ALTER TABLE " + history() + " ADD COLUMN IF NOT EXISTS in_flight text,"
                + " ADD COLUMN IF NOT EXISTS found_before text, ADD COLUMN IF NOT EXISTS stands_on text,"
                + " ADD COLUMN IF NOT EXISTS downgrade text, ADD COLUMN IF NOT EXISTS written text;\n"
                + "UPDATE " + history() + " SET in_flight = '', found_before = 'unknown'"
                + " WHERE finished_at IS NULL AND failure IS NULL AND in_flight IS NULL";
    }

    /** Reads the rows of the version table. */
    public String selectRows() {
        return "SELECT version_num FROM " + version();
    }

    /** The statements for one change of the version table. Each must hit exactly one row. */
    public List<String> changeRows(RowChange change) {
        List<String> statements = new ArrayList<>();
        int moved = Math.min(change.removed().size(), change.added().size());
        for (int i = 0; i < moved; i++) {
            statements.add("UPDATE " + version() + " SET version_num = "
                    + Literals.text(change.added().get(i))
                    + whereRow(change.removed().get(i)));
        }
        for (String removed : change.removed().subList(moved, change.removed().size())) {
            statements.add("DELETE FROM " + version() + whereRow(removed));
        }
        for (String added : change.added().subList(moved, change.added().size())) {
            statements.add("INSERT INTO " + version() + " (version_num) VALUES (" + Literals.text(added) + ")");
        }
        return statements;
    }

    /** Records a step that is finished, with the transaction's beginning as its own. */
    public String insertFinished(Step step, Author author) {
        return insert(
                step, author, "now()", "clock_timestamp()", step.operations().size());
    }

    /** Records a step that begins and will take several transactions. */
    public String insertBegun(Step step, Author author) {
        return insert(step, author, "clock_timestamp()", "NULL", 0) + " RETURNING id";
    }

    /** Records how far a step that takes several transactions has come. */
    public String updateProgress(long id, int operationsDone) {
        return "UPDATE " + history() + " SET operations_done = " + operationsDone
                + ", in_flight = NULL, found_before = NULL WHERE id = " + id;
    }

    /**
     * Records that a statement which can't be part of a transaction is about to be sent.
     *
     * @param found what the catalog says that the statement will change
     */
    public String updateInFlight(long id, String statement, String found) {
        return "UPDATE " + history() + " SET in_flight = " + Literals.text(statement) + ", found_before = "
                + Literals.text(found) + " WHERE id = " + id;
    }

    /** Records that nothing is left of a statement that was sent. */
    public String updateSettled(long id) {
        return "UPDATE " + history() + " SET in_flight = NULL, found_before = NULL WHERE id = " + id;
    }

    /** Records the end of a step that took several transactions. */
    public String updateFinished(long id, int operationsDone) {
        return "UPDATE " + history() + " SET operations_done = " + operationsDone
                + ", finished_at = clock_timestamp(), in_flight = NULL, found_before = NULL WHERE id = " + id;
    }

    /** Records that a step goes on that was begun before. */
    public String updateResumed(long id, Step step) {
        return "UPDATE " + history() + " SET checksum = " + Literals.text(step.checksum()) + ", operations = "
                + Literals.text(step.sql()) + ", written = " + written(step) + ", failure = NULL WHERE id = " + id;
    }

    /** Records that a step that was begun failed. */
    public String updateFailed(long id, String failure) {
        return "UPDATE " + history() + " SET failure = " + Literals.text(failure) + " WHERE id = " + id;
    }

    /** Forgets a step that was begun and failed, unless something of it was committed. */
    public String deleteBegun(long id) {
        return "DELETE FROM " + history() + " WHERE id = " + id + " AND operations_done = 0 AND in_flight IS NULL";
    }

    /** Reads what the history says last of each revision: revision, direction and checksum. */
    public String selectChecksums() {
        return "SELECT DISTINCT ON (revision COLLATE \"C\") revision, direction, checksum FROM " + history()
                + " WHERE finished_at IS NOT NULL ORDER BY revision COLLATE \"C\", id DESC";
    }

    /** Reads what the history says last of some revisions, with all that is recorded of them. */
    public String selectRecorded(Collection<String> revisions) {
        return "SELECT DISTINCT ON (revision COLLATE \"C\") * FROM " + history() + " WHERE finished_at IS NOT NULL"
                + " AND revision IN (" + revisions.stream().map(Literals::text).collect(Collectors.joining(", "))
                + ") ORDER BY revision COLLATE \"C\", id DESC";
    }

    /** Records that what a revision says now counts as what was applied. */
    public String insertAccepted(Step step, Author author) {
        return insert(
                step,
                ACCEPT,
                author,
                "now()",
                "clock_timestamp()",
                step.operations().size());
    }

    /** Finds the step that was begun last and not finished. */
    public String selectUnfinished() {
        // A history of an older Limbeck has no such columns.
        return "SELECT id, revision, direction, operations, to_jsonb(h) ->> 'written' AS written, operations_done,"
                + " to_jsonb(h) ->> 'in_flight' AS in_flight, to_jsonb(h) ->> 'found_before' AS found_before, failure"
                + " FROM " + history() + " h WHERE finished_at IS NULL ORDER BY id DESC LIMIT 1";
    }

    /** The last steps, what is unfinished first, then newest first. */
    public String selectLast(int atMost) {
        // A history of an older Limbeck has no such column.
        return "SELECT revision, direction, message, started_at, finished_at, applied_by, operations_done,"
                + " to_jsonb(h) ->> 'in_flight' AS in_flight, to_jsonb(h) ->> 'found_before' AS found_before, failure FROM "
                + history()
                + " h ORDER BY finished_at IS NULL DESC, id DESC LIMIT " + atMost;
    }

    /** The revisions whose last record since the last stamp is an upgrade that was finished, in the order of these. */
    public String selectApplied() {
        return "SELECT revision FROM (SELECT DISTINCT ON (revision) revision, direction, id FROM " + history()
                + " WHERE finished_at IS NOT NULL AND id > (SELECT coalesce(max(id), 0) FROM " + history()
                + " WHERE direction = 'stamp') ORDER BY revision, id DESC) last WHERE direction IN ('upgrade', 'accept') ORDER BY id";
    }

    private String insert(Step step, Author author, String startedAt, String finishedAt, int operationsDone) {
        return insert(step, step.kind().word(), author, startedAt, finishedAt, operationsDone);
    }

    private String insert(
            Step step, String direction, Author author, String startedAt, String finishedAt, int operationsDone) {
        String downgrade = step.downgrade();
        return "INSERT INTO " + history()
                + " (revision, direction, message, started_at, finished_at, applied_by, tool_version, checksum,"
                + " operations, operations_done, stands_on, downgrade, written) VALUES ("
                + Literals.text(step.revision()) + ", "
                + Literals.text(direction) + ", " + Literals.text(step.message()) + ", " + startedAt + ", "
                + finishedAt + ", " + Literals.text(author.name()) + ", " + Literals.text(author.toolVersion()) + ", "
                + Literals.text(step.checksum()) + ", " + Literals.text(step.sql()) + ", " + operationsDone + ", "
                + (step.kind() == StepKind.UPGRADE
                        ? Literals.text(String.join(" ", step.graphStep().from()))
                        : "NULL")
                + ", " + (downgrade == null ? "NULL" : Literals.text(downgrade)) + ", " + written(step) + ")";
    }

    /** Only where something else is run. */
    private static String written(Step step) {
        String written = step.writtenSql();
        return written.equals(step.sql()) ? "NULL" : Literals.text(written);
    }

    private String whereRow(String revision) {
        return " WHERE version_num = " + Literals.text(revision);
    }

    private String version() {
        return Identifiers.quoted(versionTable);
    }

    private String history() {
        return Identifiers.quoted(historyTable);
    }

    private static String key(String name) {
        return Names.shortened(name, Names.MAXIMUM_BYTES);
    }
}
