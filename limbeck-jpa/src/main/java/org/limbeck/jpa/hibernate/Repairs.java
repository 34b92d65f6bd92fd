package org.limbeck.jpa.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Statements of Hibernate's export as they belong into a schema that is kept for long. */
final class Repairs {

    private static final String NAME = "(?<name>\"[^\"]+\"|\\S+)";
    private static final Pattern ADD_CONSTRAINT = pattern(
            "(?<alter>alter table (?<table>.+?) add )constraint " + NAME + " (?<body>(?:foreign key|unique) .*)");
    private static final Pattern TABLE_UNIQUE = pattern("(?:constraint " + NAME + " )?(?<body>unique \\(.*)");
    private static final Pattern CREATE_INDEX =
            pattern("(?<create>create (?:unique )?index) " + NAME + " (?<on>on .*)");
    private static final Pattern IF_EXISTS = pattern("(?<verb>(?:alter|create) \\w+) if (?:not )?exists (?<rest>.*)");

    private static final Pattern COMMENT = pattern("(?<on>comment on .+? is ')(?<text>.*)'");
    private static final Pattern LONE_QUOTE = Pattern.compile("(?<!')(?:'')*'(?!')");

    /** A unique constraint that isn't one: its columns have an order, or its options are those of an index. */
    private static final Pattern UNIQUE_INDEX = pattern("unique (?<definition>\\((?:"
            + "[^)]* (?:asc|desc)\\b[^)]*\\).*"
            + "|[^)]*\\) (?!deferrable|not deferrable|initially|include|with|using)\\S.*"
            + "|[^)]*\\) (?:include|with) ?\\([^)]*\\).*\\bwhere\\b.*))");

    private Repairs() {}

    /**
     * What is executed instead of a statement.
     *
     * @param madeUp whether nobody gave a name; PostgreSQL then chooses one, which people can read
     */
    static List<String> repair(String statement, Predicate<String> madeUp) {
        Optional<TableStatement> table = TableStatement.parse(statement);
        if (table.isEmpty()) {
            return List.of(single(statement, madeUp));
        }
        List<String> elements = new ArrayList<>();
        List<String> indexes = new ArrayList<>();
        for (String element : table.get().elements()) {
            Matcher unique = TABLE_UNIQUE.matcher(element);
            Matcher index = UNIQUE_INDEX.matcher(unique.matches() ? unique.group("body") : "");
            if (index.matches()) {
                indexes.add(uniqueIndex(unique.group("name"), table.get().name(), index, madeUp));
            } else {
                elements.add(element);
            }
        }
        List<String> statements = new ArrayList<>();
        statements.add(indexes.isEmpty() ? statement : table.get().withElements(elements));
        statements.addAll(indexes);
        return statements;
    }

    private static String single(String statement, Predicate<String> madeUp) {
        Matcher conditional = IF_EXISTS.matcher(statement);
        String text = conditional.matches() ? conditional.group("verb") + " " + conditional.group("rest") : statement;
        Matcher constraint = ADD_CONSTRAINT.matcher(text);
        if (constraint.matches()) {
            return constraint(constraint, madeUp);
        }
        Matcher index = CREATE_INDEX.matcher(text);
        if (index.matches() && madeUp.test(unquoted(index.group("name")))) {
            return index.group("create") + " " + index.group("on");
        }
        Matcher comment = COMMENT.matcher(text);
        return comment.matches() ? comment.group("on") + escaped(comment.group("text")) + "'" : text;
    }

    /** Hibernate doesn't double quotes in comments; whoever knows that has done it in the annotation. */
    private static String escaped(String comment) {
        return LONE_QUOTE.matcher(comment).find() ? comment.replace("'", "''") : comment;
    }

    private static String constraint(Matcher constraint, Predicate<String> madeUp) {
        String name = constraint.group("name");
        String body = constraint.group("body");
        Matcher index = UNIQUE_INDEX.matcher(body);
        if (index.matches()) {
            return uniqueIndex(name, constraint.group("table"), index, madeUp);
        }
        return constraint.group("alter") + (madeUp.test(unquoted(name)) ? "" : "constraint " + name + " ") + body;
    }

    private static String uniqueIndex(@Nullable String name, String table, Matcher index, Predicate<String> madeUp) {
        String chosen = name == null || madeUp.test(unquoted(name)) ? "" : name + " ";
        return "create unique index " + chosen + "on " + table + " " + index.group("definition");
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1) : name;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    }
}
