package org.limbeck.cli;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** How Java reads names of files and what was typed: in the encoding of the locale, and what is none of it wrongly. */
final class SystemEncoding {

    private static final String UTF_8 = "UTF-8";
    private static final char UNREADABLE = '\uFFFD';

    private SystemEncoding() {}

    /** @throws LimbeckException with {@code FILE_NOT_READ} if another folder would be worked on, or other words would be written */
    static void check(Surroundings surroundings, CommandText text) {
        String encoding = System.getProperty("sun.jnu.encoding", UTF_8);
        if (!Files.isDirectory(surroundings.folder()) || isLost(encoding, System.getProperty("user.dir", ""))) {
            throw unreadable("the name of the working folder", encoding, surroundings.environment())
                    .at(Place.of(surroundings.folder().toString()))
                    .exception();
        }
        for (List<String> words : List.of(text.rest(), text.literal())) {
            for (String word : words) {
                if (isLost(encoding, word)) {
                    throw unreadable("the command line", encoding, surroundings.environment())
                            .evidence(word)
                            .exception();
                }
            }
        }
    }

    private static boolean isLost(String encoding, String text) {
        return text.indexOf(UNREADABLE) >= 0 && !encoding.equals(UTF_8);
    }

    private static Problem unreadable(String what, String encoding, Map<String, String> environment) {
        Problem problem = Problem.of(
                ProblemCode.FILE_NOT_READ,
                what + " cannot be read as " + encoding + ", which is the encoding of the locale "
                        + locale(environment));
        return encoding.equals(UTF_8) ? problem : problem.hint("to read it", "export LC_ALL=C.UTF-8");
    }

    private static String locale(Map<String, String> environment) {
        for (String variable : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                return variable + "=" + value;
            }
        }
        return "C";
    }
}
