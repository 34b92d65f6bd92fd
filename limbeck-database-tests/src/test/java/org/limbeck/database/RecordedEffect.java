package org.limbeck.database;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.limbeck.safety.LockMode;

/** What a real server did with a statement, from {@code lock-oracle.json}. */
record RecordedEffect(
        String id,
        List<String> setup,
        String statement,
        Map<String, LockMode> locks,
        Set<String> rewritten,
        Set<String> scanned,
        String sqlState,
        boolean observedFromOutside,
        boolean stopsReaders) {

    private static final Map<String, LockMode> MODES = Map.of(
            "AS", LockMode.ACCESS_SHARE,
            "RS", LockMode.ROW_SHARE,
            "RX", LockMode.ROW_EXCLUSIVE,
            "SUE", LockMode.SHARE_UPDATE_EXCLUSIVE,
            "S", LockMode.SHARE,
            "SRX", LockMode.SHARE_ROW_EXCLUSIVE,
            "X", LockMode.EXCLUSIVE,
            "AX", LockMode.ACCESS_EXCLUSIVE);

    /** Whether it gives tables new files only because it empties them. */
    boolean empties() {
        return statement.toLowerCase(Locale.ROOT).startsWith("truncate");
    }

    static List<String> base() {
        return texts(root().get("base"));
    }

    static List<RecordedEffect> of(int major) {
        List<RecordedEffect> effects = new ArrayList<>();
        for (JsonNode node : root().get("cases")) {
            for (JsonNode result : node.get("results")) {
                for (JsonNode version : result.get("versions")) {
                    if (version.asInt() == major) {
                        effects.add(effect(node, result));
                    }
                }
            }
        }
        return effects;
    }

    private static JsonNode root() {
        try (InputStream file = RecordedEffect.class.getResourceAsStream("lock-oracle.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static RecordedEffect effect(JsonNode node, JsonNode result) {
        JsonNode blocked = result.path("with_writer_blocker");
        Map<String, LockMode> locks = new HashMap<>(locks(result.path("locks")));
        locks.putAll(locks(blocked.path("held")));
        for (String waits : texts(blocked.path("waits"))) {
            String[] parts = waits.split(":", -1);
            if (!parts[0].equals("virtualxid")) {
                locks.put(parts[0], MODES.get(parts[1]));
            }
        }
        String error = result.has("error")
                ? result.get("error").asText()
                : result.path("err").path(0).asText("");
        return new RecordedEffect(
                node.get("id").asText(),
                texts(node.get("setup")),
                node.get("statement").asText(),
                locks,
                new TreeSet<>(texts(result.path("rewritten"))),
                names(result.path("scanned")),
                error.isEmpty() ? null : error.substring(0, 5),
                node.get("not_in_transaction").asBoolean(),
                result.path("probe_while_waiting").path("select").asText("").equals("BLOCKED"));
    }

    private static Map<String, LockMode> locks(JsonNode node) {
        Map<String, LockMode> locks = new HashMap<>();
        node.properties()
                .forEach(entry ->
                        locks.put(entry.getKey(), MODES.get(entry.getValue().asText())));
        return locks;
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
