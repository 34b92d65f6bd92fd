package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Ddl.*;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.limbeck.migration.Operations;
import org.limbeck.migration.RecordedOperation;
import org.limbeck.migration.Recorder;
import org.limbeck.schema.DataType;
import org.limbeck.schema.NamingConvention;
import org.limbeck.sql.SqlWriter;

/** Values come back from the server as they were given, inserted and as defaults, under both ways to read backslashes. */
class LiteralsTest {

    private static final int TRIES = 60;

    private static List<Connection> connections = List.of();

    @BeforeContainer
    static void connect() throws SQLException {
        TestDatabase database = TestDatabase.onNewest();
        connections = List.of(
                database.connect(),
                database.with("?options=-c%20standard_conforming_strings=off%20-c%20escape_string_warning=off")
                        .connect());
    }

    @AfterContainer
    static void disconnect() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void texts(@ForAll("text") String value) {
        assertKept(text(), value, String.class, value);
    }

    @Property(tries = TRIES)
    void integers(@ForAll long value) {
        assertKept(bigint(), value, Long.class, value);
    }

    @Property(tries = TRIES)
    void bigIntegers(@ForAll BigInteger value) {
        assertKept(numeric(), value, BigDecimal.class, new BigDecimal(value));
    }

    @Property(tries = TRIES)
    void decimals(@ForAll BigDecimal value) {
        assertKept(numeric(), value, BigDecimal.class, value.scale() < 0 ? value.setScale(0) : value);
    }

    @Property(tries = TRIES)
    void doubles(@ForAll("double") double value) {
        assertKept(doublePrecision(), value, Double.class, value);
    }

    @Property(tries = TRIES)
    void floats(@ForAll float value) {
        assertKept(real(), value, Float.class, value);
    }

    @Property(tries = TRIES)
    void truths(@ForAll boolean value) {
        assertKept(bool(), value, Boolean.class, value);
    }

    @Property(tries = TRIES)
    void bytes(@ForAll byte[] value) {
        assertKept(bytea(), value, byte[].class, value);
    }

    @Property(tries = TRIES)
    void dates(@ForAll("date") LocalDate value) {
        assertKept(date(), value, LocalDate.class, value);
    }

    @Property(tries = TRIES)
    void times(@ForAll("time") LocalTime value) {
        assertKept(time(), value, LocalTime.class, value);
    }

    @Property(tries = TRIES)
    void timestamps(@ForAll("date") LocalDate date, @ForAll("time") LocalTime time) {
        LocalDateTime value = date.atTime(time);
        assertKept(timestamp(), value, LocalDateTime.class, value);
    }

    @Property(tries = TRIES)
    void instants(@ForAll("date") LocalDate date, @ForAll("time") LocalTime time) {
        Instant value = date.atTime(time).toInstant(ZoneOffset.UTC);
        assertKept(timestamptz(), value, OffsetDateTime.class, value.atOffset(ZoneOffset.UTC));
        OffsetDateTime shifted = value.atOffset(ZoneOffset.ofHoursMinutes(-3, -30));
        assertKept(timestamptz(), shifted, OffsetDateTime.class, value.atOffset(ZoneOffset.UTC));
    }

    @Property(tries = TRIES)
    void durations(@ForAll("duration") Duration value) {
        assertEach(
                interval(),
                value,
                row -> assertThat(row.getBigDecimal(1).movePointRight(6).longValueExact())
                        .isEqualTo(value.toNanos() / 1000),
                "extract(epoch FROM v)");
    }

