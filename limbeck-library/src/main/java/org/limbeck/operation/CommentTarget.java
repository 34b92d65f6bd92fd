package org.limbeck.operation;

import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;

/** What a comment can be on. */
public sealed interface CommentTarget {

    /** For people, for example {@code table orders}. */
    String describe();

    record OnTable(QualifiedName name) implements CommentTarget {
        @Override
        public String describe() {
            return "table " + name;
        }
    }

    record OnColumn(QualifiedName table, String column) implements CommentTarget {
        public OnColumn {
            Names.checked(column);
        }

        @Override
        public String describe() {
            return "column " + table + "." + column;
        }
    }

    record OnConstraint(QualifiedName table, String constraint) implements CommentTarget {
        public OnConstraint {
            Names.checked(constraint);
        }

        @Override
        public String describe() {
            return "constraint " + constraint + " of " + table;
        }
    }

    record OnIndex(QualifiedName name) implements CommentTarget {
        @Override
        public String describe() {
            return "index " + name;
        }
    }

    record OnSequence(QualifiedName name) implements CommentTarget {
        @Override
        public String describe() {
            return "sequence " + name;
        }
    }

    record OnType(QualifiedName name) implements CommentTarget {
        @Override
        public String describe() {
            return "type " + name;
        }
    }

    record OnSchema(String name) implements CommentTarget {
        public OnSchema {
            Names.checked(name);
        }

        @Override
        public String describe() {
            return "schema " + name;
        }
    }

    record OnExtension(String name) implements CommentTarget {
        public OnExtension {
            Names.checked(name);
        }

        @Override
        public String describe() {
            return "extension " + name;
        }
    }
}
