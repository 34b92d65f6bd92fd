package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.limbeck.setting.Setting;

/** What man shows. */
final class ManPageTest {

    private final String page = ManPage.text("1.0");

    @Test
    void allCommandsAndSettingsAreInIt() {
        for (String name : Verbs.names()) {
            assertThat(page).contains("\n.SS " + name + "\n");
        }
        for (Setting setting : Setting.values()) {
            assertThat(page).contains("\n\\fB" + setting.option().replace("-", "\\-") + " ");
        }
    }

    @Test
    void nothingInATextIsTakenForARequest() {
        assertThat(page.lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|PP|br)( .*)?"));
        assertThat(page).contains("\\fB\\-m, \\-\\-message <text>\\fR");
    }
}
