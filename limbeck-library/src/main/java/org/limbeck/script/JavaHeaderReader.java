package org.limbeck.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Finds the annotated class of a Java source file without compiling it. Serves one file and is thrown away. */
final class JavaHeaderReader {

    private static final String API = "org.limbeck.migration.";
    private static final Set<String> TYPE_WORDS = Set.of("class", "interface", "enum", "record");

    private final String file;
    private final String fileStem;
    private final String text;
    private final JavaLexer lexer;
    private final Map<String, String> imports = new HashMap<>();
    private JavaToken current;
    private String packagePrefix = "";

    /**
     * @param file the file as the user would type it
     * @param fileStem its name without folder and ending
     */
    JavaHeaderReader(String file, String fileStem, String text) {
        this.file = file;
        this.fileStem = fileStem;
        this.text = text;
        this.lexer = new JavaLexer(file, text);
        this.current = lexer.next();
    }

    /**
     * The header, or that of a helper if the file has neither the annotation nor a class that implements Migration.
     *
     * @throws org.limbeck.problem.LimbeckException with {@code MIGRATION_HEADER} if an annotation is missing or is not
     *     made of literals
     */
    FileHeader read() {
        declarations();
        if (!text.contains("Revision") && !text.contains("Migration")) {
            return FileHeader.helper(packagePrefix + fileStem);
        }
        while (current.kind() != JavaToken.Kind.END) {
            FileHeader found = type();
            if (found != null) {
                return found;
            }
        }
        return FileHeader.helper(packagePrefix + fileStem);
    }

    private void declarations() {
        while (true) {
            if (current.isWord("package")) {
                advance();
                packagePrefix = qualifiedName() + ".";
            } else if (current.isWord("import")) {
                importDeclaration();
            } else if (current.isSymbol(';')) {
                advance();
            } else {
                return;
            }
        }
    }

    private void importDeclaration() {
        advance();
        if (!current.isWord("static")) {
            String name = qualifiedName();
            imports.put(name.substring(name.lastIndexOf('.') + 1), name);
        }
        while (!current.isSymbol(';') && current.kind() != JavaToken.Kind.END) {
            advance();
        }
    }

    /** Reads one type declaration with its annotations. Its body is skipped unless it is the migration. */
    private @Nullable FileHeader type() {
        RevisionAnnotation annotation = null;
        boolean isAbstract = false;
        while (current.kind() != JavaToken.Kind.END && !isTypeWord()) {
            if (current.isSymbol('@')) {
                int line = current.line();
                advance();
                if (current.isWord("interface")) {
                    isAbstract = true;
                } else if (isOurs(qualifiedName(), "Revision")) {
                    annotation = new RevisionAnnotation(file, line, current, lexer::next);
                    annotation.read();
                    current = annotation.current();
                } else if (current.isSymbol('(')) {
                    skip('(', ')');
                }
            } else {
                isAbstract |= current.isWord("abstract");
                advance();
            }
        }
        isAbstract |= current.isWord("interface");
        int line = current.line();
        advance();
        String className = packagePrefix + current.text();
        if (annotation != null) {
            return annotation.header(className);
        }
        boolean implementing = implementsMigration();
        if (implementing && !isAbstract) {
            throw missingAnnotation(className, line);
        }
        skip('{', '}');
        return null;
    }

    private boolean isTypeWord() {
        return current.kind() == JavaToken.Kind.WORD && TYPE_WORDS.contains(current.text());
    }

    /** Reads up to the body of a type. */
    private boolean implementsMigration() {
        boolean behindImplements = false;
        boolean found = false;
        int nesting = 0;
        while (current.kind() != JavaToken.Kind.END && !current.isSymbol('{')) {
            if (current.isSymbol('<') || current.isSymbol('(')) {
                nesting++;
            } else if (current.isSymbol('>') || current.isSymbol(')')) {
                nesting--;
            }
            if (current.kind() == JavaToken.Kind.WORD && nesting == 0) {
                behindImplements |= current.isWord("implements");
                found |= isOurs(qualifiedName(), "Migration") && behindImplements;
            } else {
                advance();
            }
        }
        return found;
    }

    /** A simple name is ours unless another type of that name was imported. */
    private boolean isOurs(String name, String simpleName) {
        return name.equals(API + simpleName)
                || (name.equals(simpleName)
                        && imports.getOrDefault(simpleName, API + simpleName).equals(API + simpleName));
    }

    private String qualifiedName() {
        List<String> parts = new ArrayList<>();
        while (current.kind() == JavaToken.Kind.WORD) {
            parts.add(current.text());
            advance();
            if (!current.isSymbol('.')) {
                break;
            }
            advance();
        }
        return String.join(".", parts);
    }

    /** Moves behind the bracket that closes the next opening one. */
    private void skip(char open, char close) {
        int nesting = 0;
        while (current.kind() != JavaToken.Kind.END) {
            if (current.isSymbol(open)) {
                nesting++;
            } else if (current.isSymbol(close)) {
                nesting--;
            }
            advance();
            if (nesting == 0) {
                return;
            }
        }
    }

    private void advance() {
        current = lexer.next();
    }

    private RuntimeException missingAnnotation(String className, int line) {
        return Problem.of(ProblemCode.MIGRATION_HEADER, className + " implements Migration and has no @Revision")
                .at(new Place(file, line))
                .hint(
                        "put this line in front of the class, with the revision it stands on",
                        "@Revision(id = \"" + RevisionId.random() + "\", revises = \"...\")")
                .exception();
    }
}
