package org.limbeck.script;

import java.io.IOException;
import java.io.InputStream;
import org.limbeck.graph.RevisionNode;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * One migration as it was found. Nothing of it was compiled or run.
 *
 * @param node its identifier and what it stands on
 * @param message what it does, one line; may be empty
 * @param kind what it is written in
 * @param className its class with the package; empty for SQL
 * @param place the file as the user would type it, with the line of the annotation or header
 * @param created when it was created, as its header says; empty if that is not known
 * @param location the location it was found in
 * @param source where its bytes come from
 * @param knownChecksum its checksum where the index knows it; empty where it has to be computed
 */
public record Script(
        RevisionNode node,
        String message,
        ScriptKind kind,
        String className,
        Place place,
        String created,
        Location location,
        ScriptSource source,
        String knownChecksum) {

    /** A script whose checksum isn't known. */
    public Script(
            RevisionNode node,
            String message,
            ScriptKind kind,
            String className,
            Place place,
            String created,
            Location location,
            ScriptSource source) {
        this(node, message, kind, className, place, created, location, source, "");
    }

    public String id() {
        return node.id();
    }

    /** The bytes of the file or class. */
    public byte[] bytes() {
        try (InputStream in = source.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw unreadable(place.file(), e);
        }
    }

    /**
     * The text of the file, without a byte order mark.
     *
     * @throws org.limbeck.problem.LimbeckException if it cannot be read or is not UTF-8
     */
    public String text() {
        return Utf8.decode(bytes(), place.file());
    }

    /**
     * SHA-256 in lower-case hexadecimal. Of text it doesn't depend on the kind of line ends, on line ends at the end of
     * the file and on a byte order mark; of a class it is that of its bytes.
     */
    public String checksum() {
        if (!knownChecksum.isEmpty()) {
            return knownChecksum;
        }
        return kind == ScriptKind.JAVA_CLASS ? Checksums.ofBytes(bytes()) : Checksums.ofText(text());
    }

    static RuntimeException unreadable(String file, IOException cause) {
        return Problem.of(ProblemCode.FILE_NOT_READ, file + " could not be read")
                .at(Place.of(file))
                .evidence(cause.getClass().getSimpleName() + ": " + cause.getMessage())
                .exception(cause);
    }
}
