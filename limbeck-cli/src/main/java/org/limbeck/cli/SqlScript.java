package org.limbeck.cli;

import java.util.List;

/** The options by which a verb writes a script instead of working on a database. */
final class SqlScript {

    private static final String SQL = "--sql";
    private static final String OUTPUT = "--output";

    private SqlScript() {}

    static void declare(Declaration declaration) {
        declaration.flag("Print a script for psql; no database is asked.", SQL);
        declaration.value("<file>", "Write the script to a file instead; needs --sql.", "-o", OUTPUT);
    }

    static boolean isWanted(Invocation invocation) {
        boolean wanted = invocation.flag(SQL);
        if (!wanted && invocation.value(OUTPUT) != null) {
            throw invocation.usage("--output needs --sql").exception();
        }
        return wanted;
    }

    /** The one target of a script. */
    static String range(Invocation invocation, List<String> targets, String usual) {
        if (targets.size() > 1) {
            throw invocation
                    .usage("a script has one target, and " + targets.size() + " were given")
                    .hint("for all heads, give", "heads")
                    .exception();
        }
        return targets.isEmpty() ? usual : targets.get(0);
    }

    static int write(Invocation invocation, String script) {
        String file = invocation.value(OUTPUT);
        if (file == null) {
            invocation.out().print(script);
        } else {
            WrittenFile.replace(invocation.folder().resolve(file), script);
            invocation.next("written, to run it", "psql -f " + file);
        }
        return ExitCode.DONE;
    }
}
