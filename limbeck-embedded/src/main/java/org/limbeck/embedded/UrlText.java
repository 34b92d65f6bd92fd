package org.limbeck.embedded;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text inside a URL. */
final class UrlText {

    private UrlText() {}

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
