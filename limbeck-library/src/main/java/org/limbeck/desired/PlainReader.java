package org.limbeck.desired;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.limbeck.schema.Column;
import org.limbeck.schema.ColumnValue;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexElement;
import org.limbeck.schema.Names;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.SequenceOptions;
import org.limbeck.schema.Table;
import org.limbeck.schema.TableElement;
import org.limbeck.schema.Unique;

/**
 * Reads the few forms of statements whose outcome is known without asking a server: what Hibernate writes for the greater
 * part of most entities. All others are refused, never guessed at.
 */
final class PlainReader {

    private final PlainSchema schema = new PlainSchema();

    Map<ObjectId, SchemaObject> objects() {
        return schema.objects();
    }

    /**
     * Takes one more statement.
     *
     * @return the object that it makes, or adds to
     * @throws NotPlain where only a server knows, and whatever it is about isn't known either
     */
    ObjectId read(String statement) throws NotPlain {
        Tokens tokens = Tokens.of(statement);
        ObjectId made = read(tokens);
        tokens.expectEnd();
        return made;
    }

    private ObjectId read(Tokens tokens) throws NotPlain {
        if (tokens.took("create", "table")) {
            return createTable(tokens);
        }
        if (tokens.took("alter", "table")) {
            return alterTable(tokens);
        }
        if (tokens.took("create", "index")) {
            return createIndex(tokens, false);
        }
        if (tokens.took("create", "unique", "index")) {
            return createIndex(tokens, true);
        }
        if (tokens.took("create", "sequence")) {
            return createSequence(tokens);
        }
        if (tokens.took("create", "type")) {
            return createEnum(tokens);
        }
        if (tokens.took("comment", "on")) {
            return comment(tokens);
        }
        throw new NotPlain();
    }

    private ObjectId createTable(Tokens tokens) throws NotPlain {
        QualifiedName name = relation(tokens);
        List<TableElement> elements = new ArrayList<>();
        List<String> keyColumns = new ArrayList<>();
        tokens.expect("(");
        do {
            if (tokens.took("primary", "key")) {
                PrimaryKey key = primaryKey(tokens);
                keyColumns.addAll(key.columns());
                elements.add(key);
            } else if (tokens.took("unique")) {
                elements.add(unique(tokens));
            } else if (tokens.took("constraint")) {
                String constraint = checked(tokens.name());
                tokens.expect("unique");
                elements.add(unique(tokens).named(constraint));
            } else {
                column(tokens, elements);
            }
        } while (tokens.took(","));
        tokens.expect(")");
        Table table = table(name, elements);
        List<Column> columns = table.columns().stream()
                .map(column -> keyColumns.contains(column.name()) && column.nullable() ? column.notNull() : column)
                .toList();
        schema.add(new Table(name, columns, table.constraints(), table.options(), null));
        return ObjectId.table(name);
    }

    private static Table table(QualifiedName name, List<TableElement> elements) throws NotPlain {
        long columns = elements.stream().filter(Column.class::isInstance).count();
        long names = elements.stream()
                .filter(Column.class::isInstance)
                .map(column -> ((Column) column).name())
                .distinct()
                .count();
        long keys = elements.stream().filter(PrimaryKey.class::isInstance).count();
        if (columns != names || keys > 1) {
            throw new NotPlain();
        }
        return Table.of(name.text(), elements.toArray(new TableElement[0]));
    }

    private void column(Tokens tokens, List<TableElement> elements) throws NotPlain {
        String name = checked(tokens.name());
        DataType type = new PlainTypes(schema.enums()).read(tokens);
        Column column = Column.of(name, type);
        boolean given = false;
        while (true) {
            if (tokens.took("not", "null")) {
                column = column.notNull();
            } else if (!given && tokens.took("generated", "by", "default", "as", "identity")) {
                column = column.identity();
                given = true;
            } else if (!given && tokens.took("default")) {
                column = value(column, PlainDefaults.read(tokens, type));
                given = true;
            } else if (tokens.took("check")) {
                elements.add(PlainChecks.read(tokens, column));
            } else if (tokens.took("unique")) {
                elements.add(new Unique(null, List.of(name), List.of(), true, false, Deferrability.NOT_DEFERRABLE));
            } else {
                elements.add(column);
                return;
            }
        }
    }

    private static Column value(Column column, ColumnValue value) {
        return new Column(
                column.name(),
                column.type(),
                column.nullable(),
                value,
                column.collation(),
                column.storage(),
                column.comment());
    }

