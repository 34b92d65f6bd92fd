package org.limbeck.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Data come back as they were, and say nothing to the page around them. */
final class EmbeddedJsonTest {

    @Test
    void writesWhatJsonKnows() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("text", "a \"b\" \\ \n\t\u0001");
        map.put("numbers", Arrays.asList(1, 2L, null, true));
        map.put("none", List.of());
        map.put("empty", Map.of());

        assertThat(EmbeddedJson.of(map))
                .isEqualTo(
                        "{\"text\":\"a \\\"b\\\" \\\\ \\n\\t\\u0001\",\"numbers\":[1,2,null,true],\"none\":[],\"empty\":{}}");
    }

    @Test
    void nothingCanEndTheElementThatItStandsIn() {
        assertThat(EmbeddedJson.of("</script><!-- <script> &amp; ]]> \u2028"))
                .isEqualTo("\"\\u003c/script\\u003e\\u003c!-- \\u003cscript\\u003e \\u0026amp; ]]\\u003e \\u2028\"");
    }

    @Property
    void anyTextComesBack(@ForAll String text) throws JsonProcessingException {
        String json = EmbeddedJson.of(List.of(text));

        assertThat(new ObjectMapper().readTree(json).get(0).textValue()).isEqualTo(text);
        assertThat(json).doesNotContain("<", ">", "&");
        assertThat(new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(json);
    }
}
