package shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextManager;

/** A test of a slice of the application, of its repositories only, finds the database upgraded too. */
class SliceTest {

    @Test
    void theDatabaseIsUpgraded() {
        TestContext context = new TestContextManager(Repositories.class).getTestContext();
        assertThat(context.getApplicationContext().getBean(OrderRepository.class).count())
                .isZero();
        assertThat(Repositories.DATABASE.versions()).containsExactly("0002");
    }

    @JpaSlice
    static class Repositories {

        private static final Database DATABASE = Database.create();

        @DynamicPropertySource
        static void database(DynamicPropertyRegistry registry) {
            registry.add("spring.datasource.url", DATABASE.access()::jdbcUrl);
            registry.add("spring.datasource.username", DATABASE.access()::user);
            registry.add("spring.datasource.password", DATABASE.access()::password);
        }
    }
}
