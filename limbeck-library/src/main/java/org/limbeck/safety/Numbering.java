package org.limbeck.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.ColumnDefinition;
import org.limbeck.ddl.StatementText;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;
import org.limbeck.sql.Statement;

/**
 * The numbers of a new identity or serial column. They come from a sequence that everybody may use, for as long as there are rows
 * without one, since inserts go on meanwhile. In one transaction the real one takes its place and goes on with its numbers; nobody can
 * insert while that holds its lock, so that no number is given twice.
 *
 * @param name of the table, as the statement has it
 * @param table its table, as it is
 */
record Numbering(Facts facts, QualifiedName name, RelationFacts table, ColumnDefinition column) {

    /** The options that say at once how many numbers there are. */
    private static final Pattern OPTIONS = Pattern.compile(
            "generated\\s+(?:always|by\\s+default)\\s+as\\s+identity\\s*"
                    + "(\\((?:\\s*(?:start(?:\\s+with)?\\s+(?<start>\\d{1,18})|increment(?:\\s+by)?\\s+(?<step>\\d{1,18}))){1,2}\\s*\\))?",
            Pattern.CASE_INSENSITIVE);

    /** A row takes at least so much: its header and its place on the page. */
    private static final int LEAST_BYTES_OF_ROW = 28;

    /** Whether there may be a recipe. */
    static boolean mayApply(ColumnDefinition column) {
        String identity = column.identity();
        boolean known = identity == null
                ? column.type().serial()
                : OPTIONS.matcher(identity).matches();
        return known
                && !(identity != null && column.type().serial())
                && column.defaultValue() == null
                && !column.type().array()
                && column.type().arguments().isEmpty()
                && StatementText.isSame(
                        column.text(),
                        Identifiers.quoted(column.name()) + " " + column.type().name());
    }

    /** Whether the literal statement would do the same, under the same name, and has numbers for all rows and as many again. */
    boolean isPossible(EarlierStatements earlier) {
        QualifiedName sequence = sequence();
        QualifiedName former = former();
        return sequence != null
                && former != null
                && type() != null
                && hasEnough()
                && isFree(sequence.name(), earlier)
                && isFree(former.name(), earlier)
                && (column.identity() != null || hasOwnerOfSequence(earlier));
    }

    /** The sequence of a serial column must belong to whom its table belongs to, and be as lasting. */
    private boolean hasOwnerOfSequence(EarlierStatements earlier) {
        return facts.owned().contains(name) && !earlier.mayBeAnotherRole() && table.persistence() == 'p';
    }

    private boolean isFree(String own, EarlierStatements earlier) {
        QualifiedName written = name.withName(own);
        return !facts.names().containsKey(written) && !earlier.mayTake(written);
    }

    private boolean hasEnough() {
        String identity = column.identity();
        long start = 1;
        long step = 1;
        Matcher options = OPTIONS.matcher(identity == null ? "" : identity);
        if (options.matches()) {
            start = options.group("start") == null ? 1 : Long.parseLong(options.group("start"));
            step = options.group("step") == null ? 1 : Long.parseLong(options.group("step"));
        }
        IntegerType type = type();
        long greatest = type == null ? 0 : type.greatest();
        // The server's estimate may be old, the size is not.
        long rows = Math.max(table.rows(), table.bytes() / LEAST_BYTES_OF_ROW);
        return start > 0 && step > 0 && start <= greatest && (greatest - start) / step / 2 > rows;
    }

    private @Nullable IntegerType type() {
        IntegerType serial = IntegerType.ofSerial(column.type().name());
        if (serial != null) {
            return serial;
        }
        TypeFacts type = facts.types().get(column.type().resolvable());
        return type == null ? null : IntegerType.of(type.oid());
    }

    private @Nullable QualifiedName sequence() {
        return inSchema(ChosenName.sequence(table.name(), column.name()));
    }

    /** What our sequence is called once the real one has its name. */
    private @Nullable QualifiedName former() {
        return inSchema(ChosenName.formerSequence(table.name(), column.name()));
    }

    private @Nullable QualifiedName inSchema(@Nullable String own) {
        return own == null ? null : new QualifiedName(table.schema(), own);
    }

    /** How the column is filled; null where it can't be told. */
    @Nullable
    Filling filling() {
        QualifiedName sequence = sequence();
        QualifiedName former = former();
        IntegerType type = type();
        if (sequence == null || former == null || type == null) {
            return null;
        }
        String create = "CREATE SEQUENCE " + Identifiers.quoted(sequence) + " AS " + type.sql();
        List<Statement> before = List.of(
                sent(create + options()),
                sent("GRANT USAGE ON SEQUENCE " + Identifiers.quoted(sequence) + " TO PUBLIC"));
        String next = "nextval(" + Literals.text(Identifiers.quoted(sequence)) + ")";
        String definition = Identifiers.quoted(column.name()) + " " + type.sql();
        return new Filling(before, definition, next, true, exchange(sequence, former, create, next));
    }

    /** As CREATE SEQUENCE has them. */
    private String options() {
        String identity = column.identity();
        int parenthesis = identity == null ? -1 : identity.indexOf('(');
        return identity == null || parenthesis < 0
                ? ""
                : " "
                        + identity.substring(parenthesis + 1, identity.length() - 1)
                                .strip();
    }

    private List<Statement> exchange(QualifiedName sequence, QualifiedName former, String create, String next) {
        String real = Identifiers.quoted(sequence);
        String change =
                "ALTER TABLE " + Identifiers.quoted(name) + " ALTER COLUMN " + Identifiers.quoted(column.name()) + " ";
        List<Statement> statements = new ArrayList<>();
        // Comes first, for from here on nobody can insert.
        statements.add(sent(change + "DROP DEFAULT"));
        statements.add(sent("ALTER SEQUENCE " + real + " RENAME TO " + Identifiers.quoted(former.name())));
        if (column.identity() != null) {
            statements.add(sent(change + "ADD " + column.identity()));
        } else {
            statements.add(sent(create));
            statements.add(sent(change + "SET DEFAULT " + next));
            statements.add(sent("ALTER SEQUENCE " + real + " OWNED BY " + Identifiers.quoted(name) + "."
                    + Identifiers.quoted(column.name())));
        }
        statements.add(sent("SELECT setval(" + Literals.text(real) + ", last_value, is_called) FROM "
                + Identifiers.quoted(former)));
        statements.add(sent("DROP SEQUENCE " + Identifiers.quoted(former)));
        return statements;
    }

    private static Statement sent(String sql) {
        return new Statement(sql, true);
    }
}
