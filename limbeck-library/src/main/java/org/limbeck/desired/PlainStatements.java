package org.limbeck.desired;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.catalog.DdlStatement;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.SchemaObject;

/**
 * The statements of entities, read as far as that needs no server.
 *
 * @param statements all of them, in their order
 * @param objects what the plain ones make
 */
public record PlainStatements(List<Read> statements, Map<ObjectId, SchemaObject> objects) {

    /**
     * One statement.
     *
     * @param makes the object that it makes, or adds to; null where only a server knows
     */
    public record Read(DdlStatement statement, @Nullable ObjectId makes) {}

    public PlainStatements {
        statements = List.copyOf(statements);
        objects = Map.copyOf(objects);
    }

    /** Understands what is plain. */
    public static PlainStatements of(List<DdlStatement> statements) {
        PlainReader reader = new PlainReader();
        List<Read> read = new ArrayList<>();
        for (DdlStatement statement : statements) {
            try {
                read.add(new Read(statement, reader.read(statement.sql())));
            } catch (NotPlain notPlain) {
                read.add(new Read(statement, null));
            }
        }
        return new PlainStatements(read, reader.objects());
    }

    /** Leaves everything to the server. */
    public static PlainStatements unread(List<DdlStatement> statements) {
        return new PlainStatements(
                statements.stream().map(statement -> new Read(statement, null)).toList(), Map.of());
    }
}
