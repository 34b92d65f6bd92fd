package org.limbeck.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.limbeck.operation.AddColumn;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.DropColumn;
import org.limbeck.operation.DropConstraint;
import org.limbeck.operation.DropTable;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.ColumnValue;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.NamingConvention;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;

/**
 * Says what the catalog says in the words that a person would have chosen, where both make the same: {@code 0} instead of
 * an expression, {@code IN} instead of an array, and no name where PostgreSQL itself would choose it.
 *
 * @param naming names what has no name, when the migration runs
 */
public record PlainWords(NamingConvention naming) {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,8}");
    private static final Pattern TEXT = Pattern.compile("'((?:[^'\\\\]|'')*)'::(?:text|character varying)");
    private static final String CONSTANT = "'(?:[^'\\\\]|'')*'::text";
    private static final Pattern ONE_OF = Pattern.compile(
            "([a-z_][a-z0-9_]*)(::text)? = ANY \\(ARRAY\\[(" + CONSTANT + "(?:, " + CONSTANT + ")+)]\\)");

    private static final Pattern COMPARISON =
            Pattern.compile("(^|\\(| AND | OR )([a-z_][a-z0-9_]*)( (?:=|<>|<|<=|>|>=|~|~~|!~|!~~) )"
                    + "([0-9]+|'(?:[^'\\\\]|'')*')::(numeric|text)(?=$|\\)| AND | OR )");

    /** The same operation in other words. */
    public Operation operation(Operation operation) {
        if (operation instanceof CreateTable create) {
            return new CreateTable(table(create.table()), create.options());
        }
        if (operation instanceof DropTable drop && drop.definition() != null) {
            return new DropTable(drop.name(), table(drop.definition()), drop.options());
        }
        if (operation instanceof AddColumn add) {
            return new AddColumn(add.table(), column(add.column()), add.options());
        }
        if (operation instanceof DropColumn drop && drop.definition() != null) {
            return new DropColumn(drop.table(), drop.name(), column(drop.definition()), drop.options());
        }
        if (operation instanceof AddConstraint add) {
            return new AddConstraint(add.table(), unnamed(add.table(), add.constraint()));
        }
        if (operation instanceof DropConstraint drop && drop.definition() != null) {
            return new DropConstraint(
                    drop.table(), drop.name(), unnamed(drop.table(), drop.definition()), drop.options());
        }
        return operation;
    }

    private Table table(Table table) {
        List<Column> columns = table.columns().stream().map(PlainWords::column).toList();
        List<Constraint> constraints = table.constraints().stream()
                .map(constraint -> constraint instanceof Check check ? check(table, check) : constraint)
                .map(constraint -> unnamed(table.name(), constraint))
                .toList();
        return new Table(table.name(), columns, constraints, table.options(), table.comment());
    }

    private static Column column(Column column) {
        if (!(column.value() instanceof ColumnValue.Expression expression)) {
            return column;
        }
        String type = column.type() instanceof DataType.BuiltIn builtIn ? builtIn.sql() : "";
        String sql = expression.sql();
        if (isNumber(type) && WHOLE_NUMBER.matcher(sql).matches()) {
            return column.defaultTo(Integer.valueOf(sql));
        }
        if (type.equals("boolean") && (sql.equals("true") || sql.equals("false"))) {
            return column.defaultTo(Boolean.valueOf(sql));
        }
        Matcher text = TEXT.matcher(sql);
        return isText(type) && text.matches() ? column.defaultTo(text.group(1).replace("''", "'")) : column;
    }

    private static boolean isNumber(String type) {
        return type.equals("smallint") || type.equals("integer") || type.equals("bigint") || type.startsWith("numeric");
    }

    private static boolean isText(String type) {
        return type.equals("text") || type.startsWith("character varying");
    }

    private static Check check(Table table, Check check) {
        Matcher list = ONE_OF.matcher(check.expression());
        String expression = list.matches() ? oneOf(table, list) : comparisons(table, check.expression());
        return new Check(check.name(), expression, check.inherited(), check.validated(), check.enforced());
    }

    private static String oneOf(Table table, Matcher list) {
        boolean cast = list.group(2) != null;
        String type = typeOf(table, list.group(1));
        boolean fits = cast ? type.startsWith("character varying") : type.equals("text");
        return fits ? list.group(1) + " IN (" + list.group(3).replace("'::text", "'") + ")" : list.group();
    }

    /** A constant beside a column of its own type needs no cast. */
    private static String comparisons(Table table, String expression) {
        return COMPARISON.matcher(expression).replaceAll(comparison -> {
            String type = typeOf(table, comparison.group(2));
            boolean fits = comparison.group(5).equals("text") ? type.equals("text") : type.startsWith("numeric");
            String plain = comparison.group(1) + comparison.group(2) + comparison.group(3) + comparison.group(4);
            return Matcher.quoteReplacement(fits ? plain : comparison.group());
        });
    }

    private static String typeOf(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .map(column -> column.type().toString())
                .findFirst()
                .orElse("");
    }

    /** Leaves a name out where it is the one that it gets anyway. */
    private Constraint unnamed(QualifiedName table, Constraint constraint) {
        Constraint unnamed = constraint.named(null);
        return naming.named(table, unnamed).equals(constraint) ? unnamed : constraint;
    }
}
