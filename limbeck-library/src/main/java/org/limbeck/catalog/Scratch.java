package org.limbeck.catalog;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.sql.Identifiers;

/** Chooses the scratch place. */
public final class Scratch {

    /**
     * Each table takes several locks until the end of the transaction, and all transactions of a server share
     * {@code max_locks_per_transaction * max_connections} of them: 6,400 where nothing is set.
     */
    private static final int MOST_IN_TRANSACTION = 200;

    private Scratch() {}

    /**
     * Chooses.
     *
     * @param named whether a server was named for it
     * @param embedded whether an embedded server of the target's version may be started
     * @throws org.limbeck.problem.LimbeckException with {@code NO_SCRATCH_PLACE} where there is none
     */
    public static ScratchChoice choose(
            ScratchTarget target,
            String defaultSchema,
            List<DdlStatement> statements,
            boolean named,
            boolean embedded) {
        if (named) {
            return new ScratchChoice(ScratchChoice.Kind.NAMED_SERVER, "a server was named for it");
        }
        String notInTransaction = notInTransaction(target, defaultSchema, statements);
        if (notInTransaction == null) {
            return new ScratchChoice(
                    ScratchChoice.Kind.IN_TRANSACTION, "the desired schema is small and stays within one schema");
        }
        if (target.mayCreateDatabase() && target.takesWrites()) {
            return new ScratchChoice(ScratchChoice.Kind.DATABASE, notInTransaction);
        }
        String noDatabase = target.takesWrites()
                ? "the role " + target.role() + " may not create databases"
                : "the server takes no writes";
        if (embedded) {
            return new ScratchChoice(ScratchChoice.Kind.EMBEDDED_SERVER, notInTransaction + ", and " + noDatabase);
        }
        throw Problem.of(ProblemCode.NO_SCRATCH_PLACE, "there is no place to build the desired schema and read it back")
                .evidence(
                        "not in a transaction of the target: " + notInTransaction,
                        "not in a database of its own: " + noDatabase,
                        "not on an embedded server: none may be used")
                .databaseState("Nothing was changed.")
                .hint("let the role create databases", "ALTER ROLE " + Identifiers.quoted(target.role()) + " CREATEDB")
                .hint(
                        "name another server of PostgreSQL " + target.major(),
                        "--scratch-url postgresql://localhost/postgres")
                .hint("use the embedded server", "--scratch-url embedded")
                .exception();
    }

    /** Why the statements can't be executed in a schema of the target, in a clause; null where they can. */
    private static @Nullable String notInTransaction(
            ScratchTarget target, String defaultSchema, List<DdlStatement> statements) {
        if (!target.takesWrites()) {
            return "the server takes no writes";
        }
        if (!target.mayCreateSchema()) {
            return "the role " + target.role() + " may not create schemas in the target";
        }
        if (target.hasEventTriggers()) {
            return "the target has event triggers, which would be set off";
        }
        if (target.extensionSchemas().contains(defaultSchema)) {
            return "extensions stand in the schema " + defaultSchema + " of the target";
        }
        List<StatementHead> heads = statements.stream().map(StatementHead::of).toList();
        if (heads.stream().filter(StatementHead::creates).count() > MOST_IN_TRANSACTION) {
            return "the desired schema has more than " + MOST_IN_TRANSACTION + " objects";
        }
        if (heads.stream().anyMatch(StatementHead::reachesOutOfSchema)) {
            return "the desired schema has objects that stand outside of schemas";
        }
        return namedSchema(target, statements)
                .map(schema -> "the desired schema names the schema " + schema)
                .orElse(null);
    }

    private static Optional<String> namedSchema(ScratchTarget target, List<DdlStatement> statements) {
        for (String schema : target.schemas()) {
            Pattern prefix =
                    Pattern.compile("(?<![\\w\"])\"?" + Pattern.quote(schema) + "\"?\\s*\\.", Pattern.CASE_INSENSITIVE);
            if (statements.stream()
                    .anyMatch(statement -> prefix.matcher(statement.sql()).find())) {
                return Optional.of(schema);
            }
        }
        return Optional.empty();
    }
}
