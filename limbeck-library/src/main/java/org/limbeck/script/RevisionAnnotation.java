package org.limbeck.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.limbeck.graph.RevisionNode;
import org.limbeck.problem.Nearest;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Reads what stands in the parentheses of {@code @Revision(...)}. Serves one annotation and is thrown away. */
final class RevisionAnnotation {

    private static final List<String> MEMBERS = List.of("id", "revises", "dependsOn", "labels", "message");

    private final String file;
    private final int line;
    private final Supplier<JavaToken> tokens;
    private final Map<String, List<String>> values = new HashMap<>();
    private JavaToken current;

    /**
     * @param current the token behind the name of the annotation
     * @param tokens yields the tokens after it
     */
    RevisionAnnotation(String file, int line, JavaToken current, Supplier<JavaToken> tokens) {
        this.file = file;
        this.line = line;
        this.current = current;
        this.tokens = tokens;
    }

    /** Reads the members. Afterwards {@link #current()} is the token behind the annotation. */
    void read() {
        if (current.isSymbol('(')) {
            advance();
            while (!current.isSymbol(')')) {
                member();
                if (current.isSymbol(',')) {
                    advance();
                } else if (!current.isSymbol(')')) {
                    throw problem("expected , or ) in @Revision and found " + current.text())
                            .exception();
                }
            }
            advance();
        }
    }

    JavaToken current() {
        return current;
    }

    FileHeader header(String className) {
        Place place = new Place(file, line);
        List<String> id = values.get("id");
        if (id == null) {
            throw Problem.of(ProblemCode.MIGRATION_HEADER, "@Revision has no id")
                    .at(place)
                    .hint("give it one", "@Revision(id = \"" + RevisionId.random() + "\")")
                    .exception();
        }
        RevisionNode node = new RevisionNode(
                RevisionId.check(id.get(0), place), list("revises"), list("dependsOn"), list("labels"));
        String message = String.join("", list("message"));
        return new FileHeader(node, message, "", className, line);
    }

    private List<String> list(String member) {
        return values.getOrDefault(member, List.of());
    }

    private void member() {
        String name = current.text();
        if (current.kind() != JavaToken.Kind.WORD || !MEMBERS.contains(name)) {
            throw unknown(name);
        }
        advance();
        if (!current.isSymbol('=')) {
            throw problem("expected = behind " + name + " in @Revision and found " + current.text())
                    .exception();
        }
        advance();
        boolean single = name.equals("id") || name.equals("message");
        if (single && current.isSymbol('{')) {
            throw problem(name + " of @Revision is one string").exception();
        }
        if (values.putIfAbsent(name, current.isSymbol('{') ? array(name) : List.of(string(name))) != null) {
            throw problem(name + " stands twice in @Revision").exception();
        }
    }

    private List<String> array(String member) {
        List<String> items = new ArrayList<>();
        advance();
        while (!current.isSymbol('}')) {
            items.add(string(member));
            if (current.isSymbol(',')) {
                advance();
            } else if (!current.isSymbol('}')) {
                throw notLiteral(member);
            }
        }
        advance();
        return items;
    }

    /** String literals joined by plus signs. */
    private String string(String member) {
        StringBuilder value = new StringBuilder(part(member));
        while (current.isSymbol('+')) {
            advance();
            value.append(part(member));
        }
        boolean ended = current.isSymbol(',') || current.isSymbol(')') || current.isSymbol('}');
        if (!ended) {
            throw notLiteral(member);
        }
        return value.toString();
    }

    private String part(String member) {
        if (current.isSymbol('(')) {
            advance();
            String value = string(member);
            if (!current.isSymbol(')')) {
                throw notLiteral(member);
            }
            advance();
            return value;
        }
        if (current.kind() != JavaToken.Kind.STRING) {
            throw notLiteral(member);
        }
        String value = current.text();
        advance();
        return value;
    }

    private void advance() {
        current = tokens.get();
        if (current.kind() == JavaToken.Kind.END) {
            throw problem("the file ends inside @Revision").exception();
        }
    }

    private RuntimeException notLiteral(String member) {
        return problem(member + " of @Revision is not a string literal: " + current.text())
                .hint("the revision is read without compiling the file; write the text itself", member + " = \"...\"")
                .exception();
    }

    private RuntimeException unknown(String name) {
        Problem problem = problem("@Revision has no member " + name);
        Optional<String> nearest = Optional.ofNullable(Nearest.of(name, MEMBERS));
        return nearest.map(found -> problem.hint("if this was meant", found + " = \"...\""))
                .orElse(problem.hint("its members are " + String.join(", ", MEMBERS)))
                .exception();
    }

    private Problem problem(String sentence) {
        return Problem.of(ProblemCode.MIGRATION_HEADER, sentence).at(new Place(file, current.line()));
    }
}
