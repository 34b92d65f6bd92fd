package org.limbeck.ddl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.limbeck.schema.QualifiedName;

/** The names in the tokens of an expression or query. */
record ExpressionNames(List<Token> tokens) {

    /** What is called. A name behind {@code ::} or {@code AS} is a type, and its parenthesis holds the type's arguments. */
    Set<QualifiedName> functions(Set<String> constructs) throws UnclearStatement {
        Set<QualifiedName> functions = new LinkedHashSet<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token name = tokens.get(i);
            if (!name.isName() || !tokens.get(i + 1).isSign("(")) {
                continue;
            }
            boolean qualified = i > 1 && tokens.get(i - 1).isSign(".");
            Token before = i > 0 ? tokens.get(qualified ? Math.max(i - 3, 0) : i - 1) : name;
            boolean construct = !qualified && name.kind() == Token.Kind.WORD && constructs.contains(name.text());
            if (construct || before.isSign("::") || before.isWord("as") || before.isWord("into")) {
                continue;
            }
            functions.add(Names.qualified(qualified ? tokens.get(i - 2).text() : null, name.text()));
        }
        return functions;
    }

    Set<String> all() {
        Set<String> names = new LinkedHashSet<>();
        for (Token token : tokens) {
            if (token.isName()) {
                names.add(token.text());
            }
        }
        return names;
    }

    /** The sequences that are asked by a literal name. */
    List<QualifiedName> sequences() throws UnclearStatement {
        List<QualifiedName> sequences = new ArrayList<>();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).isName()
                    && isSequenceFunction(tokens.get(i).text())
                    && tokens.get(i + 1).isSign("(")
                    && tokens.get(i + 2).kind() == Token.Kind.STRING) {
                Tokens name = Tokens.of(tokens.get(i + 2).text());
                sequences.add(name.qualifiedName());
            }
        }
        return sequences;
    }

    static boolean isSequenceFunction(String name) {
        return name.equals("nextval") || name.equals("setval") || name.equals("currval");
    }
}
