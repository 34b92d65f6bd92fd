package org.limbeck.safety;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.DdlStatement.CreateIndex;
import org.limbeck.schema.Names;
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
record PartitionedIndex(Facts facts, CreateIndex create, String begun) {

    /** Nothing where the author says how to go about the parts, or there is a part that can't have such an index. */
    Optional<Recipe> recipe(RelationFacts table) {
        QualifiedName name = create.name();
        if (name == null || create.only() || create.ifNotExists()) {
            return Optional.empty();
        }
        List<Statement> statements = whole(table, name.name());
        return statements == null
                ? Optional.empty()
                : Optional.of(
                        new Recipe(statements, "it is built for one partition after the other, while writes go on"));
    }

    private @Nullable List<Statement> whole(RelationFacts table, String index) {
        List<List<Statement>> parts = new ArrayList<>();
        for (Long oid : table.partitions().children()) {
            RelationFacts part = facts.relations().get(oid);
            List<Statement> statements = part == null ? null : part(part, new QualifiedName(table.schema(), index));
            if (statements == null) {
                return null;
            }
            parts.add(statements);
        }
        // What an earlier run has done of it comes first, in its order; partitions that are younger come last.
        parts.removeIf(List::isEmpty);
        parts.sort(Comparator.<List<Statement>>comparingInt(part -> place(part.get(0)))
                .thenComparing(part -> part.get(0).text()));
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement(create(Identifiers.quoted(index), "ON ONLY", table), true));
        parts.forEach(statements::addAll);
        return statements;
    }

    private int place(Statement statement) {
        int place = begun.indexOf(statement.text());
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    /** Nothing where nothing is to be done, null where it can't be done. */
    private @Nullable List<Statement> part(RelationFacts part, QualifiedName parent) {
        String name = name(part);
        if (part.kind() == RelationKind.FOREIGN_TABLE) {
            return create.unique() ? null : List.of();
        } else if (name == null) {
            return null;
        }
        Statement concurrently = new Statement(create("CONCURRENTLY " + Identifiers.quoted(name), "ON", part), false);
        IndexFacts fitting = begun.contains(concurrently.text()) ? null : part.fitting(create);
        if (fitting != null) {
            Statement attach = attach(part, parent, fitting.name());
            // A partition that was made after the run had begun got its index from the server.
            return begun.isEmpty() || begun.contains(attach.text()) ? List.of(attach) : List.of();
        }
        List<Statement> built = part.kind() == RelationKind.TABLE ? List.of(concurrently) : whole(part, name);
        if (built == null) {
            return null;
        }
        List<Statement> statements = new ArrayList<>(built);
        statements.add(attach(part, parent, name));
        return statements;
    }

    private static Statement attach(RelationFacts part, QualifiedName parent, String name) {
        String index = Identifiers.quoted(new QualifiedName(part.schema(), name));
        return new Statement("ALTER INDEX " + Identifiers.quoted(parent) + " ATTACH PARTITION " + index, true);
    }

    private String create(String index, String on, RelationFacts table) {
        return "CREATE " + (create.unique() ? "UNIQUE " : "") + "INDEX " + index + " " + on + " "
                + Identifiers.quoted(new QualifiedName(table.schema(), table.name())) + " " + create.definition();
    }

    /** The name of the whole index and that of the partition, of which the former is cut where both are too long. */
    private @Nullable String name(RelationFacts part) {
        QualifiedName whole = create.name();
        int room = Names.MAXIMUM_BYTES - 1 - part.name().getBytes(StandardCharsets.UTF_8).length;
        String begin = whole == null ? "" : Names.shortened(whole.name(), room);
        return begin.isEmpty() ? null : begin + "_" + part.name();
    }
}
