package org.limbeck.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.ScriptedObject;

/** Makes variants of a statement that creates an object, whose text is its author's or the server's. */
final class DefinitionSql {

    private static final String BLANK = "(?:\\s++|--[^\\n]*+(?:\\n|$)|/\\*(?s:.*?)\\*/)";
    private static final Pattern CREATE = Pattern.compile(
            "(" + BLANK + "*+CREATE\\b)(" + BLANK + "++OR" + BLANK + "++REPLACE\\b)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONSTRAINT_TRIGGER =
            Pattern.compile(BLANK + "++CONSTRAINT\\b", Pattern.CASE_INSENSITIVE);

    private DefinitionSql() {}

    static String create(ScriptedObject object) {
        begin(object);
        return object.definition();
    }

    /** Only a collation, a server and statistics have this option. */
    static String createIfNotExists(ScriptedObject object) {
        Matcher begin = begin(object);
        Matcher kind = Pattern.compile(BLANK + "++" + object.id().kind().sql() + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(object.definition())
                .region(begin.end(), object.definition().length());
        if (!kind.lookingAt()) {
            throw refused(object.id(), "CREATE " + object.id().kind().sql());
        }
        return inserted(object.definition(), kind.end(), " IF NOT EXISTS");
    }

    static String createOrReplace(ScriptedObject object) {
        ObjectId id = object.id();
        Matcher begin = begin(object);
        String definition = object.definition();
        if (id.kind() == ObjectKind.TRIGGER
                && CONSTRAINT_TRIGGER
                        .matcher(definition)
                        .region(begin.end(), definition.length())
                        .lookingAt()) {
            throw ObjectSql.unchangeable(id, "PostgreSQL replaces no constraint trigger");
        }
        return begin.group(2) == null ? inserted(definition, begin.end(), " OR REPLACE") : definition;
    }

    private static Matcher begin(ScriptedObject object) {
        Matcher begin = CREATE.matcher(object.definition());
        if (!begin.lookingAt()) {
            throw refused(object.id(), "CREATE");
        }
        return begin;
    }

    private static RuntimeException refused(ObjectId id, String beginning) {
        return ObjectSql.refused(id, "has a definition that does not begin with " + beginning)
                .hint("give the whole statement that creates it, for example CREATE "
                        + id.kind().sql() + " …")
                .exception();
    }

    private static String inserted(String text, int position, String words) {
        return text.substring(0, position) + words + text.substring(position);
    }
}
