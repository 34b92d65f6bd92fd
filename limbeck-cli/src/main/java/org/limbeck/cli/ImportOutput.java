package org.limbeck.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.limbeck.foreign.ImportedProject;
import org.limbeck.foreign.LeftOut;
import org.limbeck.takeover.Mapping;

/** Says what an import did, what it could not do, and what comes next. */
final class ImportOutput {

    private ImportOutput() {}

    static int print(Invocation invocation, ImportedProject project, Path to, boolean configured) {
        if (invocation.json()) {
            invocation.out().print(json(project, to));
            return ExitCode.DONE;
        }
        int count = project.revisions().size();
        invocation.out().println(to + ": " + count + (count == 1 ? " revision" : " revisions"));
        project.carried().forEach(line -> invocation.out().println("  " + line));
        if (!project.leftOut().isEmpty()) {
            invocation.out().println("not carried over as it was:");
            for (LeftOut leftOut : project.leftOut()) {
                invocation.out().println("  " + leftOut.place() + ": " + leftOut.sentence());
            }
        }
        advise(invocation, project, to, configured);
        return ExitCode.DONE;
    }

    private static void advise(Invocation invocation, ImportedProject project, Path to, boolean configured) {
        Mapping mapping = project.mapping();
        if (mapping != null) {
            invocation.note("a database of " + project.tool() + "'s is taken over by its "
                    + mapping.table().name() + " on its next upgrade; " + to.resolve(Mapping.FILE) + " says how");
        }
        if (configured) {
            invocation.note("written: limbeck.properties; put the url of your database into it");
        } else {
            boolean known = invocation
                    .settings()
                    .migrations()
                    .contains(invocation.folder().resolve(to).normalize());
            if (!known) {
                invocation.next("in limbeck.properties", "migrations=" + to);
            }
            project.settings().forEach(line -> invocation.next("in limbeck.properties", line));
        }
        invocation.next("to see where a database stands", "limbeck current");
    }

    private static String json(ImportedProject project, Path to) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("folder", to.toString());
        map.put(
                "revisions",
                project.revisions().stream()
                        .map(revision -> revision.node().id())
                        .toList());
        map.put("carried", project.carried());
        map.put("leftOut", project.leftOut().stream().map(ImportOutput::leftOut).toList());
        return JsonText.text(map);
    }

    private static Map<String, Object> leftOut(LeftOut leftOut) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", leftOut.place().file());
        map.put("line", leftOut.place().line());
        map.put("sentence", leftOut.sentence());
        return map;
    }
}
