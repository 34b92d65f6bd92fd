package org.limbeck.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.limbeck.graph.RevisionNode;

/** How scripts of other tools become text of ours. */
final class PlaceholdersTest {

    @Test
    void replacesEverywhereAndSaysWhat() {
        Placeholders placeholders = new Placeholders("${", "}", Map.of("Schema", "app"));
        Map<String, String> used = new TreeMap<>();
        assertThat(placeholders.replace("V1.sql", "-- ${schema}\nCREATE SCHEMA ${SCHEMA};", used))
                .isEqualTo("-- app\nCREATE SCHEMA app;");
        assertThat(used).containsOnlyKeys("${SCHEMA}", "${schema}");
        assertThatThrownBy(() -> placeholders.replace("V1.sql", "\n${user}", used))
                .hasMessageContaining("${user} has no value");
    }

    @Test
    void takesTransactionsOutAndRefusesToRollBack() {
        List<LeftOut> leftOut = new ArrayList<>();
        assertThat(TransactionWords.remove("V1.sql", "BEGIN;\nSELECT 'COMMIT;';\nCOMMIT ;\n", leftOut)
                        .strip())
                .isEqualTo("SELECT 'COMMIT;';");
        assertThat(leftOut).hasSize(2);
        assertThatThrownBy(() -> TransactionWords.remove("V1.sql", "SELECT 1;\nROLLBACK;", leftOut))
                .hasMessageContaining("ROLLBACK");
    }

    @Test
    void commentsBeginNoSection() {
        RevisionNode node = new RevisionNode("1", List.of(), List.of(), List.of());
        String text = SqlRevision.of(node, "x", "here", "SELECT 1;\r\n-- Downgrade\r\nSELECT 2;", "-- upgrade\n")
                .text();
        assertThat(text).contains("SELECT 1;\n-- (Downgrade)\nSELECT 2;\n", "\n-- downgrade\n-- (upgrade)\n");
    }
}
