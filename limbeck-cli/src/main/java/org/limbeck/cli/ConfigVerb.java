package org.limbeck.cli;

import java.nio.file.Path;
import java.util.List;
import org.limbeck.problem.LimbeckException;
import org.limbeck.setting.SettingValue;

final class ConfigVerb implements Verb {

    private static final int GAP = 3;
    private static final int WIDEST_VALUE = 60;

    @Override
    public String name() {
        return "config";
    }

    @Override
    public String summary() {
        return "Show every setting, its value and where it came from.";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration
                .example("limbeck config", "what counts here; passwords are masked")
                .example("limbeck config --url postgresql://localhost/shop", "what would count with an option");
    }

    @Override
    public int run(Invocation invocation) {
        invocation.arguments();
        List<SettingValue> values = invocation.settings().all();
        Path file = invocation.settings().file().orElse(null);
        String shown = file == null
                ? ""
                : (file.startsWith(invocation.folder()) ? invocation.folder().relativize(file) : file).toString();
        if (invocation.json()) {
            invocation.out().print(JsonText.ofSettings(shown, database(invocation), values));
            return ExitCode.DONE;
        }
        int keyWidth = 0;
        int valueWidth = 0;
        for (SettingValue value : values) {
            keyWidth = Math.max(keyWidth, value.setting().key().length());
            valueWidth =
                    Math.max(valueWidth, Math.min(WIDEST_VALUE, value.shown().length()));
        }
        invocation.out().println(padded("file", keyWidth) + (shown.isEmpty() ? "none" : shown));
        invocation.out().println(padded("database", keyWidth) + database(invocation));
        invocation.out().println();
        for (SettingValue value : values) {
            invocation
                    .out()
                    .println(padded(value.setting().key(), keyWidth)
                            + padded(value.shown(), valueWidth)
                            + invocation.outPaint().aside(value.origin().describe()));
        }
        return ExitCode.DONE;
    }

    private static String database(Invocation invocation) {
        try {
            return invocation.database().displayName();
        } catch (LimbeckException unusable) {
            return "none: " + unusable.problem().sentence();
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()) + GAP);
    }
}
