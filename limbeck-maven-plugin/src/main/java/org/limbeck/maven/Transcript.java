package org.limbeck.maven;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/**
 * What a command says. It is kept until it is known what became of it: of a command that failed it is the failure's message.
 * Only what a run does is told while it does it.
 */
final class Transcript {

    private final Log log;
    private final List<Line> kept = new ArrayList<>();
    private final PrintStream data = lines(line -> kept.add(new Line(line, true)));
    private final PrintStream notes = lines(line -> kept.add(new Line(line, false)));
    private final PrintStream progress;

    private record Line(String text, boolean data) {}

    Transcript(Log log) {
        this.log = log;
        this.progress = lines(line -> {
            log();
            log.info(line);
        });
    }

    private static PrintStream lines(Consumer<String> receiver) {
        return new PrintStream(new LineStream(receiver), false, LineStream.CHARSET);
    }

    PrintStream data() {
        return data;
    }

    PrintStream notes() {
        return notes;
    }

    PrintStream progress() {
        return progress;
    }

    /** Says what was kept: data as they are, for those who put them into a file, the rest as Maven does. */
    void log() {
        for (Line line : kept) {
            if (line.data()) {
                System.out.println(line.text());
            } else {
                log.info(line.text());
            }
        }
        kept.clear();
    }

    /** Says only how it ended: a build in which nothing was found has no more to tell. */
    void logLastLine() {
        if (!kept.isEmpty()) {
            log.info(kept.get(kept.size() - 1).text());
        }
        kept.clear();
    }

    /** What was kept, on lines of its own. */
    String failure() {
        StringBuilder text = new StringBuilder("\n");
        kept.forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }
}
