package org.limbeck.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;

/**
 * Takes foreign keys out of new tables where they refer to each other in a circle, so that each table can be created after
 * those that it refers to. What holds for creating holds, the other way round, for dropping.
 *
 * @param tables in an order in which each refers only to those before it, without the keys taken out
 * @param apart the keys taken out, by table
 */
record ForeignKeySplit(List<Table> tables, Map<QualifiedName, List<ForeignKey>> apart) {

    static ForeignKeySplit of(List<Table> tables) {
        Walk walk = new Walk(tables);
        tables.forEach(walk::visit);
        return new ForeignKeySplit(walk.done, walk.apart);
    }

    private static final class Walk {

        private final Map<QualifiedName, Table> open = new HashMap<>();
        private final Set<QualifiedName> entered = new HashSet<>();
        private final List<Table> done = new ArrayList<>();
        private final Set<QualifiedName> finished = new HashSet<>();
        private final Map<QualifiedName, List<ForeignKey>> apart = new HashMap<>();

        Walk(List<Table> tables) {
            tables.forEach(table -> open.put(table.name(), table));
        }

        void visit(Table table) {
            if (!entered.add(table.name())) {
                return;
            }
            List<Constraint> kept = new ArrayList<>();
            for (Constraint constraint : table.constraints()) {
                if (constraint instanceof ForeignKey key && !comesFirst(key.referencedTable(), table.name())) {
                    apart.computeIfAbsent(table.name(), name -> new ArrayList<>())
                            .add(key);
                } else {
                    kept.add(constraint);
                }
            }
            finished.add(table.name());
            done.add(table.constraints(kept));
        }

        private boolean comesFirst(QualifiedName referenced, QualifiedName table) {
            Table other = open.get(referenced);
            if (other == null || referenced.equals(table)) {
                return true;
            }
            visit(other);
            return finished.contains(referenced);
        }
    }
}
