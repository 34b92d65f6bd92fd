package org.limbeck.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Place;
import org.limbeck.sql.SqlScript;

/**
 * One statement of those that a desired schema is made of.
 *
 * @param sql without a semicolon
 * @param place where it stands in the user's files; null for one that a program made
 */
public record DdlStatement(String sql, @Nullable Place place) {

    public static DdlStatement of(String sql) {
        return new DdlStatement(sql, null);
    }

    /**
     * The statements of an SQL file.
     *
     * @param file the file as the user would type it
     * @throws org.limbeck.problem.LimbeckException with {@code SQL_SCRIPT} for one that can't be taken apart
     */
    public static List<DdlStatement> ofFile(String file, String text) {
        return SqlScript.statements(file, text).stream()
                .map(statement -> new DdlStatement(statement.text(), new Place(file, statement.line())))
                .toList();
    }
}
