package org.limbeck.liquibase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ChangeSetFilterResult;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.database.Database;
import liquibase.database.OfflineConnection;
import liquibase.database.core.PostgresDatabase;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Reads a change log without a database.
 *
 * <p>What it is given are maps with one entry each, in this order: {@code root} the folder that files are found in,
 * {@code file} the change log in it, {@code contexts} and {@code labels} as Liquibase takes them, empty for all; any further
 * ones are parameters of the change log. What it returns is one map for each change set.
 */
public final class ChangeLogExport implements Function<Map<String, String>, List<Map<String, String>>> {

    private static final String PARAMETER = "parameter.";

    /** The oldest server that Limbeck knows. */
    private static final String DATABASE = "offline:postgresql?version=14.0&outputLiquibaseSql=none";

    @Override
    @SuppressWarnings("try") // Closing a folder waits for nothing.
    public List<Map<String, String>> apply(Map<String, String> request) {
        try (ResourceAccessor files = new DirectoryResourceAccessor(Path.of(given(request, "root")))) {
            List<Map<String, String>> found = new ArrayList<>();
            LoggerUIService quiet = new LoggerUIService();
            Map<String, Object> scope = Map.of(
                    Scope.Attr.resourceAccessor.name(), files,
                    Scope.Attr.classLoader.name(), ChangeLogExport.class.getClassLoader(),
                    Scope.Attr.ui.name(), quiet);
            Scope.child(scope, () -> read(request, files, found));
            return found;
        } catch (Exception exception) {
            throw new IllegalStateException(message(exception), exception);
        }
    }

    private static void read(Map<String, String> request, ResourceAccessor files, List<Map<String, String>> found)
            throws Exception {
        Database database = new PostgresDatabase();
        Path history = Files.createTempFile("limbeck-liquibase", ".csv");
        try {
            database.setConnection(new OfflineConnection(DATABASE + "&changeLogFile=" + history, files));
            database.setOutputDefaultSchema(false);
            database.setOutputDefaultCatalog(false);
            ChangeLogParameters parameters = new ChangeLogParameters(database);
            Contexts contexts = new Contexts(given(request, "contexts"));
            LabelExpression labels = new LabelExpression(given(request, "labels"));
            parameters.setContexts(contexts);
            parameters.setLabels(labels);
            request.forEach((name, value) -> {
                if (name.startsWith(PARAMETER)) {
                    parameters.set(name.substring(PARAMETER.length()), value);
                }
            });
            String file = given(request, "file");
            DatabaseChangeLog changeLog =
                    ChangeLogParserFactory.getInstance().getParser(file, files).parse(file, parameters, files);
            changeLog.validate(database, contexts, labels);
            List<ChangeSetFilter> filters = List.of(
                    new ContextChangeSetFilter(contexts),
                    new LabelChangeSetFilter(labels),
                    new DbmsChangeSetFilter(database),
                    new IgnoreChangeSetFilter());
            for (ChangeSet changeSet : changeLog.getChangeSets()) {
                found.add(new ChangeSetText(changeSet, database).fields(refusal(filters, changeSet)));
            }
        } finally {
            Files.deleteIfExists(history);
        }
    }

    /** Why a change set would not run; empty where it would. */
    private static String refusal(List<ChangeSetFilter> filters, ChangeSet changeSet) {
        for (ChangeSetFilter filter : filters) {
            ChangeSetFilterResult result = filter.accepts(changeSet);
            if (!result.isAccepted()) {
                return result.getMessage();
            }
        }
        return "";
    }

    private static String given(Map<String, String> request, String name) {
        return request.getOrDefault(name, "");
    }

    static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
