package org.limbeck.foreign;

import java.util.List;
import java.util.stream.Collectors;
import org.limbeck.graph.RevisionNode;
import org.limbeck.script.Slug;
import org.limbeck.source.JavaLiterals;

/** A Java migration that stands for one of another tool until somebody moves its body. */
final class JavaSkeleton {

    private JavaSkeleton() {}

    /** @param original the class of the other tool, as a file that the user would type */
    static ImportedRevision of(RevisionNode node, String message, String original) {
        String name =
                ("M" + node.id() + "_" + Slug.camelCase(message)).replaceAll("[^\\p{javaJavaIdentifierPart}]", "_");
        String text = """
                import org.limbeck.migration.Migration;
                import org.limbeck.migration.Operations;
                import org.limbeck.migration.Revision;

                /** What %s did: its body belongs into {@code upgrade}. Databases on which that ran never get here. */
                @Revision(id = %s, %smessage = %s)
                public class %s implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        op.run(%s, connection -> {
                            throw new UnsupportedOperationException(%s);
                        });
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.irreversible("it was taken over without a way back");
                    }
                }
                """.formatted(
                        original,
                        JavaLiterals.text(node.id()),
                        members(node),
                        JavaLiterals.text(message),
                        name,
                        JavaLiterals.text(message),
                        JavaLiterals.text("move the body of " + original + " to here"));
        return new ImportedRevision(node, message, name + ".java", text);
    }

    private static String members(RevisionNode node) {
        return member("revises", node.revises())
                + member("dependsOn", node.dependsOn())
                + member("labels", node.labels());
    }

    private static String member(String name, List<String> ids) {
        if (ids.isEmpty()) {
            return "";
        }
        return ids.stream().map(JavaLiterals::text).collect(Collectors.joining(", ", name + " = {", "}, "));
    }
}
