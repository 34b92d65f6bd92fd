package org.limbeck.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.DdlStatement.CreateIndex;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Statement;

/**
 * An index of a partitioned table, which can't be built concurrently itself: it is made without its parts, then each part is built
 * concurrently and attached, and the last one makes it valid.
 *
 * @param facts the database
 * @param create the statement that stands for it all
 * @param begun what an earlier run was about to send: parts that it has built don't count as having been there
 * @see <a href="https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE">
 *     Partition maintenance</a>
 */
record PartitionedIndex(Facts facts, CreateIndex create, Begun begun) {

    /** Nothing where the author says how to go about the parts, or there is a part that can't have such an index. */
    Optional<Recipe> recipe(RelationFacts table) {
        QualifiedName name = create.name();
        if (name == null || create.only() || create.ifNotExists()) {
            return Optional.empty();
        }
        List<Statement> statements = whole(table, name.name(), name.name());
        return statements == null
                ? Optional.empty()
                : Optional.of(
                        Recipe.of(statements, "it is built for one partition after the other, while writes go on"));
    }

    /**
     * @param top the name of the index that is asked for
     * @param index the name of the one of this table
     */
    private @Nullable List<Statement> whole(RelationFacts table, String top, String index) {
        List<List<Statement>> parts = new ArrayList<>();
        IndexFacts made = table.index(index);
        long parent = made == null ? 0 : made.oid();
        for (Long oid : table.partitions().children()) {
            RelationFacts part = facts.relations().get(oid);
            List<Statement> statements =
                    part == null ? null : part(part, top, table.qualifiedName().withName(index), parent);
            if (statements == null) {
                return null;
            }
            parts.add(statements);
        }
        parts.removeIf(List::isEmpty);
        List<Statement> statements = new ArrayList<>();
        statements.add(withoutParts(index, table));
        begun.sorted(parts).forEach(statements::addAll);
        return statements;
    }

    /** Nothing where nothing is to be done, null where it can't be done. */
    private @Nullable List<Statement> part(RelationFacts part, String top, QualifiedName parent, long oid) {
        if (part.kind() == RelationKind.FOREIGN_TABLE) {
            return create.unique() ? null : List.of();
        }
        String name = PartName.of(top, part);
        boolean leaf = part.kind() == RelationKind.TABLE;
        Statement first = leaf
                ? new Statement(create("CONCURRENTLY " + Identifiers.quoted(name), "ON", part), false)
                : withoutParts(name, part);
        boolean ours = begun.has(first);
        IndexFacts fitting = ours ? null : part.fitting(create, oid);
        if (!ours && fitting == null && part.mayFit(create)) {
            return null;
        }
        if (fitting != null) {
            Statement attach = attach(part, parent, fitting.name());
            // A partition that was made after the run had begun got its index from the server.
            return begun.isNothing() || begun.has(attach) ? List.of(attach) : List.of();
        }
        List<Statement> built = leaf ? List.of(first) : whole(part, top, name);
        if (built == null) {
            return null;
        }
        List<Statement> statements = new ArrayList<>(built);
        statements.add(attach(part, parent, name));
        return statements;
    }

    private Statement withoutParts(String index, RelationFacts table) {
        return new Statement(create(Identifiers.quoted(index), "ON ONLY", table), true);
    }

    private static Statement attach(RelationFacts part, QualifiedName parent, String name) {
        String index = Identifiers.quoted(part.qualifiedName().withName(name));
        return new Statement("ALTER INDEX " + Identifiers.quoted(parent) + " ATTACH PARTITION " + index, true);
    }

    private String create(String index, String on, RelationFacts table) {
        return "CREATE " + (create.unique() ? "UNIQUE " : "") + "INDEX " + index + " " + on + " "
                + Identifiers.quoted(table.qualifiedName()) + " " + create.definition();
    }
}
