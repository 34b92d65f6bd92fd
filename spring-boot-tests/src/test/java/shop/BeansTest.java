package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.limbeck.Limbeck;
import org.limbeck.execute.RunListener;
import org.limbeck.plan.Step;
import org.limbeck.spring.LimbeckCustomizer;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;

/** An application's own beans take part. */
class BeansTest {

    private final Database database = Database.create();

    @Test
    void listenersAreToldAndCustomizersAsked() {
        try (Application application = Application.start(database, More.class, "--limbeck.version-table=versions")) {
            assertThat(application.bean(More.class).told).containsExactly("0001", "0002", "started");
            assertThat(application.bean(Limbeck.class).current().atHeads()).isTrue();
        }
        assertThat(database.rows("SELECT version_num FROM versions")).containsExactly("0002");
        assertThat(database.rows("SELECT applied_by FROM limbeck_history WHERE applied_by LIKE '%(release 7)'"))
                .hasSize(2);
    }

    @Test
    void whatUsesTheDatabaseWaits() {
        try (Application application = Application.start(database, Counter.class)) {
            assertThat(application.bean(Counter.class).orders).isZero();
        }
    }

    static class Counter {

        private final @Nullable Integer orders;

        Counter(JdbcTemplate template) {
            orders = template.queryForObject("SELECT count(*) FROM orders", Integer.class);
        }
    }

    static class More implements RunListener {

        private final List<String> told = new ArrayList<>();

        @Override
        public void finished(Step step, int number, int total, Duration duration) {
            told.add(step.revision());
        }

        @EventListener(ApplicationStartedEvent.class)
        void started() {
            told.add("started");
        }

        @Bean
        LimbeckCustomizer tag() {
            return limbeck -> limbeck.withTag("release 7");
        }
    }
}
