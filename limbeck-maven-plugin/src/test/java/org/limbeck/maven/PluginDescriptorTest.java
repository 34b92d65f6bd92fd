package org.limbeck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.limbeck.cli.CommandDescription;
import org.limbeck.cli.CommandParameter;
import org.limbeck.setting.Setting;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Specifies what Maven is told of the goals: all that the commands say of themselves. */
class PluginDescriptorTest {

    private final Map<String, Element> goals = new HashMap<>();

    @BeforeEach
    void read() throws Exception {
        try (InputStream xml =
                Objects.requireNonNull(CommandMojo.class.getResourceAsStream("/META-INF/maven/plugin.xml"))) {
            for (Element goal : elements(
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(xml)
                            .getDocumentElement(),
                    "mojo")) {
                goals.put(text(goal, "goal"), goal);
            }
        }
    }

    @Test
    void everyCommandIsAGoalButThoseForAShell() {
        assertThat(goals).containsKeys("upgrade", "revision", "check", "verify", "status", "explain", "init");
        assertThat(goals).doesNotContainKeys("completion", "edit");
    }

    @Test
    void everyOptionAndEverySettingIsAParameterOfItsOwnName() {
        for (CommandDescription goal : Goals.all()) {
            List<String> names = elements(goals.get(goal.name()), "parameter").stream()
                    .map(parameter -> text(parameter, "name"))
                    .toList();
            assertThat(names).as(goal.name()).doesNotHaveDuplicates();
            for (CommandParameter parameter : goal.parameters()) {
                assertThat(names).as(goal.name()).contains(ParameterName.element(parameter));
            }
            for (Setting setting : Setting.values()) {
                assertThat(value(goal.name(), setting)).isEqualTo("${limbeck." + setting.key() + "}");
            }
        }
    }

    @Test
    void checksBelongIntoTheBuild() {
        assertThat(goals.keySet().stream()
                        .filter(goal -> !elements(goals.get(goal), "phase").isEmpty()))
                .containsExactlyInAnyOrder("check", "lint", "verify");
    }

    @Test
    void namesReadAsInMaven() {
        CommandParameter parameter =
                Goals.of("check").option("--from-revisions").orElseThrow();

        assertThat(ParameterName.element(parameter)).isEqualTo("fromRevisions");
        assertThat(ParameterName.property(parameter.name())).isEqualTo("limbeck.from-revisions");
    }

    private String value(String goal, Setting setting) {
        CommandParameter parameter = Goals.of(goal).option(setting.option()).orElseThrow();
        Element configuration = elements(goals.get(goal), "configuration").get(0);
        return text(configuration, ParameterName.element(parameter));
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).get(0).getTextContent();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
