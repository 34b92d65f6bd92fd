package org.limbeck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.limbeck.VerificationRequest;
import org.limbeck.report.VerificationText;
import org.limbeck.verify.RevisionTrial;
import org.limbeck.verify.TrialListener;
import org.limbeck.verify.Verification;

final class VerifyVerb implements Verb {

    private static final String MAJORS = "--majors";
    private static final String FAST = "--fast";
    private static final Pattern SPAN = Pattern.compile("(\\d{1,3})(?:\\.\\.(\\d{1,3}))?");

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String summary() {
        return "Try the migrations on a scratch server: each up, down and up again.";
    }

    @Override
    public boolean printsMarkdown() {
        return true;
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.argument(
                "<range>",
                0,
                1,
                "The revisions to try, as LOWER:UPPER or one of them; the others are only run. All if it isn't given.");
        declaration.value(
                "<versions>",
                "The major versions of PostgreSQL to try them on, for example 14..18 or 14,18; their programs must be"
                        + " on the class path. Without it, the embedded version or the server of scratch-url.",
                MAJORS);
        declaration.flag("Compare only schemas, and only around each revision: no sample rows, no second way.", FAST);
        declaration
                .example("limbeck verify", "exits with 3 where a revision does not come back, so that a build stops")
                .example("limbeck verify head", "only the newest")
                .example("limbeck verify --majors 14..18", "on each of these");
    }

    @Override
    public int run(Invocation invocation) {
        List<String> arguments = invocation.arguments();
        String range = arguments.isEmpty() ? ":" : arguments.get(0);
        VerificationRequest request = new VerificationRequest(
                range.indexOf(':') < 0 ? range + ":" + range : range, majors(invocation), invocation.flag(FAST));
        boolean text = !invocation.json() && !invocation.markdown();
        TrialListener listener =
                text ? new Printing(invocation, request.majors().size() > 1) : TrialListener.NONE;
        List<Verification> verifications = invocation.limbeck().verify(request, listener);
        if (invocation.json()) {
            invocation.out().print(JsonText.text(json(verifications)));
        } else if (invocation.markdown()) {
            invocation.out().print(VerificationText.markdown(verifications));
        }
        return verifications.stream().allMatch(Verification::succeeded) ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private static List<Integer> majors(Invocation invocation) {
        String value = invocation.value(MAJORS);
        List<Integer> majors = new ArrayList<>();
        for (String part : value == null ? new String[0] : value.split(",", -1)) {
            Matcher span = SPAN.matcher(part.strip());
            if (!span.matches()) {
                throw invocation
                        .usage("\"" + value + "\" says no major versions")
                        .hint("for example", MAJORS + " 14..18")
                        .exception();
            }
            int first = Integer.parseInt(span.group(1));
            int last = span.group(2) == null ? first : Integer.parseInt(span.group(2));
            for (int major = first; major <= last; major++) {
                majors.add(major);
            }
        }
        return majors;
    }

    private static List<Object> json(List<Verification> verifications) {
        List<Object> list = new ArrayList<>();
        for (Verification verification : verifications) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("major", verification.major());
            map.put("succeeded", verification.succeeded());
            map.put("revisions", RecordJson.list(verification.trials()));
            map.put("findings", RecordJson.list(verification.findings()));
            map.put("tablesWithoutRows", verification.tablesWithoutRows());
            map.put("duration", verification.duration().toMillis());
            list.add(map);
        }
        return list;
    }

    /** Prints each line when it is known. */
    private record Printing(Invocation invocation, boolean several) implements TrialListener {

        @Override
        public void begun(int major) {
            if (several) {
                print(List.of("PostgreSQL " + major));
            }
        }

        @Override
        public void tried(RevisionTrial trial) {
            print(words().lines(trial));
        }

        @Override
        public void ended(Verification verification) {
            print(words().closing(verification));
            invocation.note(VerificationText.summary(verification) + "   " + Durations.text(verification.duration()));
        }

        private VerificationText words() {
            return new VerificationText(invocation.outPaint());
        }

        private void print(List<String> lines) {
            lines.forEach(invocation.out()::println);
            invocation.out().flush();
        }
    }
}
