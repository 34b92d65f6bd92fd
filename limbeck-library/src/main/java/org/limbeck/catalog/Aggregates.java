package org.limbeck.catalog;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;

/** Reads aggregates, for which the server has no printer. */
final class Aggregates {

    private static final String QUERY = """
            SELECT p.oid, p.pronamespace, p.proname, oidvectortypes(p.proargtypes), p.proowner,
                   pg_get_function_arguments(p.oid), p.proparallel, a.aggkind, {function:aggtransfn},
                   format_type(a.aggtranstype, NULL), a.aggtransspace, {function:aggfinalfn}, a.aggfinalextra,
                   a.aggfinalmodify, {function:aggcombinefn}, {function:aggserialfn}, {function:aggdeserialfn},
                   a.agginitval, {function:aggmtransfn}, {function:aggminvtransfn},
                   CASE WHEN a.aggmtranstype <> 0 THEN format_type(a.aggmtranstype, NULL) END, a.aggmtransspace,
                   {function:aggmfinalfn}, a.aggmfinalextra, a.aggmfinalmodify, a.aggminitval,
                   CASE WHEN a.aggsortop <> 0 THEN o.oprname END, o.oprnamespace
              FROM pg_proc p
              JOIN pg_aggregate a ON a.aggfnoid = p.oid
              LEFT JOIN pg_operator o ON o.oid = a.aggsortop
             WHERE p.oid >= 16384 AND p.pronamespace IN {read}
            """;

    private Aggregates() {}

    static void add(Reading reading) throws SQLException {
        Scripted scripted = new Scripted(reading, SystemCatalog.PG_PROC);
        String query = QUERY.replaceAll("\\{function:(\\w+)}", "CASE WHEN a.$1 <> 0 THEN a.$1::oid::regproc::text END")
                .replace("{read}", reading.namespaces().list());
        reading.queries().each(query, row -> {
            QualifiedName name = reading.namespaces().qualified(row.number(2), row.text(3));
            String arguments = row.text(6).isEmpty() ? "*" : row.text(6);
            String definition =
                    "CREATE AGGREGATE " + Identifiers.quoted(name) + "(" + arguments + ") " + parameters(reading, row);
            // An aggregate without arguments is named with a star, too.
            String types = row.text(4).isEmpty() ? "*" : row.text(4);
            scripted.add(row.number(1), new ObjectId(ObjectKind.AGGREGATE, name, types), definition, row.number(5));
        });
    }

    private static String parameters(Reading reading, Row row) throws SQLException {
        String sort = row.textOrNull(27);
        return new Scripted.Parameters()
                .add("SFUNC", row.text(9))
                .add("STYPE", row.text(10))
                .add("SSPACE", positive(row.number(11)))
                .add("FINALFUNC", row.textOrNull(12))
                .word("FINALFUNC_EXTRA", row.flag(13))
                .add("FINALFUNC_MODIFY", row.textOrNull(12) == null ? null : modify(row.letter(14), row.letter(8)))
                .add("COMBINEFUNC", row.textOrNull(15))
                .add("SERIALFUNC", row.textOrNull(16))
                .add("DESERIALFUNC", row.textOrNull(17))
                .text("INITCOND", row.textOrNull(18))
                .add("MSFUNC", row.textOrNull(19))
                .add("MINVFUNC", row.textOrNull(20))
                .add("MSTYPE", row.textOrNull(21))
                .add("MSSPACE", positive(row.number(22)))
                .add("MFINALFUNC", row.textOrNull(23))
                .word("MFINALFUNC_EXTRA", row.flag(24))
                .add("MFINALFUNC_MODIFY", row.textOrNull(23) == null ? null : modify(row.letter(25), row.letter(8)))
                .text("MINITCOND", row.textOrNull(26))
                .add("SORTOP", sort == null ? null : operator(reading, row.number(28), sort))
                .add("PARALLEL", parallel(row.letter(7)))
                .word("HYPOTHETICAL", row.letter(8) == 'h')
                .inParentheses();
    }

    private static @Nullable String positive(long number) {
        return number > 0 ? String.valueOf(number) : null;
    }

    /** Ordered-set aggregates may by themselves change their state at the end, others may not. */
    private static @Nullable String modify(char modify, char kind) {
        char byItself = kind == 'n' ? 'r' : 'w';
        if (modify == byItself) {
            return null;
        }
        return switch (modify) {
            case 'r' -> "READ_ONLY";
            case 's' -> "SHAREABLE";
            default -> "READ_WRITE";
        };
    }

    private static @Nullable String parallel(char letter) {
        return switch (letter) {
            case 's' -> "SAFE";
            case 'r' -> "RESTRICTED";
            default -> null;
        };
    }

    private static String operator(Reading reading, long namespace, String name) {
        String schema = reading.namespaces().schema(namespace);
        return schema == null ? name : "OPERATOR(" + Identifiers.quoted(schema) + "." + name + ")";
    }
}
