package org.limbeck.database;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.limbeck.catalog.FactsReader;
import org.limbeck.safety.Classifier;
import org.limbeck.safety.ExpectedError;
import org.limbeck.safety.Facts;
import org.limbeck.safety.FactsRequest;
import org.limbeck.safety.LockMode;
import org.limbeck.safety.RelationLock;
import org.limbeck.safety.StatementClass;
import org.limbeck.safety.StatementEffect;
import org.limbeck.safety.Work;
import org.limbeck.sql.ScriptStatement;
import org.limbeck.sql.SqlScript;

/**
 * What the classifier tells of a statement, before it runs, beside what a server did.
 *
 * @param kinds the relations that there are before the statement, with their {@code relkind}
 * @param empty those without rows, on which no work can be seen
 */
record EffectComparison(List<StatementEffect> effects, Map<String, String> kinds, Set<String> empty) {

    static EffectComparison told(Connection connection, String script) throws Exception {
        Map<String, String> kinds = relations(connection);
        List<String> statements = SqlScript.statements("case", script).stream()
                .map(ScriptStatement::text)
                .toList();
        Facts facts = FactsReader.read(connection, FactsRequest.of(statements));
        return new EffectComparison(Classifier.effects(statements, facts), kinds, empty(connection, kinds));
    }

    boolean blocking() {
        return effects.stream().anyMatch(effect -> effect.kind() == StatementClass.BLOCKING_WORK);
    }

    /** Each difference in one line that begins with the case's name. */
    List<String> differences(RecordedEffect recorded) {
        List<String> differences = new ArrayList<>();
        String error = effects.stream()
                .map(StatementEffect::error)
                .filter(Objects::nonNull)
                .map(ExpectedError::sqlState)
                .findFirst()
                .orElse(null);
        differ(differences, recorded, "error", recorded.sqlState(), error);
        if (effects.stream().anyMatch(effect -> effect.kind() == StatementClass.UNKNOWN)) {
            differences.add(recorded.id() + ": unknown, because " + effects);
        }
        if (recorded.sqlState() != null || error != null) {
            return differences;
        }
        differ(differences, recorded, "locks", recordedLocks(recorded), toldLocks(recorded));
        if (recorded.observedFromOutside()) {
            differ(differences, recorded, "transaction", false, effects.get(0).inTransaction());
            differ(differences, recorded, "blocking", recorded.stopsReaders(), blocking());
            return differences;
        }
        Set<String> rewritten = recorded.empties() ? Set.of() : tables(recorded.rewritten());
        Set<String> worked = new TreeSet<>(rewritten);
        worked.addAll(tables(recorded.scanned()));
        differ(differences, recorded, "rewritten", rewritten, toldWork(true));
        differ(differences, recorded, "worked on", worked, toldWork(false));
        boolean blocking =
                !worked.isEmpty() && recordedLocks(recorded).values().stream().anyMatch(LockMode::blocksWrites);
        differ(differences, recorded, "blocking", blocking, blockingWithRows());
        return differences;
    }

    private boolean blockingWithRows() {
        return effects.stream()
                .flatMap(effect -> effect.work().stream())
                .anyMatch(work -> work.blocking() && !empty.contains(bare(work.relation())));
    }

    private static void differ(
            List<String> differences, RecordedEffect recorded, String what, Object was, Object told) {
        if (!Objects.equals(was, told)) {
            differences.add(recorded.id() + ": " + what + " was " + was + ", told " + told);
        }
    }

    /** The relations of the cases' schemas with their kinds; those of the search path without schema. */
    static Map<String, String> relations(Connection connection) throws Exception {
        Map<String, String> kinds = new TreeMap<>();
        for (String row : TestDatabase.rows(connection, """
                SELECT c.relkind, CASE n.nspname WHEN 's' THEN '' ELSE n.nspname || '.' END || c.relname
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('s', 's2')
                """)) {
            kinds.put(row.substring(" | ".length() + 1), row.substring(0, 1));
        }
        return kinds;
    }

    private static Set<String> empty(Connection connection, Map<String, String> kinds) throws Exception {
        Set<String> empty = new TreeSet<>();
        for (Map.Entry<String, String> relation : kinds.entrySet()) {
            String name = relation.getKey();
            boolean stores = "rp".contains(relation.getValue())
                    || (relation.getValue().equals("m")
                            && TestDatabase.rows(
                                                    connection,
                                                    "SELECT 1 FROM pg_class WHERE relispopulated AND relname = '" + name
                                                            + "'")
                                            .size()
                                    == 1);
            if (stores
                    && TestDatabase.rows(connection, "SELECT 1 FROM " + name + " LIMIT 1")
                            .isEmpty()) {
                empty.add(name);
            }
        }
        return empty;
    }

    private Set<String> tables(Set<String> names) {
        return names.stream()
                .filter(name -> "rm".contains(kinds.getOrDefault(name, "-")) && !empty.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without what others can't see yet, and without AccessShare on indexes. */
    private Map<String, LockMode> recordedLocks(RecordedEffect recorded) {
        Map<String, LockMode> locks = new TreeMap<>(recorded.locks());
        locks.entrySet()
                .removeIf(lock -> !kinds.containsKey(lock.getKey())
                        || (lock.getValue() == LockMode.ACCESS_SHARE
                                && kinds.get(lock.getKey()).equalsIgnoreCase("i")));
        return locks;
    }

    private Map<String, LockMode> toldLocks(RecordedEffect recorded) {
        Map<String, LockMode> locks = new TreeMap<>();
        for (StatementEffect effect : effects) {
            for (RelationLock lock : effect.locks()) {
                locks.merge(bare(lock.relation()), lock.mode(), (one, other) -> one.compareTo(other) > 0 ? one : other);
            }
        }
        if (recorded.observedFromOutside()) {
            // It was seen at one moment, when it had not locked all that it locks.
            locks.keySet().retainAll(recorded.locks().keySet());
        }
        return locks;
    }

    private static String bare(String relation) {
        return relation.startsWith("s.") ? relation.substring(2) : relation;
    }

    private Set<String> toldWork(boolean rewritten) {
        boolean inserts = effects.get(0).sql().startsWith("insert");
        return effects.stream()
                .flatMap(effect -> effect.work().stream())
                .filter(work -> !rewritten || work.kind() == Work.Kind.REWRITE)
                .filter(work -> work.kind() != Work.Kind.CHANGE_ROWS || !inserts)
                .map(work -> bare(work.relation()))
                .filter(name -> !empty.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
