package org.limbeck.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.graph.RevisionNode;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** All migrations that were found, in the order of the locations and of the file names inside each. */
public final class Scripts {

    private final List<Script> all;
    private final List<JavaSource> sources;
    private final Map<String, List<Script>> byId = new HashMap<>();

    /** Scripts without helper classes; what is given twice, as source and as class, is kept as source. */
    public Scripts(List<Script> all) {
        this(all, List.of());
    }

    Scripts(List<Script> all, List<JavaSource> sources) {
        this.all = withoutCompiledTwins(all);
        this.sources = List.copyOf(sources);
        for (Script script : this.all) {
            List<Script> same = byId.get(script.id());
            if (same == null) {
                byId.put(script.id(), List.of(script));
            } else {
                List<Script> more = new ArrayList<>(same);
                more.add(script);
                byId.put(script.id(), List.copyOf(more));
            }
        }
    }

    /** These and others that no file has. */
    public Scripts with(List<Script> more) {
        List<Script> both = new ArrayList<>(all);
        both.addAll(more);
        return new Scripts(both, sources);
    }

    public List<Script> all() {
        return all;
    }

    /** What the graph needs, in the same order. */
    public List<RevisionNode> nodes() {
        List<RevisionNode> nodes = new ArrayList<>(all.size());
        for (Script script : all) {
            nodes.add(script.node());
        }
        return nodes;
    }

    /** The script with exactly this identifier; the first one if there are several. */
    public Optional<Script> find(String id) {
        List<Script> files = files(id);
        return files.isEmpty() ? Optional.empty() : Optional.of(files.get(0));
    }

    /** Every script with this identifier: more than one if two files claim it. */
    public List<Script> files(String id) {
        return byId.getOrDefault(id, List.of());
    }

    /**
     * Checks that no two files have one identifier; to be asked before the graph is built.
     *
     * @return this
     * @throws org.limbeck.problem.LimbeckException with {@code DUPLICATE_REVISION} and the places of the files
     */
    public Scripts requireUnique() {
        if (byId.size() == all.size()) {
            return this;
        }
        throw duplicate(all.stream()
                .map(script -> files(script.id()))
                .filter(same -> same.size() > 1)
                .findFirst()
                .orElseThrow());
    }

    /** All Java files of the folders: migrations may use them. */
    List<JavaSource> sources() {
        return sources;
    }

    private static RuntimeException duplicate(List<Script> same) {
        Script first = same.get(0);
        Script second = same.get(1);
        String line = second.kind() == ScriptKind.SQL
                ? "-- revision:  " + RevisionId.random()
                : "@Revision(id = \"" + RevisionId.random() + "\", ...)";
        return Problem.of(ProblemCode.DUPLICATE_REVISION, same.size() + " files have the revision " + first.id())
                .at(second.place())
                .evidence(same.stream()
                        .map(script -> (script.place() + "  " + script.message()).strip())
                        .toList())
                .hint("if one is a copy, delete it; if not, give one of them an identifier of its own", line)
                .exception();
    }

    private static List<Script> withoutCompiledTwins(List<Script> all) {
        Map<String, Script> sources = new HashMap<>();
        for (Script script : all) {
            if (script.kind() == ScriptKind.JAVA_SOURCE) {
                sources.put(script.className(), script);
            }
        }
        List<Script> kept = new ArrayList<>(all.size());
        for (Script script : all) {
            Script source = script.kind() == ScriptKind.JAVA_CLASS ? sources.get(script.className()) : null;
            if (source == null || !source.id().equals(script.id())) {
                kept.add(script);
            }
        }
        return List.copyOf(kept);
    }
}
