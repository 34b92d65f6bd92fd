package org.limbeck.sql;

import java.util.List;
import java.util.Set;

/** Takes the text of an SQL script apart, with the rules of the server's own lexer. */
public final class SqlScript {

    /**
     * The statements below one marker.
     *
     * @param name the marker in lower case; empty for what stands above the first one
     * @param line the line of the marker, counted from 1; 1 for what stands above the first one
     * @param statements the statements in the order of the file
     */
    public record Section(String name, int line, List<ScriptStatement> statements) {

        public Section {
            statements = List.copyOf(statements);
        }
    }

    private SqlScript() {}

    /**
     * The statements of a script.
     *
     * @param file the file as the user would type it, for problems
     * @param text its text; statements end at semicolons, the last one needs none
     * @throws org.limbeck.problem.LimbeckException with {@code SQL_SCRIPT} if a quote, comment, parenthesis or function
     *     body is never closed, and for what only psql understands: its backslash commands and COPY from standard input
     */
    public static List<ScriptStatement> statements(String file, String text) {
        return sections(file, text, Set.of()).get(0).statements();
    }

    /**
     * The statements of a script with sections. A section begins at a line that is nothing but {@code -- marker}, in any
     * case, outside quotes and block comments. It also ends a statement that has no semicolon.
     *
     * @param markers the names of sections, in lower case
     * @return the sections in the order of the file, first what stands above all markers
     * @throws org.limbeck.problem.LimbeckException as {@link #statements}
     */
    public static List<Section> sections(String file, String text, Set<String> markers) {
        return new SqlSplitter(file, text, markers).sections();
    }
}
