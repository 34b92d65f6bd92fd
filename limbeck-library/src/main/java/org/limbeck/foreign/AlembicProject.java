package org.limbeck.foreign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.ScriptStatement;
import org.limbeck.sql.SqlScript;
import org.limbeck.sql.Statement;

/** Reads a project of Alembic; its graph, its identifiers and its version table stay as they are. */
public final class AlembicProject {

    private static final String TITLE = "Alembic";

    private final List<ImportedRevision> revisions = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Pattern bookkeeping;
    private int skeletons;

    private AlembicProject(QualifiedName table) {
        String name = "(\"?\\w+\"?\\.)?\"?" + Pattern.quote(table.name()) + "\"?";
        bookkeeping = Pattern.compile(
                "(?is)(CREATE TABLE|DROP TABLE|INSERT INTO|UPDATE|DELETE FROM)\\s+" + name + "(\\s.*|$)");
    }

    /**
     * Reads a project.
     *
     * @param configuration its {@code alembic.ini}
     * @param environment the variables of the environment, for its {@code env.py}
     * @param shown makes of a file what the user would type
     * @throws org.limbeck.problem.LimbeckException where Alembic refuses the project
     */
    public static ImportedProject read(Path configuration, Map<String, String> environment, UnaryOperator<Path> shown) {
        if (!Files.exists(configuration)) {
            throw Problem.of(ProblemCode.NOTHING_TO_IMPORT, "there is no " + shown.apply(configuration))
                    .databaseState("Nothing was written.")
                    .hint("to name it", "limbeck import alembic path/to/alembic.ini")
                    .exception();
        }
        Optional<AlembicExport.Answer> answer = new AlembicExport(configuration, environment).ask(shown);
        QualifiedName table =
                answer.map(AlembicExport.Answer::table).orElse(new QualifiedName(null, "alembic_version"));
        List<AlembicRevision> found = answer.map(AlembicExport.Answer::revisions)
                .orElseGet(() -> new AlembicScripts(configuration, shown).read());
        return new AlembicProject(table).project(found, table, answer.isPresent());
    }

    private ImportedProject project(List<AlembicRevision> found, QualifiedName table, boolean asked) {
        if (found.isEmpty()) {
            throw Problem.of(ProblemCode.NOTHING_TO_IMPORT, "Alembic has no revisions here")
                    .databaseState("Nothing was written.")
                    .exception();
        }
        found.forEach(this::add);
        List<String> carried = new ArrayList<>();
        if (skeletons < found.size()) {
            carried.add(Counted.of(found.size() - skeletons, "revision")
                    + " with their SQL, as Alembic's offline mode says it");
        }
        if (skeletons > 0) {
            carried.add(Counted.of(skeletons, "revision") + " as a skeleton in Java, with its place in the graph");
        }
        if (!asked) {
            leftOut.add(
                    0,
                    new LeftOut(
                            Place.of("alembic"),
                            "it isn't installed: install it and import again, or put in the SQL yourself"));
        }
        return new ImportedProject(TITLE, revisions, carried, leftOut, List.of("version-table=" + table.text()), null);
    }

    private void add(AlembicRevision revision) {
        String origin = "Alembic's " + revision.file();
        String upgrade = statements(revision.file(), revision.upgrade().text());
        if (upgrade == null) {
            skeletons++;
            List<String> parents = revision.node().revises();
            String range = (parents.isEmpty() ? "base" : parents.get(0)) + ":"
                    + revision.node().id();
            leftOut.add(new LeftOut(
                    Place.of(revision.file()),
                    "its upgrade can't be told as SQL (" + revision.upgrade().failure()
                            + "): put into revision " + revision.node().id() + " what alembic upgrade " + range
                            + " --sql prints, or write it in Java"));
            revisions.add(JavaSkeleton.of(revision.node(), revision.message(), revision.file()));
            return;
        }
        String downgrade = statements(revision.file(), revision.downgrade().text());
        if (downgrade == null) {
            leftOut.add(new LeftOut(
                    Place.of(revision.file()),
                    "its downgrade can't be told as SQL ("
                            + revision.downgrade().failure() + "): revision "
                            + revision.node().id() + " can't be undone until you write it"));
        }
        revisions.add(SqlRevision.of(revision.node(), revision.message(), origin, upgrade, downgrade));
    }

    /** The statements without those of Alembic itself. */
    private @Nullable String statements(String file, @Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder own = new StringBuilder();
        for (ScriptStatement statement : SqlScript.statements(file, text)) {
            boolean ofAlembic = Statement.of(statement.text()).controlsTransaction()
                    || bookkeeping.matcher(statement.text()).matches();
            if (!ofAlembic) {
                own.append(statement.text()).append(";\n\n");
            }
        }
        return own.toString();
    }
}
