package org.limbeck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;
import org.limbeck.script.Script;

/**
 * All there is to show of a revision.
 *
 * @param labels its own labels and those of its branch
 * @param effectiveHead whether it is a head that no other revision depends on
 * @param applied whether the database has it; false where no database was asked
 * @param current whether it is a row of the version table; false where no database was asked
 */
public record RevisionLine(
        String revision,
        String message,
        String created,
        String file,
        int line,
        List<String> revises,
        List<String> dependsOn,
        List<String> labels,
        List<String> children,
        boolean base,
        boolean head,
        boolean effectiveHead,
        boolean branchPoint,
        boolean mergePoint,
        boolean applied,
        boolean current) {

    public static RevisionLine of(
            Script script, RevisionGraph graph, Set<String> effectiveHeads, Set<String> applied, Set<String> rows) {
        RevisionNode node = script.node();
        List<String> children = graph.children(node.id());
        return new RevisionLine(
                node.id(),
                script.message(),
                script.created(),
                script.place().file(),
                script.place().line(),
                node.revises(),
                node.dependsOn(),
                List.copyOf(graph.labels(node.id())),
                children,
                node.revises().isEmpty(),
                children.isEmpty(),
                effectiveHeads.contains(node.id()),
                children.size() > 1,
                node.revises().size() > 1,
                applied.contains(node.id()),
                rows.contains(node.id()));
    }

    /** The words that stand behind it in a list, for example {@code head, current}. */
    public List<String> marks() {
        List<String> marks = new ArrayList<>();
        if (!labels.isEmpty()) {
            marks.add("branch " + String.join(", ", labels));
        }
        if (current) {
            marks.add("current");
        }
        if (head) {
            marks.add(effectiveHead ? "head" : "head that others depend on");
        }
        if (branchPoint) {
            marks.add("branch point");
        }
        if (mergePoint) {
            marks.add("merge point");
        }
        if (base) {
            marks.add("base");
        }
        return marks;
    }
}
