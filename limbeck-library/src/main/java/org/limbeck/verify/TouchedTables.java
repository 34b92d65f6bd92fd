package org.limbeck.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.limbeck.operation.RunCode;
import org.limbeck.plan.PlannedOperation;
import org.limbeck.plan.Step;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.sql.Statement;

/** Which tables a step may write to; to read all of them for each step would take most of the time. */
final class TouchedTables {

    /** Reaches tables without saying their names. */
    private static final Pattern FAR_REACHING = Pattern.compile("\\b(?:cascade|type|domain|owned)\\b");

    private TouchedTables() {}

    /** The tables that either step names, and those that refer to them; all where a step can't be looked into. */
    static List<Table> of(Schema before, Step upgrade, Step downgrade) {
        List<Table> tables = before.all(Table.class).stream()
                .filter(table -> table.options().foreign() == null)
                .filter(table -> !table.columns().isEmpty())
                .toList();
        String said = (upgrade.sql() + "\n" + downgrade.sql()).toLowerCase(Locale.ROOT);
        if (isOpaque(upgrade)
                || isOpaque(downgrade)
                || FAR_REACHING.matcher(said).find()) {
            return tables;
        }
        Set<QualifiedName> touched = new HashSet<>();
        for (Table table : tables) {
            if (said.contains(table.name().name().toLowerCase(Locale.ROOT))) {
                touched.add(table.name());
            }
        }
        addReferring(tables, touched);
        return tables.stream().filter(table -> touched.contains(table.name())).toList();
    }

    private static void addReferring(List<Table> tables, Set<QualifiedName> touched) {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Table table : tables) {
                boolean refers = table.constraints().stream()
                        .anyMatch(constraint ->
                                constraint instanceof ForeignKey key && touched.contains(key.referencedTable()));
                grown |= refers && touched.add(table.name());
            }
        }
    }

    private static boolean isOpaque(Step step) {
        for (PlannedOperation operation : step.operations()) {
            if (operation.recorded().operation() instanceof RunCode
                    || operation.statements().stream().anyMatch(TouchedTables::runsCode)) {
                return true;
            }
        }
        return false;
    }

    private static boolean runsCode(Statement statement) {
        String text = statement.text().stripLeading().toLowerCase(Locale.ROOT);
        return text.startsWith("do") || text.startsWith("call") || text.startsWith("select") || text.startsWith("with");
    }
}
