package org.limbeck.cli;

import org.limbeck.ComparisonRequest;
import org.limbeck.setting.Setting;

/** The options with which a verb compares what there is with what the settings desire. */
final class ComparisonOptions {

    private static final String FROM_REVISIONS = "--from-revisions";

    private ComparisonOptions() {}

    static void declare(Declaration declaration) {
        declaration.flag(
                "Compare with what the migrations make, in a scratch place; no database is needed.", FROM_REVISIONS);
    }

    /** The same options for another command. */
    static String again(Invocation invocation) {
        return invocation.flag(FROM_REVISIONS) ? " " + FROM_REVISIONS : "";
    }

    /** @param behind whether a database that isn't at the heads will do as well */
    static ComparisonRequest request(Invocation invocation, boolean behind) {
        String actual = invocation.flag(FROM_REVISIONS) ? ComparisonRequest.REVISIONS : ComparisonRequest.DATABASE;
        return new ComparisonRequest(
                actual, invocation.settings().get(Setting.DESIRED).value(), behind);
    }
}
