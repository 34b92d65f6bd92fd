package org.limbeck.desired;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.limbeck.catalog.DdlStatement;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * Files of SQL that say what there is.
 *
 * @param statements in the order of the files' names
 * @param owners whether any says whose an object is
 * @param grants whether any says who may do what with anything but the schema {@code public}
 * @param everybodyOnPublic whether any says what everybody may do with the schema {@code public}
 */
public record SchemaFiles(List<DdlStatement> statements, boolean owners, boolean grants, boolean everybodyOnPublic) {

    /** Without any. */
    public static final SchemaFiles NONE = new SchemaFiles(List.of(), false, false, false);

    private static final Pattern EVERYBODY_ON_PUBLIC = Pattern.compile(
            "(GRANT|REVOKE)\\b.*\\bON\\s+SCHEMA\\b.*\\bPUBLIC\\b.*\\b(TO|FROM)\\b.*\\bPUBLIC\\b", Pattern.DOTALL);

    /** Who may use that schema is said role by role, and says nothing of other objects. */
    private static final Pattern ON_PUBLIC =
            Pattern.compile("(GRANT|REVOKE)\\b.*\\bON\\s+SCHEMA\\s+\"?PUBLIC\"?\\s+(TO|FROM)\\b", Pattern.DOTALL);

    private static final Pattern PRIVILEGES = Pattern.compile("(GRANT|REVOKE)\\b");

    public SchemaFiles {
        statements = List.copyOf(statements);
    }

    /**
     * Reads a file, or all {@code .sql} files of a folder and the folders in it.
     *
     * @param shown the same path as the user would type it
     * @throws org.limbeck.problem.LimbeckException where a file can't be read
     */
    public static SchemaFiles read(Path path, Path shown) {
        List<DdlStatement> statements = new ArrayList<>();
        boolean owners = false;
        boolean grants = false;
        boolean everybodyOnPublic = false;
        for (Path file : files(path)) {
            String name = path.equals(file)
                    ? shown.toString()
                    : shown.resolve(path.relativize(file)).toString();
            for (DdlStatement statement : DdlStatement.ofFile(name, text(file, name))) {
                String upper = statement.sql().toUpperCase(Locale.ROOT);
                owners |= upper.contains("OWNER TO");
                grants |= PRIVILEGES.matcher(upper).lookingAt()
                        && !ON_PUBLIC.matcher(upper).lookingAt();
                everybodyOnPublic |= EVERYBODY_ON_PUBLIC.matcher(upper).lookingAt();
                statements.add(statement);
            }
        }
        return new SchemaFiles(statements, owners, grants, everybodyOnPublic);
    }

    /** These and others. */
    public SchemaFiles and(SchemaFiles others) {
        List<DdlStatement> all = new ArrayList<>(statements);
        all.addAll(others.statements);
        return new SchemaFiles(
                all, owners || others.owners, grants || others.grants, everybodyOnPublic || others.everybodyOnPublic);
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> found = Files.walk(path)) {
            return found.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        } catch (IOException exception) {
            throw unreadable(path.toString(), exception);
        }
    }

    private static String text(Path file, String name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException exception) {
            throw Problem.of(ProblemCode.FILE_ENCODING, name + " is not UTF-8")
                    .at(Place.of(name))
                    .exception(exception);
        } catch (IOException exception) {
            throw unreadable(name, exception);
        }
    }

    private static RuntimeException unreadable(String name, IOException exception) {
        return Problem.of(ProblemCode.FILE_NOT_READ, name + " could not be read")
                .at(Place.of(name))
                .evidence(exception.getClass().getSimpleName() + ": " + exception.getMessage())
                .exception(exception);
    }
}
