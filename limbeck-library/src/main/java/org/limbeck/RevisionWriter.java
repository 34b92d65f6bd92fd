package org.limbeck;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.limbeck.graph.RevisionNode;
import org.limbeck.operation.Operation;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.NamingConvention;
import org.limbeck.script.FileNamePattern;
import org.limbeck.script.Location;
import org.limbeck.script.NewRevision;
import org.limbeck.script.RevisionFile;
import org.limbeck.script.RevisionId;
import org.limbeck.script.Script;
import org.limbeck.script.Template;
import org.limbeck.setting.Language;
import org.limbeck.setting.Settings;
import org.limbeck.source.JavaSource;
import org.limbeck.source.PlainWords;
import org.limbeck.source.SqlSource;

/** Writes the file of a new revision where its parent's is. */
record RevisionWriter(Settings settings, Revisions revisions) {

    Path write(RevisionRequest request) {
        return write(request, List.of(), List.of());
    }

    /** Writes a migration that does something already. */
    Path write(RevisionRequest request, List<Operation> upgrade, List<Operation> downgrade) {
        List<String> parents = parents(request);
        List<String> dependsOn =
                revisions.ask("revision", () -> revisions.graph().dependenciesOfNew(request.dependsOn()));
        String id = id(request);
        refuseTakenLabels(request.labels());
        LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
        Path folder = folder(request, parents);
        Language language = request.language() == null ? settings.language() : request.language();
        NewRevision revision = new NewRevision(
                new RevisionNode(id, parents, dependsOn, request.labels()),
                request.message(),
                now,
                source(upgrade, language),
                source(downgrade, language));
        return language == Language.SQL ? writeSql(revision, folder) : writeJava(revision, folder);
    }

    private List<String> source(List<Operation> operations, Language language) {
        if (language == Language.SQL) {
            String body = new SqlSource().body(operations);
            return body.isEmpty() ? List.of() : List.of(body.split("\n", -1));
        }
        PlainWords words = new PlainWords(NamingConvention.of(settings.namingConvention()));
        JavaSource source = new JavaSource();
        return operations.stream()
                .map(words::operation)
                .flatMap(operation -> Stream.of(source.statement(operation).split("\n", -1)))
                .toList();
    }

    private List<String> parents(RevisionRequest request) {
        // Of nothing there is no head: the first revision is a base without being asked to.
        if (revisions.scripts().all().isEmpty() && request.heads().equals(List.of("head"))) {
            return List.of();
        }
        return revisions.ask("revision", () -> revisions.graph().parentsOfNew(request.heads(), request.splice()));
    }

    private String id(RevisionRequest request) {
        if (request.id() == null) {
            return RevisionId.random();
        }
        String id = RevisionId.check(request.id(), null);
        Optional<Script> existing = revisions.scripts().find(id);
        if (existing.isPresent()) {
            throw Problem.of(ProblemCode.DUPLICATE_REVISION, "there is a revision " + id + " already")
                    .at(existing.get().place())
                    .hint("leave --id out for a new one, or choose another")
                    .exception();
        }
        return id;
    }

    private void refuseTakenLabels(List<String> labels) {
        for (Script script : revisions.scripts().all()) {
            for (String label : labels) {
                if (script.node().labels().contains(label) || script.id().equals(label)) {
                    throw Problem.of(
                                    ProblemCode.DUPLICATE_LABEL,
                                    "the label " + label + " is already used by revision " + script.id())
                            .at(script.place())
                            .hint("choose another one for --branch-label")
                            .exception();
                }
            }
        }
    }

    private Path folder(RevisionRequest request, List<String> parents) {
        List<Path> folders = settings.migrations();
        if (request.location() != null) {
            Path wanted = request.location().toAbsolutePath().normalize();
            return folders.stream()
                    .filter(folder -> folder.equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> Problem.of(
                                    ProblemCode.INVALID_SETTING,
                                    request.location() + " is not among the folders of migrations")
                            .evidence(folders.stream().map(Path::toString).toList())
                            .hint("add it in limbeck.properties", "migrations = ...," + request.location())
                            .exception());
        }
        for (String parent : parents) {
            Location location = revisions.scripts().find(parent).orElseThrow().location();
            if (location instanceof Location.Folder folder) {
                return folder.path().toAbsolutePath().normalize();
            }
        }
        if (folders.isEmpty()) {
            throw Problem.of(
                            ProblemCode.INVALID_SETTING,
                            "no folder is configured that a new migration could be written to")
                    .evidence("migrations = " + String.join(",", settings.migrationPackages()))
                    .hint("add a folder in limbeck.properties", "migrations = src/main/java/db/migration,...")
                    .exception();
        }
        return folders.get(0);
    }

    private Path writeJava(NewRevision revision, Path folder) {
        FileNamePattern pattern = settings.fileName().map(FileNamePattern::new).orElse(FileNamePattern.JAVA);
        Template template = settings.template().map(Template::read).orElseGet(Template::java);
        String className = pattern.className(revision.node().id(), revision.message(), revision.created());
        String text = template.fillJava(revision, packageOf(folder), className);
        return RevisionFile.write(folder.resolve(className + ".java"), text);
    }

    private Path writeSql(NewRevision revision, Path folder) {
        FileNamePattern pattern = settings.fileName().map(FileNamePattern::new).orElse(FileNamePattern.SQL);
        Template template = settings.template().map(Template::read).orElseGet(Template::sql);
        String name = pattern.fileName(revision.node().id(), revision.message(), revision.created());
        return RevisionFile.write(folder.resolve(name + ".sql"), template.fillSql(revision));
    }

    /** What stands behind {@code src/main/java}; without such a root, as much as a package can be: nothing. */
    private static String packageOf(Path folder) {
        String text = folder.toString().replace('\\', '/');
        int root = text.lastIndexOf("/java/");
        return root < 0 ? "" : text.substring(root + "/java/".length()).replace('/', '.');
    }
}
