package org.limbeck.cli;

import org.jspecify.annotations.Nullable;
import org.limbeck.report.Paint;
import org.limbeck.setting.Color;
import org.limbeck.setting.Setting;
import org.limbeck.setting.Settings;

/** Decides whether to print in colour. */
final class Colors {

    private Colors() {}

    /** For problems, where the settings may be what is wrong. */
    static Paint of(Surroundings surroundings, CommandText text, @Nullable Settings settings) {
        String option = Setting.COLOR.option();
        if (text.has(option, "always") || text.has(option, "never")) {
            return new Paint(text.has(option, "always"));
        }
        return of(surroundings, settings, surroundings.terminal().err());
    }

    static Paint of(Surroundings surroundings, @Nullable Settings settings, boolean terminal) {
        Color color = settings == null ? Color.AUTO : settings.color();
        return switch (color) {
            case ALWAYS -> new Paint(true);
            case NEVER -> Paint.NONE;
            case AUTO -> new Paint(terminal && isWanted(surroundings));
        };
    }

    private static boolean isWanted(Surroundings surroundings) {
        return surroundings.environment().getOrDefault("NO_COLOR", "").isEmpty()
                && !surroundings.environment().getOrDefault("TERM", "").equals("dumb");
    }
}
