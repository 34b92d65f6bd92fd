package org.limbeck.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.graph.RevisionNode;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.QualifiedName;
import org.limbeck.takeover.Mapping;
import org.limbeck.takeover.Tool;

/** Makes one line of revisions of change sets, one of each. Serves one change log and is thrown away. */
public final class LiquibaseProject {

    private final RevisionNames names = new RevisionNames();
    private final List<ImportedRevision> revisions = new ArrayList<>();
    private final List<Mapping.Entry> entries = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private int skeletons;
    private int downgrades;

    private LiquibaseProject() {}

    /**
     * Makes revisions.
     *
     * @param changeSets what Liquibase says of each, in its order, see {@code ChangeLogExport}
     * @param table where Liquibase keeps what it applied
     */
    public static ImportedProject of(List<Map<String, String>> changeSets, QualifiedName table) {
        LiquibaseProject project = new LiquibaseProject();
        changeSets.forEach(project::add);
        if (project.revisions.isEmpty()) {
            throw Problem.of(ProblemCode.NOTHING_TO_IMPORT, "the change log has no change sets that would run")
                    .evidence(project.leftOut.stream()
                            .map(left -> left.place() + ": " + left.sentence())
                            .toList())
                    .databaseState("Nothing was written.")
                    .exception();
        }
        return new ImportedProject(
                Tool.LIQUIBASE.title(),
                project.revisions,
                project.carried(),
                project.leftOut,
                List.of(),
                new Mapping(Tool.LIQUIBASE, table, project.entries));
    }

    private void add(Map<String, String> changeSet) {
        String id = field(changeSet, "id");
        String author = field(changeSet, "author");
        String file = field(changeSet, "file");
        String key = Mapping.liquibaseKey(id, author, file);
        Place place = Place.of(file + "::" + id + "::" + author);
        String refusal = field(changeSet, "refusal");
        if (!refusal.isEmpty()) {
            leftOut.add(new LeftOut(place, "left out: " + refusal));
            entries.add(new Mapping.Entry(null, Mapping.Kind.ONCE, key, ""));
            return;
        }
        List<String> parent = revisions.isEmpty()
                ? List.of()
                : List.of(revisions.get(revisions.size() - 1).node().id());
        RevisionNode node = new RevisionNode(names.of(wish(id), key), parent, List.of(), List.of());
        entries.add(new Mapping.Entry(node.id(), Mapping.Kind.ONCE, key, ""));
        field(changeSet, "notes").lines().forEach(note -> leftOut.add(new LeftOut(place, note)));
        revisions.add(revision(changeSet, node, message(changeSet), place));
    }

    private ImportedRevision revision(Map<String, String> changeSet, RevisionNode node, String message, Place place) {
        String upgrade = changeSet.get("upgrade");
        if (upgrade == null) {
            skeletons++;
            leftOut.add(new LeftOut(
                    place, field(changeSet, "upgradeFailure") + ": move what it does into revision " + node.id()));
            return JavaSkeleton.of(node, message, place.file());
        }
        List<LeftOut> said = new ArrayList<>();
        String upgradeText = TransactionWords.remove(place.file(), upgrade, said);
        leftOut.addAll(said);
        return SqlRevision.of(
                node, message, "Liquibase's " + place.file(), upgradeText, downgrade(changeSet, node, place));
    }

    private @Nullable String downgrade(Map<String, String> changeSet, RevisionNode node, Place place) {
        String downgrade = changeSet.get("downgrade");
        if (downgrade == null) {
            return null;
        }
        downgrades++;
        return TransactionWords.remove(place.file() + " (rollback of " + node.id() + ")", downgrade, leftOut);
    }

    /** People's identifiers often have hyphens, which mean something else in a target here. */
    private static String wish(String id) {
        return id.replaceAll("[@+:,\\s-]+", "_");
    }

    private static String message(Map<String, String> changeSet) {
        String comment = field(changeSet, "comment").strip();
        String description = field(changeSet, "description").strip();
        if (!comment.isEmpty()) {
            return comment;
        }
        return description.isEmpty() || description.equals("sql")
                ? field(changeSet, "id") + " by " + field(changeSet, "author")
                : description;
    }

    private List<String> carried() {
        List<String> carried = new ArrayList<>();
        carried.add(Counted.of(revisions.size() - skeletons, "change set"));
        if (skeletons > 0) {
            carried.add(Counted.of(skeletons, "change set") + " as a skeleton in Java");
        }
        carried.add(Counted.of(downgrades, "rollback") + " as downgrade");
        return carried;
    }

    private static String field(Map<String, String> changeSet, String name) {
        return changeSet.getOrDefault(name, "");
    }
}
