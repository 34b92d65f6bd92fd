package org.limbeck.maven;

import java.util.List;
import java.util.Set;
import org.limbeck.cli.CommandDescription;
import org.limbeck.cli.HostedCommands;

/** Which commands are goals, and which of them belong into a build. */
final class Goals {

    static final String PREFIX = "limbeck";

    /** What needs a shell or an editor. */
    private static final Set<String> WITHOUT = Set.of("completion", "edit");

    private static final Set<String> CHECKS = Set.of("check", "lint", "verify");

    private Goals() {}

    static List<CommandDescription> all() {
        return HostedCommands.all().stream()
                .filter(command -> !WITHOUT.contains(command.name()))
                .toList();
    }

    static CommandDescription of(String name) {
        return all().stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a goal is run in the phase {@code verify} where nothing else is said. */
    static boolean isCheck(CommandDescription goal) {
        return CHECKS.contains(goal.name());
    }
}
