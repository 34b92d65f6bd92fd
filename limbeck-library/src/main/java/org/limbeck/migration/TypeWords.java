package org.limbeck.migration;

import org.limbeck.schema.DataType;
import org.limbeck.schema.QualifiedName;

/** The words for types; a part of {@link Ddl}, whose static import brings them. */
public abstract sealed class TypeWords permits TargetWords {

    TypeWords() {}

    public static DataType smallint() {
        return new DataType.BuiltIn("smallint");
    }

    public static DataType integer() {
        return new DataType.BuiltIn("integer");
    }

    public static DataType bigint() {
        return new DataType.BuiltIn("bigint");
    }

    public static DataType numeric() {
        return new DataType.BuiltIn("numeric");
    }

    public static DataType real() {
        return new DataType.BuiltIn("real");
    }

    public static DataType doublePrecision() {
        return new DataType.BuiltIn("double precision");
    }

    public static DataType money() {
        return new DataType.BuiltIn("money");
    }

    public static DataType text() {
        return new DataType.BuiltIn("text");
    }

    public static DataType varchar() {
        return new DataType.BuiltIn("character varying");
    }

    public static DataType bool() {
        return new DataType.BuiltIn("boolean");
    }

    public static DataType bytea() {
        return new DataType.BuiltIn("bytea");
    }

    public static DataType date() {
        return new DataType.BuiltIn("date");
    }

    public static DataType time() {
        return new DataType.BuiltIn("time without time zone");
    }

    public static DataType timetz() {
        return new DataType.BuiltIn("time with time zone");
    }

    public static DataType timestamp() {
        return new DataType.BuiltIn("timestamp without time zone");
    }

    public static DataType timestamptz() {
        return new DataType.BuiltIn("timestamp with time zone");
    }

    public static DataType interval() {
        return new DataType.BuiltIn("interval");
    }

    public static DataType uuid() {
        return new DataType.BuiltIn("uuid");
    }

    public static DataType json() {
        return new DataType.BuiltIn("json");
    }

    public static DataType jsonb() {
        return new DataType.BuiltIn("jsonb");
    }

    public static DataType xml() {
        return new DataType.BuiltIn("xml");
    }

    public static DataType inet() {
        return new DataType.BuiltIn("inet");
    }

    public static DataType cidr() {
        return new DataType.BuiltIn("cidr");
    }

    public static DataType macaddr() {
        return new DataType.BuiltIn("macaddr");
    }

    public static DataType tsvector() {
        return new DataType.BuiltIn("tsvector");
    }

    public static DataType int4range() {
        return new DataType.BuiltIn("int4range");
    }

    public static DataType int8range() {
        return new DataType.BuiltIn("int8range");
    }

    public static DataType numrange() {
        return new DataType.BuiltIn("numrange");
    }

    public static DataType daterange() {
        return new DataType.BuiltIn("daterange");
    }

    public static DataType tsrange() {
        return new DataType.BuiltIn("tsrange");
    }

    public static DataType tstzrange() {
        return new DataType.BuiltIn("tstzrange");
    }

    public static DataType numeric(int precision, int scale) {
        return new DataType.BuiltIn("numeric(" + precision + "," + scale + ")");
    }

    public static DataType varchar(int length) {
        return new DataType.BuiltIn("character varying(" + length + ")");
    }

    /** Text of a fixed length, filled up with blanks. */
    public static DataType character(int length) {
        return new DataType.BuiltIn("character(" + length + ")");
    }

    public static DataType bit(int length) {
        return new DataType.BuiltIn("bit(" + length + ")");
    }

    public static DataType varbit(int length) {
        return new DataType.BuiltIn("bit varying(" + length + ")");
    }

    public static DataType array(DataType element) {
        return new DataType.ArrayOf(element);
    }

    /** A type that somebody created: an enum, a domain, a type of an extension. */
    public static DataType type(String name) {
        return new DataType.Named(QualifiedName.of(name));
    }

    /** A type in SQL, for what has no word here, for example {@code geometry(Point,4326)}. */
    public static DataType sqlType(String sql) {
        return new DataType.BuiltIn(sql);
    }
}
