package org.limbeck.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A report as one HTML file that loads nothing. Only the script and the style that are part of it may run: its own content
 * security policy names them by their hashes.
 */
public final class HtmlReport {

    /** In the order in which they need each other. */
    private static final List<String> SCRIPTS = List.of(
            "dom.js",
            "words.js",
            "overview.js",
            "revisions.js",
            "plan.js",
            "groups.js",
            "layout.js",
            "canvas.js",
            "boxes.js",
            "scene.js",
            "diagram.js",
            "tables.js",
            "findings.js",
            "history.js",
            "main.js");

    private HtmlReport() {}

    /** The text of the file, to be written as UTF-8. */
    public static String page(Report report) {
        return page(escaped(report.project()), EmbeddedJson.of(ReportData.of(report)));
    }

    private static String page(String title, String data) {
        String style = resource("page.css");
        String script = SCRIPTS.stream()
                .map(HtmlReport::resource)
                .collect(Collectors.joining("\n", "(() => {\n\"use strict\";\n", "\n})();\n"));
        return filled(
                resource("page.html"),
                Map.of(
                        "title", title,
                        "policy", policy(style, script),
                        "style", style,
                        "data", data,
                        "script", script));
    }

    /** Puts values in place of names in double braces; what stands in a value is left alone. */
    private static String filled(String template, Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int at = template.indexOf("{{"); at >= 0; at = template.indexOf("{{", from)) {
            int end = template.indexOf("}}", at);
            text.append(template, from, at).append(Objects.requireNonNull(values.get(template.substring(at + 2, end))));
            from = end + 2;
        }
        return text.append(template.substring(from)).toString();
    }

    private static String policy(String style, String script) {
        return "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script)
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String resource(String name) {
        try (InputStream stream = HtmlReport.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
