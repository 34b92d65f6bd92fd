package org.limbeck.graph;

import java.util.List;

/**
 * What the graph needs to know of a revision.
 *
 * @param id the identifier, at most 32 characters
 * @param revises the revisions it stands on, in the order they were declared; none for a base, several for a merge point
 * @param dependsOn identifiers or labels of revisions that must be applied before it, in the order they were declared
 * @param labels names of the branch that this revision belongs to
 */
public record RevisionNode(String id, List<String> revises, List<String> dependsOn, List<String> labels) {

    public RevisionNode {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }
}
