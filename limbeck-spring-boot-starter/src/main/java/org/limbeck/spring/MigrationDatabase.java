package org.limbeck.spring;

import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.limbeck.ServerConnector;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.setting.Database;
import org.limbeck.setting.DatabaseUrl;
import org.limbeck.setting.Setting;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * The database that migrations are run on: the data source that is marked as theirs, connection details for them, a URL or
 * user among the properties, or else what the application uses itself.
 */
record MigrationDatabase(
        ObjectProvider<DataSource> marked,
        ObjectProvider<DataSource> applications,
        ObjectProvider<LimbeckConnectionDetails> details,
        ApplicationSettings settings,
        ServiceConnections services) {

    DatabaseConnector connector() {
        DataSource own = marked.getIfAvailable();
        if (own != null) {
            return new ApplicationConnector(own);
        }
        LimbeckConnectionDetails given = details.getIfAvailable();
        if (given != null) {
            return server(given.url(), given.user(), given.password());
        }
        // What a container or a compose file offers is meant to stand in for what is configured.
        if (services.offerDatabase()) {
            return new ApplicationConnector(application());
        }
        Optional<String> url = settings.value(Setting.URL);
        String user = settings.value(Setting.USER).orElse("");
        String password = settings.value(Setting.PASSWORD).orElse("");
        if (url.isPresent()) {
            return server(url.get(), user, password);
        }
        return new ApplicationConnector(user.isEmpty() ? application() : as(user, password));
    }

    private DataSource application() {
        DataSource dataSource = applications.getIfUnique();
        if (dataSource == null) {
            throw Problem.of(
                            ProblemCode.AMBIGUOUS_DATA_SOURCE,
                            "the application has several data sources, and none of them is marked")
                    .databaseState("Nothing was changed.")
                    .hint("mark the one that migrations are run on", "@LimbeckDataSource")
                    .hint("or the one that counts everywhere", "@Primary")
                    .exception();
        }
        return dataSource;
    }

    private DataSource as(String user, String password) {
        return DataSourceBuilder.derivedFrom(application())
                .type(SimpleDriverDataSource.class)
                .username(user)
                .password(password)
                .build();
    }

    private static DatabaseConnector server(String url, String user, String password) {
        if (DatabaseUrl.parse(url, user, password, Map.of()) instanceof Database.Server server) {
            return new ServerConnector(server);
        }
        throw Problem.of(ProblemCode.INVALID_SETTING, "url cannot be embedded in an application")
                .hint("the embedded PostgreSQL has a URL as well; to see it", "limbeck database url")
                .exception();
    }
}
