package org.limbeck.schema;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives names to constraints and indexes that have none.
 *
 * @param patterns by {@code pk}, {@code uq}, {@code fk}, {@code ck}, {@code ex}, {@code ix}; the tokens are {@code
 *     {table}}, {@code {columns}} (joined by {@code _}) and {@code {referred_table}}. A kind that is missing gets the
 *     name that PostgreSQL itself would choose.
 */
public record NamingConvention(Map<String, String> patterns) {

    /** Names as PostgreSQL chooses them: {@code orders_pkey}, {@code orders_user_id_fkey}. */
    public static final NamingConvention POSTGRESQL = new NamingConvention(Map.of());

    public NamingConvention {
        patterns = Map.copyOf(patterns);
    }

    /** Whether the server is left to name this constraint while it creates the table. */
    public boolean leavesToServer(Constraint constraint) {
        return !patterns.containsKey(kind(constraint));
    }

    /** The constraint with a name: its own, or the one that this convention gives. */
    public Constraint named(QualifiedName table, Constraint constraint) {
        if (constraint.name() != null) {
            return constraint;
        }
        String pattern = patterns.get(kind(constraint));
        if (pattern == null) {
            return constraint.named(serverName(table.name(), indexColumns(constraint), suffix(constraint)));
        }
        String referred =
                constraint instanceof ForeignKey key ? key.referencedTable().name() : "";
        return constraint.named(filled(pattern, table.name(), columns(constraint), referred));
    }

    /** The index with a name: its own, or the one that this convention gives. */
    public Index named(Index index) {
        if (index.name() != null) {
            return index;
        }
        String pattern = patterns.get("ix");
        String table = index.table().name();
        return index.named(
                pattern == null
                        ? serverName(table, IndexColumnNames.of(index.elements(), index.include()), "idx")
                        : filled(pattern, table, IndexColumnNames.of(index.elements(), List.of()), ""));
    }

    /**
     * The name that the server makes of table, columns and suffix when none is given: the longer of table and columns
     * is cut until all fits.
     *
     * @see <a href="https://github.com/postgres/postgres/blob/master/src/backend/commands/indexcmds.c">makeObjectName</a>
     */
    static String serverName(String table, List<String> columns, String suffix) {
        String joined = Names.shortened(String.join("_", columns), Names.MAXIMUM_BYTES);
        int overhead = suffix.length() + 1 + (joined.isEmpty() ? 0 : 1);
        int available = Names.MAXIMUM_BYTES - overhead;
        int tableBytes = bytes(table);
        int columnBytes = bytes(joined);
        while (tableBytes + columnBytes > available) {
            if (tableBytes > columnBytes) {
                tableBytes--;
            } else {
                columnBytes--;
            }
        }
        String name = Names.shortened(table, tableBytes);
        return (joined.isEmpty() ? name : name + "_" + Names.shortened(joined, columnBytes)) + "_" + suffix;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String filled(String pattern, String table, List<String> columns, String referred) {
        return Names.checked(pattern.replace("{table}", table)
                .replace("{columns}", String.join("_", columns))
                .replace("{referred_table}", referred));
    }

    private static String kind(Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return "pk";
        }
        if (constraint instanceof Unique) {
            return "uq";
        }
        if (constraint instanceof ForeignKey) {
            return "fk";
        }
        return constraint instanceof Check ? "ck" : "ex";
    }

    private static String suffix(Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return "pkey";
        }
        if (constraint instanceof Unique) {
            return "key";
        }
        if (constraint instanceof ForeignKey) {
            return "fkey";
        }
        return constraint instanceof Check ? "check" : "excl";
    }

    /** The columns of the index behind a constraint, those that it only includes too. */
    private static List<String> indexColumns(Constraint constraint) {
        if (constraint instanceof Unique unique) {
            List<IndexElement> keys =
                    unique.columns().stream().map(IndexElement::column).toList();
            return IndexColumnNames.of(keys, unique.include());
        }
        if (constraint instanceof Exclusion exclusion) {
            return IndexColumnNames.of(elements(exclusion), exclusion.include());
        }
        return columns(constraint);
    }

    private static List<IndexElement> elements(Exclusion exclusion) {
        return exclusion.elements().stream().map(ExclusionElement::element).toList();
    }

    private static List<String> columns(Constraint constraint) {
        if (constraint instanceof Unique unique) {
            return unique.columns();
        }
        if (constraint instanceof ForeignKey key) {
            return key.columns();
        }
        if (constraint instanceof Exclusion exclusion) {
            return IndexColumnNames.of(elements(exclusion), List.of());
        }
        if (constraint instanceof Check check) {
            return CheckColumns.only(check.expression());
        }
        return List.of();
    }

    /** Reads the setting: {@code postgresql}, or {@code pk=pk_{table},uq=uq_{table}_{columns}}. */
    public static NamingConvention of(@Nullable String setting) {
        if (setting == null || setting.isBlank() || setting.strip().equals("postgresql")) {
            return POSTGRESQL;
        }
        Map<String, String> patterns = new HashMap<>();
        for (String part : setting.split(",", -1)) {
            int equals = part.indexOf('=');
            patterns.put(
                    part.substring(0, equals).strip(),
                    part.substring(equals + 1).strip());
        }
        return new NamingConvention(patterns);
    }
}
