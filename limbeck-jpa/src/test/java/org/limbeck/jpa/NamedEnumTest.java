package org.limbeck.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.Shop;

/** Enumerated types of PostgreSQL work without the casts that Hibernate creates beside them. */
class NamedEnumTest {

    @TempDir
    Path cache;

    @Test
    void writtenReadAndAskedForWithoutCasts() {
        EntityStatements statements = EntityReader.read(new EntitySource(
                List.of(),
                List.of(Path.of("target", "test-classes")),
                List.of(),
                Map.of(),
                Hibernates.NEWEST.jars(),
                cache,
                18));
        Database database = Database.on(18);
        database.execute(statements.statements());
        database.execute(statements.views());

        assertThat(statements.statements()).noneMatch(statement -> statement.startsWith("create cast"));
        try (SessionFactory factory = Application.start(database, Shop.classes())) {
            factory.inTransaction(session -> session.persist(Shop.thingInRed(1)));
            List<Long> found = factory.fromSession(session -> session.createQuery(
                            "select id from Enums where named = :color and named in (RED, GREEN)"
                                    + " and cast(named as string) like 'R%'",
                            Long.class)
                    .setParameter("color", Shop.red())
                    .getResultList());
            assertThat(found).containsExactly(1L);
            assertThat(factory.<Boolean>fromSession(session ->
                            Shop.isRed(session.find(Shop.thingInRed(1).getClass(), 1L))))
                    .isTrue();
        }
    }

    /** PostgreSQL sorts rows by it. */
    @ParameterizedTest
    @EnumSource
    void labelsAreInTheOrderOfTheConstants(Hibernates hibernate) {
        EntityStatements statements = EntityReader.read(new EntitySource(
                List.of(),
                List.of(Path.of("target", "test-classes")),
                List.of(),
                Map.of(),
                hibernate.jars(),
                cache,
                18));

        assertThat(statements.statements())
                .contains(
                        "create type Color as enum ('RED','GREEN','BLUE')",
                        "create type Size as enum ('SMALL','LARGE')");
    }

    @Test
    void labelsMayBeValuesOfTheConstants() {
        Sketch sketch = new Sketch(cache).java("Level", """
                        public enum Level {
                            LOW("z"), MIDDLE("m"), HIGH("a");
                            @EnumeratedValue private final String code;
                            Level(String code) { this.code = code; }
                        }
                        """).entity("Task", """
                        @Enumerated(EnumType.STRING)
                        @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.NAMED_ENUM) Level level;
                        """).compile();

        assertThat(sketch.read().statements()).contains("create type Level as enum ('z','m','a')");
    }
}
