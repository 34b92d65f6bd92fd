package org.limbeck.sql;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.limbeck.schema.QualifiedName;

/** Writes names so that the server reads them letter for letter. */
public final class Identifiers {

    /** The key words of PostgreSQL 18 that aren't free for every name, as its own {@code quote_ident} knows them. */
    private static final Set<String> KEY_WORDS =
            Set.of("""
            all analyse analyze and any array as asc asymmetric authorization between bigint binary
            bit boolean both case cast char character check coalesce collate collation column
            concurrently constraint create cross current_catalog current_date current_role
            current_schema current_time current_timestamp current_user dec decimal default deferrable
            desc distinct do else end except exists extract false fetch float for foreign freeze from
            full grant greatest group grouping having ilike in initially inner inout int integer
            intersect interval into is isnull join json json_array json_arrayagg json_exists
            json_object json_objectagg json_query json_scalar json_serialize json_table json_value
            lateral leading least left like limit localtime localtimestamp merge_action national
            natural nchar none normalize not notnull null nullif numeric offset on only or order out
            outer overlaps overlay placing position precision primary real references returning right
            row select session_user setof similar smallint some substring symmetric system_user table
            tablesample then time timestamp to trailing treat trim true union unique user using
            values varchar variadic verbose when where window with xmlattributes xmlconcat xmlelement
            xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
            """.strip().replace('\n', ' ').split(" ", -1));

    private Identifiers() {}

    /** The name, in double quotes only where it needs them. */
    public static String quoted(String name) {
        return isPlain(name) && !KEY_WORDS.contains(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    public static String quoted(QualifiedName name) {
        return name.schema() == null ? quoted(name.name()) : quoted(name.schema()) + "." + quoted(name.name());
    }

    /** Several names with commas between them. */
    public static String quoted(List<String> names) {
        return names.stream().map(Identifiers::quoted).collect(Collectors.joining(", "));
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            boolean letter = (character >= 'a' && character <= 'z') || character == '_';
            boolean digit = character >= '0' && character <= '9';
            if (!letter && (i == 0 || !digit)) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
