package shop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application as its main method does. */
record Application(ConfigurableApplicationContext context) implements AutoCloseable {

    static Application start(Database database, Class<?> more, String... arguments) {
        return new Application(run(WebApplicationType.NONE, database, List.of(ShopApplication.class, more), arguments));
    }

    static Application start(Database database, String... arguments) {
        return new Application(run(WebApplicationType.NONE, database, List.of(ShopApplication.class), arguments));
    }

    static Application startWithWeb(Database database, String... arguments) {
        return new Application(run(WebApplicationType.SERVLET, database, List.of(ShopApplication.class), arguments));
    }

    /** What Spring Boot tells where the application doesn't start. */
    static FailureAnalysis fail(Database database, Class<?> more, String... arguments) {
        Analyses.TOLD.clear();
        assertThatThrownBy(() -> start(database, more, arguments).close()).isNotNull();
        return Analyses.TOLD.remove();
    }

    static FailureAnalysis fail(Database database, String... arguments) {
        return fail(database, ShopApplication.class, arguments);
    }

    private static ConfigurableApplicationContext run(
            WebApplicationType type, Database database, List<Class<?>> sources, String... arguments) {
        List<String> all = database.arguments();
        all.add("--server.port=0");
        all.addAll(List.of(arguments));
        return new SpringApplicationBuilder(sources.toArray(Class[]::new))
                .web(type)
                .registerShutdownHook(false)
                .run(all.toArray(String[]::new));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String get(String path) {
        URI uri = URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
