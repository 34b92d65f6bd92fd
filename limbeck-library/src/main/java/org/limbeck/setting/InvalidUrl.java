package org.limbeck.setting;

import java.util.List;

/** Says why a URL cannot be used, in words that hold nothing of it that could be a password. Never leaves this package. */
final class InvalidUrl extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> hints;
    private final String what;

    InvalidUrl(String what, String... hints) {
        super(what, null, false, false);
        this.what = what;
        this.hints = List.of(hints);
    }

    /** What is wrong; continues a sentence that starts with the URL. */
    String what() {
        return what;
    }

    List<String> hints() {
        return hints;
    }
}
