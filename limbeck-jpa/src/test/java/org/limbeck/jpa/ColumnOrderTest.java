package org.limbeck.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns stand in a new table as the fields stand in the source. */
class ColumnOrderTest {

    private static final Pattern COLUMN = Pattern.compile("(?:^|, )(?!primary key|unique)(\\w+) ");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void keysThenFieldsWithEmbeddablesInTheirPlace(Hibernates hibernate) {
        Sketch sketch = new Sketch(folder, hibernate)
                .java("Place", "@Embeddable public class Place { String street; String city; }")
                .java("Thing", """
                        @Entity public class Thing {
                            String title;
                            @ManyToOne Thing parent;
                            @Embedded Place place;
                            @Version int version;
                            int amount;
                            @Id long id;
                        }
                        """)
                .compile();

        assertThat(columns(sketch, "Thing"))
                .containsExactly("id", "title", "parent_id", "street", "city", "version", "amount");
    }

    @ParameterizedTest
    @EnumSource
    void superclassesFirst(Hibernates hibernate) {
        Sketch sketch = new Sketch(folder, hibernate)
                .java("Traced", "@MappedSuperclass public abstract class Traced { String maker; @Id long id; }")
                .java("Vehicle", "@Entity public abstract class Vehicle extends Traced { int wheels; int doors; }")
                .java("Car", "@Entity public class Car extends Vehicle { int seats; String name; }")
                .java("Bike", "@Entity public class Bike extends Vehicle { int gears; }")
                .java("Shape", """
                        @Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
                        public abstract class Shape { String name; @Id long id; int color; }
                        """)
                .java("Circle", "@Entity public class Circle extends Shape { int radius; int border; }")
                .compile();

        assertThat(columns(sketch, "Vehicle"))
                .containsExactly("id", "DTYPE", "maker", "wheels", "doors", "gears", "seats", "name");
        assertThat(columns(sketch, "Circle")).containsExactly("id", "name", "color", "radius", "border");
    }

    @ParameterizedTest
    @EnumSource
    void keysOfSeveralColumnsAndWhatRefersToThem(Hibernates hibernate) {
        Sketch sketch = new Sketch(folder, hibernate)
                .java("RateId", """
                        public record RateId(int year, String currency) implements java.io.Serializable {}
                        """)
                .java("Rate", "@Entity @IdClass(RateId.class) public class Rate { @Id int year; @Id String currency; }")
                .java("SeatId", """
                        @Embeddable public record SeatId(String row, int number) implements java.io.Serializable {}
                        """)
                .java("Seat", "@Entity public class Seat { boolean free; @EmbeddedId SeatId id; }")
                .entity("Payment", "String note; @ManyToOne Rate rate; @ManyToOne Seat seat; int amount;")
                .compile();

        assertThat(sketch.table("Rate")).endsWith("primary key (year, currency))");
        assertThat(sketch.table("Seat")).endsWith("primary key (row, number))");
        assertThat(columns(sketch, "Seat")).containsExactly("row", "number", "free");
        assertThat(columns(sketch, "Payment"))
                .containsExactly("id", "note", "rate_year", "rate_currency", "seat_row", "seat_number", "amount");
        assertThat(sketch.read().statements())
                .contains(
                        "alter table Payment add foreign key (rate_year, rate_currency) references Rate",
                        "alter table Payment add foreign key (seat_row, seat_number) references Seat");
    }

    @ParameterizedTest
    @EnumSource
    void collectionsReferToTheirOwnerFirst(Hibernates hibernate) {
        Sketch sketch = new Sketch(folder, hibernate)
                .java("Place", "@Embeddable public class Place { String street; String city; }")
                .entity("Zone", """
                        @ElementCollection @OrderColumn(name = "at") List<Place> ways;
                        @ElementCollection @MapKeyColumn(name = "language") Map<String, String> names;
                        @ManyToMany List<Area> areas;
                        @OneToMany @JoinColumn(name = "a_zone") List<Area> inner;
                        """)
                .entity("Area", "@ManyToMany(mappedBy = \"areas\") List<Zone> zones; String name;")
                .compile();

        assertThat(columns(sketch, "Zone_ways")).containsExactly("Zone_id", "at", "street", "city");
        assertThat(columns(sketch, "Zone_names")).containsExactly("Zone_id", "language", "names");
        assertThat(columns(sketch, "Zone_Area")).containsExactly("zones_id", "areas_id");
        assertThat(columns(sketch, "Area")).containsExactly("id", "name", "a_zone");
    }

    @ParameterizedTest
    @EnumSource
    void gettersStandAsTheFieldsBehindThem(Hibernates hibernate) {
        Sketch sketch = new Sketch(folder, hibernate).java("Thing", """
                        @Entity public class Thing {
                            private long id;
                            private String title;
                            private int amount;
                            @Id public long getId() { return id; }
                            public void setId(long id) { this.id = id; }
                            public int getAmount() { return amount; }
                            public void setAmount(int amount) { this.amount = amount; }
                            public String getTitle() { return title; }
                            public void setTitle(String title) { this.title = title; }
                        }
                        """).compile();

        assertThat(columns(sketch, "Thing")).containsExactly("id", "title", "amount");
    }

    @ParameterizedTest
    @EnumSource
    void documentsAreOneColumn(Hibernates hibernate) {
        Sketch sketch = new Sketch(folder, hibernate)
                .java("Place", "@Embeddable public class Place { String street; String city; }")
                .entity("Thing", """
                        @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.JSON) Place place;
                        int amount;
                        String name;
                        """)
                .compile();

        assertThat(columns(sketch, "Thing")).containsExactly("id", "place", "amount", "name");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverChoseAnOrderHasIt(Hibernates hibernate) {
        Sketch sketch = new Sketch(folder, hibernate)
                .entity("Thing", "String title; int amount;")
                .compile();

        List<String> statements = sketch.read(Map.of("hibernate.column_ordering_strategy", "default"), 18)
                .statements();

        assertThat(statements)
                .singleElement()
                .asString()
                .startsWith("create table Thing (amount integer not null, id ");
    }

    private static List<String> columns(Sketch sketch, String table) {
        String statement = sketch.table(table).replaceAll("check \\(.*?\\)\\)?", "");
        return COLUMN.matcher(statement.substring(statement.indexOf('(') + 1))
                .results()
                .map((MatchResult column) -> column.group(1))
                .toList();
    }
}
