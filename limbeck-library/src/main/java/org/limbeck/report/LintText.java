package org.limbeck.report;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.problem.Place;

/** Hazards in migrations for people. */
public record LintText(Paint paint) {

    /** For a terminal. */
    public List<String> lines(List<LintFinding> findings) {
        List<String> lines = new ArrayList<>();
        for (LintFinding found : findings) {
            lines.add(paint.name(where(found)) + "  "
                    + paint.failure(found.finding().code().id()) + "  "
                    + found.finding().code().title());
            lines.add("  " + found.sql().strip().replaceAll("\\s+", " "));
            lines.add("  " + found.finding().reason());
            found.finding().correction().forEach(line -> lines.add("    " + line + ";"));
        }
        return lines;
    }

    private static String where(LintFinding found) {
        Place place = found.place();
        return place == null ? found.revision() : place.toString();
    }

    /** For a comment on a pull request. */
    public static String markdown(List<LintFinding> findings) {
        StringBuilder text = new StringBuilder("### Hazards in migrations\n\n");
        if (findings.isEmpty()) {
            return text.append("None.\n").toString();
        }
        for (LintFinding found : findings) {
            text.append("- `")
                    .append(where(found))
                    .append("` **")
                    .append(found.finding().code().id())
                    .append("** ")
                    .append(found.finding().code().title())
                    .append(": ")
                    .append(found.finding().reason())
                    .append('\n');
            if (!found.finding().correction().isEmpty()) {
                text.append("\n  ```sql\n");
                found.finding()
                        .correction()
                        .forEach(line -> text.append("  ").append(line).append(";\n"));
                text.append("  ```\n");
            }
        }
        return text.toString();
    }
}
