package org.limbeck.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.Limbeck;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.execute.RunListener;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.setting.SettingSources;
import org.limbeck.setting.Settings;

/** A folder with migrations, as a user has it. Each revision that is added stands on the one before. */
final class Project {

    private final Path folder;
    private final List<String> ids = new ArrayList<>();

    Project(Path folder) {
        this.folder = folder;
    }

    /** Adds a revision in SQL; its upgrade begins at line 6 of the file. */
    Project sql(String id, String upgrade, String downgrade) {
        return write("migrations/" + id + ".sql", """
                -- revision: %s
                -- revises:  %s
                -- message:  change %s

                -- upgrade
                %s

                -- downgrade
                %s
                """.formatted(id, parent(), id, upgrade, downgrade), id);
    }

    /** Adds a revision in SQL that can't be undone. */
    Project sqlWithoutDowngrade(String id, String upgrade) {
        return write("migrations/" + id + ".sql", """
                -- revision: %s
                -- revises:  %s

                -- upgrade
                %s
                """.formatted(id, parent(), upgrade), id);
    }

    /** Adds a revision in SQL that stands on others than the one before. */
    Project branch(String id, String revises, String upgrade, String downgrade) {
        return write("migrations/" + id + ".sql", """
                -- revision: %s
                -- revises:  %s

                -- upgrade
                %s

                -- downgrade
                %s
                """.formatted(id, revises, upgrade, downgrade), id);
    }

    /** Adds a revision that joins two others. */
    Project merge(String id, String first, String second) {
        return branch(id, first + ", " + second, "", "");
    }

    /** Adds a revision in Java; its upgrade begins at line 16 of the file. */
    Project java(String id, String upgrade, String downgrade) {
        String revises = ids.isEmpty() ? "" : "revises = \"" + parent() + "\", ";
        return write("migrations/M" + id + ".java", """
                package migrations;

                import static org.limbeck.migration.Ddl.*;

                import java.sql.*;
                import java.util.*;
                import org.limbeck.migration.Migration;
                import org.limbeck.migration.Operations;
                import org.limbeck.migration.Revision;

                @Revision(id = "%s", %smessage = "change %s")
                public class M%s implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }

                    @Override
                    public void downgrade(Operations op) {
                        %s
                    }
                }
                """.formatted(id, revises, id, id, upgrade, downgrade), id);
    }

    /** Deletes the file of the newest revision. */
    Project forgetNewest() {
        String id = ids.remove(ids.size() - 1);
        try {
            Files.deleteIfExists(folder.resolve("migrations/" + id + ".sql"));
            Files.deleteIfExists(folder.resolve("migrations/M" + id + ".java"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    Limbeck limbeck(DatabaseConnector database, String... options) {
        return limbeck(database, RunListener.NONE, options);
    }

    /** @param options keys and values of settings in turn */
    Limbeck limbeck(DatabaseConnector database, RunListener listener, String... options) {
        return new Limbeck(settings(options), Path.of("").toAbsolutePath(), database, listener);
    }

    /** A line of a file as problems name it. */
    Place place(String file, int line) {
        return new Place(folder.resolve("migrations").resolve(file).toString(), line);
    }

    private Settings settings(String... options) {
        Map<String, String> all = new HashMap<>(Map.of("migrations", "migrations"));
        for (int i = 0; i < options.length; i += 2) {
            all.put(options[i], options[i + 1]);
        }
        return Settings.load(new SettingSources(folder, Map.of(), all, null));
    }

    private String parent() {
        return ids.isEmpty() ? "" : ids.get(ids.size() - 1);
    }

    private Project write(String file, String text, String id) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        ids.add(id);
        return this;
    }

    /** The problem that a call ends with. */
    static Problem problem(Runnable call) {
        try {
            call.run();
        } catch (LimbeckException exception) {
            return exception.problem();
        }
        throw new AssertionError("no problem");
    }

    /** All that a problem says, as one text. */
    static String text(Problem problem) {
        return problem.toString();
    }
}
