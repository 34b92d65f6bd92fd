package org.limbeck.script;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.sql.ScriptStatement;
import org.limbeck.sql.SqlScript;

/**
 * The statements of an SQL migration.
 *
 * @param upgrade what brings the database to this revision
 * @param downgradeSection what brings it back; an empty list if there is nothing to do, no list at all if the file has
 *     no section {@code -- downgrade} and cannot be undone
 * @param comments what the file says about its statements
 */
public record SqlMigration(
        List<ScriptStatement> upgrade, Optional<List<ScriptStatement>> downgradeSection, RemarkComments comments) {

    private static final Set<String> SECTIONS = Set.of(SqlHeaderReader.UPGRADE, SqlHeaderReader.DOWNGRADE);

    public SqlMigration {
        upgrade = List.copyOf(upgrade);
        downgradeSection = downgradeSection.map(List::copyOf);
    }

    /**
     * Reads the statements of a script of kind {@link ScriptKind#SQL}.
     *
     * @throws org.limbeck.problem.LimbeckException if the text cannot be taken apart, if a section stands twice or if a
     *     statement stands above the first section
     */
    public static SqlMigration read(Script script) {
        String file = script.place().file();
        String text = script.text();
        List<SqlScript.Section> sections = SqlScript.sections(file, text, SECTIONS);
        List<ScriptStatement> above = sections.get(0).statements();
        if (!above.isEmpty()) {
            throw Problem.of(ProblemCode.MIGRATION_HEADER, "a statement stands above the line \"-- upgrade\"")
                    .at(new Place(file, above.get(0).line()))
                    .hint("put this line in front of it", "-- upgrade")
                    .exception();
        }
        return new SqlMigration(
                section(file, sections, SqlHeaderReader.UPGRADE).orElse(List.of()),
                section(file, sections, SqlHeaderReader.DOWNGRADE),
                RemarkComments.of(text));
    }

    /**
     * What brings the database back.
     *
     * @param script the script that this was read from
     * @throws org.limbeck.problem.LimbeckException with {@code IRREVERSIBLE} if the file has no such section
     */
    public List<ScriptStatement> downgrade(Script script) {
        return downgradeSection.orElseThrow(
                () -> script.source() instanceof ScriptSource.InHistory ? lost(script) : withoutSection(script));
    }

    private static RuntimeException withoutSection(Script script) {
        return Problem.of(
                        ProblemCode.IRREVERSIBLE,
                        "revision " + script.id() + " cannot be undone: its file has no section \"-- downgrade\"")
                .at(Place.of(script.place().file()))
                .hint(
                        "add the section with the statements that undo it; leave it empty if there is nothing to undo",
                        "-- downgrade")
                .exception();
    }

    private static RuntimeException lost(Script script) {
        return Problem.of(
                        ProblemCode.IRREVERSIBLE,
                        "revision " + script.id()
                                + " cannot be undone: its file is gone, and the history has nothing that undoes it")
                .evidence("it says that it can't be undone, is undone in Java, or was applied by an older Limbeck")
                .databaseState("Nothing was changed.")
                .hint("is the file on another branch? To look for it", "git log --all -S" + script.id())
                .exception();
    }

    private static Optional<List<ScriptStatement>> section(String file, List<SqlScript.Section> all, String name) {
        List<SqlScript.Section> found =
                all.stream().filter(section -> section.name().equals(name)).toList();
        if (found.size() > 1) {
            throw Problem.of(ProblemCode.MIGRATION_HEADER, "the section \"-- " + name + "\" stands twice")
                    .at(new Place(file, found.get(1).line()))
                    .evidence("the first one begins at line " + found.get(0).line())
                    .exception();
        }
        return found.stream().map(SqlScript.Section::statements).findFirst();
    }
}