    @Property(tries = TRIES)
    void uuids(@ForAll long high, @ForAll long low) {
        UUID value = new UUID(high, low);
        assertKept(uuid(), value, UUID.class, value);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void arraysOfTexts(@ForAll("texts") List<String> value) {
        assertEach(
                array(text()),
                value,
                row -> assertThat(Arrays.asList((Object[]) row.getArray(1).getArray()))
                        .isEqualTo(value),
                "v");
    }

    @Property(tries = TRIES)
    void arraysOfArrays(@ForAll("rectangle") List<List<Integer>> value) {
        assertEach(array(integer()), value, row -> assertThat(rectangle(row)).isEqualTo(value), "v");
    }

    @Property(tries = TRIES)
    void arraysOfBytes(@ForAll byte[] first, @ForAll byte[] second) {
        assertEach(
                array(bytea()),
                List.of(first, second),
                row -> assertThat((byte[][]) row.getArray(1).getArray()).isDeepEqualTo(new byte[][] {first, second}),
                "v");
    }

    @Property(tries = TRIES)
    void arraysOfDoubles(@ForAll("double") double first, @ForAll boolean absent) {
        List<Double> value = Arrays.asList(first, absent ? null : 1.5);
        assertEach(
                array(doublePrecision()),
                value,
                row -> assertThat(Arrays.asList((Object[]) row.getArray(1).getArray()))
                        .isEqualTo(value),
                "v");
    }

    @Provide("text")
    Arbitrary<String> wildText() {
        Arbitrary<String> wild =
                Arbitraries.strings().excludeChars('\0').ofMaxLength(30).map(LiteralsTest::withoutHalves);
        Arbitrary<String> hostile = Arbitraries.strings()
                .withChars("\\'\"E$;-?{}:xn0ä漢 \t\n\r,NUL")
                .excludeChars('\0')
                .ofMaxLength(20);
        return Arbitraries.oneOf(wild, hostile);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.oneOf(
                        wildText().injectNull(0.1), Arbitraries.of("NULL", "null", "", "{", "}", ",", "\\", "\""))
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<List<Integer>>> rectangle() {
        return Arbitraries.integers().list().ofSize(3).list().ofMinSize(1).ofMaxSize(3);
    }

    @Provide("double")
    Arbitrary<Double> doubleNumber() {
        return Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.of(
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        Double.MIN_VALUE,
                        Double.MAX_VALUE,
                        -0.0));
    }

    @Provide("date")
    Arbitrary<LocalDate> day() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(-4000, 1, 1).toEpochDay(),
                        LocalDate.of(20000, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide("time")
    Arbitrary<LocalTime> timeOfDay() {
        return Arbitraries.longs().between(0, 86_399_999_999L).map(micros -> LocalTime.ofNanoOfDay(micros * 1000));
    }

    @Provide("duration")
    Arbitrary<Duration> span() {
        return Arbitraries.longs()
                .between(-1_000_000_000_000L, 1_000_000_000_000L)
                .map(micros -> Duration.of(micros, ChronoUnit.MICROS));
    }

    private interface Look {
        void at(ResultSet row) throws SQLException;
    }

    private static <T> void assertKept(DataType type, Object value, Class<T> read, T expected) {
        assertEach(
                type,
                value,
                row -> {
                    if (expected instanceof byte[] bytes) {
                        assertThat(row.getBytes(1)).isEqualTo(bytes);
                    } else {
                        assertThat(row.getObject(1, read)).isEqualTo(expected);
                    }
                },
                "v");
    }

    /** Looks at the value in a row that was inserted with it, and in one that got it as the default. */
    private static void assertEach(DataType type, Object value, Look look, String read) {
        for (Connection connection : connections) {
            try {
                run(connection, op -> {
                    op.dropTable("values", IF_EXISTS);
                    op.createTable(
                            "values", column("id", integer()), column("v", type).defaultTo(value));
                    op.bulkInsert("values", columns("id"), row(1));
                    op.bulkInsert("values", columns("id", "v"), row(2, value), row(3, null));
                });
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT " + read + " FROM \"values\" WHERE id < 3")) {
                    for (int i = 0; i < 2; i++) {
                        rows.next();
                        look.at(rows);
                    }
                }
            } catch (SQLException failure) {
                throw new AssertionError(failure);
            }
        }
    }

    private static void run(Connection connection, Consumer<Operations> said) throws SQLException {
        for (RecordedOperation operation : new Recorder("M", "M.java", NamingConvention.POSTGRESQL).record(said)) {
            for (org.limbeck.sql.Statement statement : new SqlWriter().statements(operation.operation())) {
                TestDatabase.execute(connection, statement.text());
            }
        }
    }

    private static List<List<Object>> rectangle(ResultSet row) throws SQLException {
        return Arrays.stream((Object[][]) row.getArray(1).getArray())
                .map(Arrays::asList)
                .toList();
    }

    private static String withoutHalves(String text) {
        return text.codePoints()
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
