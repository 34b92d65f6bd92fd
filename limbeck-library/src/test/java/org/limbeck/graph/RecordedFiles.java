package org.limbeck.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Recorded behaviour: the files of this project, or others of the same format that a system property names. */
final class RecordedFiles {

    private RecordedFiles() {}

    static JsonNode read(String property, String resource) throws IOException {
        String other = System.getProperty(property, "");
        if (!other.isEmpty()) {
            return new ObjectMapper().readTree(Files.readAllBytes(find(other)));
        }
        try (InputStream stream = RecordedFiles.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(stream);
        }
    }

    /** Relative to the module, to where Maven was called, or to the project. */
    private static Path find(String file) throws IOException {
        String caller = System.getenv().getOrDefault("PWD", ".");
        return Stream.of(Path.of(file), Path.of(caller, file), Path.of("..", file))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IOException("there is no file " + file));
    }

    static List<RevisionNode> revisions(JsonNode graph) {
        List<RevisionNode> revisions = new ArrayList<>();
        for (JsonNode revision : graph.get("revisions")) {
            revisions.add(new RevisionNode(
                    revision.get("id").asText(),
                    texts(revision.get("down")),
                    texts(revision.get("depends_on")),
                    texts(revision.get("labels"))));
        }
        return revisions;
    }

    /** The texts of an array; a text alone is an array of one. */
    static List<String> texts(JsonNode node) {
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (node.isTextual()) {
            return List.of(node.asText());
        }
        List<String> texts = new ArrayList<>();
        node.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    static List<List<String>> textLists(JsonNode node) {
        List<List<String>> lists = new ArrayList<>();
        node.forEach(list -> lists.add(texts(list)));
        return lists;
    }
}
