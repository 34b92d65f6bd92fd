package org.limbeck.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.limbeck.Status;
import org.limbeck.execute.History;
import org.limbeck.report.InterruptionText;

final class StatusVerb implements Verb {

    private static final int STEPS = 10;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String summary() {
        return "Show what was run, what is unfinished or pending, and who works now.";
    }

    @Override
    public boolean connects() {
        return true;
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.example("limbeck status", "the last steps, newest first");
    }

    @Override
    public int run(Invocation invocation) {
        invocation.arguments();
        Status status = invocation.limbeck().status(STEPS);
        if (invocation.json()) {
            invocation.out().print(JsonText.text(Objects.requireNonNull(RecordJson.of(status))));
        } else {
            print(invocation, status);
        }
        return ExitCode.DONE;
    }

    private static void print(Invocation invocation, Status status) {
        invocation.note(Standing.sentence(status.database(), status.rows(), false));
        invocation.note(
                status.working() == null ? "nobody is changing it now" : "it is being changed by " + status.working());
        status.last().forEach(entry -> invocation.out().println(line(entry)));
        History.Entry unfinished = status.unfinished();
        if (unfinished != null) {
            told(unfinished).forEach(invocation::note);
            if (status.working() == null) {
                invocation.next("to finish it", unfinished.command());
            }
        } else if (status.pending() != null && status.pending() > 0) {
            invocation.next(Standing.pending(status.pending()) + "; to go up", Standing.upgrade(status.heads()));
        }
    }

    private static List<String> told(History.Entry unfinished) {
        List<String> told = new ArrayList<>();
        told.add("the " + unfinished.direction() + " of " + unfinished.revision() + " is unfinished, with "
                + unfinished.operationsDone() + " of its operations done");
        if (unfinished.failure() == null) {
            told.add("  it was interrupted");
        }
        told.addAll(InterruptionText.details(unfinished.failure(), unfinished.rowsDone(), unfinished.inFlight()));
        return told;
    }

    private static String line(History.Entry entry) {
        return TIME.format(entry.started()) + "  " + entry.direction() + " " + entry.revision() + "  " + entry.message()
                + "   " + entry.by() + "   " + took(entry.started(), entry.finished());
    }

    private static String took(Instant started, @Nullable Instant finished) {
        return finished == null ? "unfinished" : Durations.text(Duration.between(started, finished));
    }
}
