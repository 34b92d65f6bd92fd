package org.limbeck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.script.CacheFolder;
import org.limbeck.setting.Language;
import org.limbeck.setting.Setting;

/**
 * The files with which a project begins.
 *
 * @param root the project's folder
 * @param migrations the folder of migrations, relative to the root
 * @param language what migrations are written in
 */
public record NewProject(Path root, Path migrations, Language language) {

    private static final String CONFIGURATION = "limbeck.properties";

    /** The folder of migrations where nobody names one: as Maven has it for Java, a plain one for SQL. */
    public static Path usualFolder(Language language) {
        return Path.of(language == Language.JAVA ? "src/main/java/db/migration" : "migrations");
    }

    /**
     * Writes the configuration and creates the folders. Nothing that is there is changed.
     *
     * @return what was made, relative to the root
     * @throws org.limbeck.problem.LimbeckException if there is a configuration already, or a file can't be written
     */
    public List<Path> write() {
        Path configuration = root.resolve(CONFIGURATION);
        if (Files.exists(configuration)) {
            throw Problem.of(ProblemCode.FILE_NOT_WRITTEN, "there is a " + CONFIGURATION + " already")
                    .at(Place.of(CONFIGURATION))
                    .hint("to go on with it", "limbeck revision -m \"create tables\"")
                    .exception();
        }
        try {
            List<Path> made = new ArrayList<>();
            Files.createDirectories(root.resolve(migrations));
            Files.writeString(configuration, text(), StandardOpenOption.CREATE_NEW);
            made.add(Path.of(CONFIGURATION));
            made.add(migrations);
            // Compiled classes, and a database with its password.
            CacheFolder.create(root.resolve(Setting.STATE_DIRECTORY.defaultValue()));
            return made;
        } catch (IOException failure) {
            throw Problem.of(ProblemCode.FILE_NOT_WRITTEN, "the project could not be made in " + root)
                    .evidence(failure.getClass().getSimpleName() + ": " + failure.getMessage())
                    .exception(failure);
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder("# The settings of Limbeck; limbeck config shows all of them.\n\n");
        text.append("# The database. Without a URL Limbeck runs one itself.\n");
        text.append("#url=postgresql://user@localhost:5432/shop\n");
        if (language != Language.JAVA || !migrations.equals(usualFolder(language))) {
            text.append("\n# Where migrations are, and what they are written in.\n");
            text.append("migrations=")
                    .append(migrations.toString().replace('\\', '/'))
                    .append('\n');
            text.append("language=")
                    .append(language == Language.JAVA ? "java" : "sql")
                    .append('\n');
        }
        return text.toString();
    }
}