    private static PrimaryKey primaryKey(Tokens tokens) throws NotPlain {
        return new PrimaryKey(null, tokens.names(), List.of(), false, Deferrability.NOT_DEFERRABLE);
    }

    private static Unique unique(Tokens tokens) throws NotPlain {
        return new Unique(null, tokens.names(), List.of(), true, false, Deferrability.NOT_DEFERRABLE);
    }

    private ObjectId alterTable(Tokens tokens) throws NotPlain {
        QualifiedName table = relation(tokens);
        tokens.expect("add");
        String name = tokens.took("constraint") ? checked(tokens.name()) : null;
        Constraint constraint = tokens.took("unique") ? unique(tokens) : foreignKey(tokens);
        schema.add(table, name == null ? constraint : constraint.named(name));
        return ObjectId.table(table);
    }

    private static ForeignKey foreignKey(Tokens tokens) throws NotPlain {
        tokens.expect("foreign", "key");
        List<String> columns = tokens.names();
        tokens.expect("references");
        QualifiedName referenced = relation(tokens);
        // A parenthesis can only open the list of columns.
        ForeignKey key = ForeignKey.of(columns, referenced.text(), referencedColumns(tokens));
        if (tokens.took("on", "delete", "cascade")) {
            return key.onDelete(ReferentialAction.CASCADE);
        }
        return tokens.took("on", "delete", "set", "null") ? key.onDelete(ReferentialAction.SET_NULL) : key;
    }

    private static String[] referencedColumns(Tokens tokens) throws NotPlain {
        return tokens.sees("(") ? tokens.names().toArray(new String[0]) : new String[0];
    }

    private ObjectId createIndex(Tokens tokens, boolean unique) throws NotPlain {
        String name = tokens.took("on") ? null : checked(tokens.name());
        if (name != null) {
            tokens.expect("on");
        }
        QualifiedName table = relation(tokens);
        tokens.expect("(");
        List<IndexElement> elements = new ArrayList<>();
        do {
            IndexElement element = IndexElement.column(tokens.name());
            boolean descending = !tokens.took("asc") && tokens.took("desc");
            elements.add(descending ? element.descending() : element);
        } while (tokens.took(","));
        tokens.expect(")");
        Index index = Index.of(name, table.text(), elements);
        return schema.add(unique ? index.asUnique() : index);
    }

    private ObjectId createSequence(Tokens tokens) throws NotPlain {
        QualifiedName name = relation(tokens);
        SequenceOptions options = SequenceOptions.NONE;
        if (tokens.took("start", "with")) {
            long start = tokens.number();
            options = start == 1 ? options : options.startWith(start);
        }
        if (tokens.took("increment", "by")) {
            long increment = tokens.number();
            options = increment == 1 ? options : options.incrementBy(increment);
        }
        Sequence sequence = Sequence.of(name.text()).with(options);
        schema.add(sequence);
        return sequence.id();
    }

    private ObjectId createEnum(Tokens tokens) throws NotPlain {
        QualifiedName name = relation(tokens);
        tokens.expect("as", "enum", "(");
        List<String> values = new ArrayList<>();
        do {
            values.add(tokens.text());
        } while (tokens.took(","));
        tokens.expect(")");
        EnumType type = new EnumType(name, values);
        schema.add(type);
        return type.id();
    }

    private ObjectId comment(Tokens tokens) throws NotPlain {
        if (tokens.took("table")) {
            QualifiedName table = relation(tokens);
            tokens.expect("is");
            schema.comment(table, tokens.text());
            return ObjectId.table(table);
        }
        tokens.expect("column");
        List<String> parts = new ArrayList<>();
        do {
            parts.add(tokens.name());
        } while (tokens.took("."));
        tokens.expect("is");
        if (parts.size() != 2 && parts.size() != 3) {
            throw new NotPlain();
        }
        String column = parts.get(parts.size() - 1);
        String schemaName = parts.size() == 3 ? parts.get(0) : null;
        QualifiedName table = new QualifiedName(schemaName, parts.get(parts.size() - 2));
        schema.comment(table, column, tokens.text());
        return ObjectId.table(table);
    }

    /** The name of a table, an index or a sequence. */
    private static QualifiedName relation(Tokens tokens) throws NotPlain {
        String first = checked(tokens.name());
        return tokens.took(".") ? new QualifiedName(first, checked(tokens.name())) : new QualifiedName(null, first);
    }

    /** What is too long is the server's to cut. */
    private static String checked(String name) throws NotPlain {
        if (name.isEmpty() || !Names.shortened(name, Names.MAXIMUM_BYTES).equals(name)) {
            throw new NotPlain();
        }
        return name;
    }
}
