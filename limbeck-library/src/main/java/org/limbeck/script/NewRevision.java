package org.limbeck.script;

import java.time.LocalDateTime;
import java.util.List;
import org.limbeck.graph.RevisionNode;

/**
 * A migration that is to be written.
 *
 * @param node its identifier and what it stands on
 * @param message what it does; becomes one line
 * @param created when it is created, in the user's time zone
 * @param upgrade the lines of upgrade, not indented; may be empty
 * @param downgrade the lines of downgrade, not indented; may be empty
 */
public record NewRevision(
        RevisionNode node, String message, LocalDateTime created, List<String> upgrade, List<String> downgrade) {

    public NewRevision {
        message = Escapes.oneLine(message);
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }
}
