package org.limbeck.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All verbs. One is made only when it is asked for, so that a command loads no other. */
final class Verbs {

    private static final List<String> NAMES = List.of(
            "init",
            "import",
            "revision",
            "check",
            "diff",
            "schema",
            "plan",
            "lint",
            "verify",
            "drift",
            "upgrade",
            "downgrade",
            "current",
            "status",
            "report",
            "history",
            "heads",
            "branches",
            "show",
            "merge",
            "edit",
            "stamp",
            "check-graph",
            "ensure-version",
            "config",
            "database",
            "explain",
            "completion");

    private Verbs() {}

    /** The names in the order of help. */
    static List<String> names() {
        return NAMES;
    }

    static @Nullable Verb find(String name) {
        return switch (name) {
            case "init" -> new InitVerb();
            case "import" -> new ImportVerb();
            case "revision" -> new RevisionVerb();
            case "check" -> new CheckVerb();
            case "diff" -> new DiffVerb();
            case "schema" -> new SchemaVerb();
            case "plan" -> new PlanVerb();
            case "lint" -> new LintVerb();
            case "verify" -> new VerifyVerb();
            case "drift" -> new DriftVerb();
            case "upgrade" -> new UpgradeVerb();
            case "downgrade" -> new DowngradeVerb();
            case "current" -> new CurrentVerb();
            case "status" -> new StatusVerb();
            case "report" -> new ReportVerb();
            case "history" -> new HistoryVerb();
            case "heads" -> new HeadsVerb();
            case "branches" -> new BranchesVerb();
            case "show" -> new ShowVerb();
            case "merge" -> new MergeVerb();
            case "edit" -> new EditVerb();
            case "stamp" -> new StampVerb();
            case "check-graph" -> new CheckGraphVerb();
            case "ensure-version", "ensure_version" -> new EnsureVersionVerb();
            case "config" -> new ConfigVerb();
            case "database" -> new DatabaseVerb();
            case "explain" -> new ExplainVerb();
            case "completion" -> new CompletionVerb();
            default -> null;
        };
    }
}
