package org.limbeck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.limbeck.foreign.ImportedProject;
import org.limbeck.foreign.ImportedRevision;
import org.limbeck.graph.GraphException;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.script.RevisionFile;
import org.limbeck.setting.Language;
import org.limbeck.takeover.Mapping;

/**
 * Writes an imported project: all of its files or none.
 *
 * @param root the project's folder
 * @param to the folder of the migrations, relative to the root
 */
public record ImportWriter(Path root, Path to) {

    private static final String CONFIGURATION = "limbeck.properties";

    /**
     * Writes the migrations, what they were, and a configuration if there is none.
     *
     * @return whether the configuration was written too
     * @throws LimbeckException if the folder has migrations already, or a file can't be written; nothing is left then
     */
    public boolean write(ImportedProject project) {
        requireEmpty();
        requireGraph(project);
        List<Path> written = new ArrayList<>();
        try {
            for (ImportedRevision revision : project.revisions()) {
                written.add(RevisionFile.write(folder().resolve(revision.file()), revision.text()));
            }
            Mapping mapping = project.mapping();
            if (mapping != null) {
                written.add(RevisionFile.write(folder().resolve(Mapping.FILE), mapping.text()));
            }
            return configure(project);
        } catch (RuntimeException failure) {
            delete(written);
            throw failure;
        }
    }

    private Path folder() {
        return root.resolve(to);
    }

    /** Refuses a folder with migrations, before anything else is done. */
    public void requireEmpty() {
        if (!Files.exists(folder())) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder())) {
            List<Path> there = files.filter(ImportWriter::isInTheWay).sorted().toList();
            if (!there.isEmpty()) {
                throw Problem.of(
                                ProblemCode.IMPORT_FOLDER_NOT_EMPTY,
                                "there are migrations in " + to + ", where the imported ones would go")
                        .at(Place.of(root.relativize(there.get(0)).toString()))
                        .databaseState("Nothing was written.")
                        .hint("to write them elsewhere", "limbeck import ... --to db/imported")
                        .exception();
            }
        } catch (IOException exception) {
            throw Problem.of(ProblemCode.FILE_NOT_READ, to + " is not a folder that can be listed")
                    .exception(exception);
        }
    }

    private static boolean isInTheWay(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".sql")
                || (name.endsWith(".java") && !name.equals("package-info.java"))
                || name.equals(Mapping.FILE);
    }

    private static void requireGraph(ImportedProject project) {
        try {
            RevisionGraph.of(
                    project.revisions().stream().map(ImportedRevision::node).toList());
        } catch (GraphException exception) {
            throw Problem.of(
                            ProblemCode.IMPORT_NOT_READ,
                            "the revisions of " + project.tool() + " make no graph: " + exception.getMessage())
                    .databaseState("Nothing was written.")
                    .exception(exception);
        }
    }

    private boolean configure(ImportedProject project) {
        Path configuration = root.resolve(CONFIGURATION);
        if (Files.exists(configuration)) {
            return false;
        }
        new NewProject(root, to, Language.SQL).write();
        if (!project.settings().isEmpty()) {
            try {
                Files.writeString(
                        configuration,
                        "\n# The table that " + project.tool() + " kept, and that Limbeck goes on with.\n"
                                + String.join("\n", project.settings()) + "\n",
                        StandardOpenOption.APPEND);
            } catch (IOException exception) {
                throw Problem.of(ProblemCode.FILE_NOT_WRITTEN, CONFIGURATION + " could not be written")
                        .exception(exception);
            }
        }
        return true;
    }

    private static void delete(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                // The failure that led here says more.
            }
        }
    }
}
