package shop;

import jakarta.persistence.Basic;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Temporal;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/** Columns of every kind. */
final class Columns {

    private Columns() {}

    @Entity(name = "Plain")
    static class Plain {
        @Id
        long id;

        String text;
        boolean flag;
        Boolean optionalFlag;
        byte tiny;
        short small;
        int number;
        Integer optionalNumber;
        long big;
        float real;
        double precise;
        char letter;
        BigDecimal amount;
        BigInteger huge;
    }

    @Entity(name = "Sized")
    static class Sized {
        @Id
        long id;

        @Column(length = 40)
        String name;

        @Column(precision = 12, scale = 4)
        BigDecimal price;

        @Column(length = 100_000)
        String story;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        String text;

        @JdbcTypeCode(SqlTypes.CHAR)
        @Column(columnDefinition = "char(2)")
        String country;

        @Column(nullable = false, unique = true)
        String mail;

        @Column(name = "MixedCase")
        String mixedCase;

        @Column(name = "\"order\"")
        String reserved;

        @Nationalized
        String national;

        @Transient
        String notThere;
    }

    @Entity(name = "Times")
    static class Times {
        @Id
        long id;

        LocalDate day;
        LocalTime time;
        LocalDateTime dateTime;
        Instant instant;
        OffsetDateTime atOffset;
        ZonedDateTime zoned;
        Duration duration;
        Year year;

        @Column(secondPrecision = 0)
        Instant seconds;

        @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
        Duration interval;

        @CreationTimestamp
        Instant createdAt;
    }

    @Entity(name = "Defaults")
    static class Defaults {
        @Id
        long id;

        @ColumnDefault("'new'")
        @Column(nullable = false)
        String state;

        @ColumnDefault("now()")
        Instant at;

        @ColumnDefault("0")
        int count;

        @GeneratedColumn("count * 2")
        int twice;

        @Generated
        @Column(insertable = false, updatable = false, columnDefinition = "text default 'x' not null")
        String byDefinition;
    }

    @SuppressWarnings("deprecation")
    @Entity(name = "Commented")
    @Comment("Things; it's commented")
    static class Commented {
        @Id
        @Comment("the key")
        long id;

        @Comment("what people call it")
        String name;
    }

    @SuppressWarnings("deprecation")
    @Entity(name = "Checked")
    @Check(name = "checked_range", constraints = "low <= high")
    static class Checked {
        @Id
        long id;

        @Check(constraints = "low >= 0")
        int low;

        int high;
    }

    @Entity(name = "Newer")
    @Table(
            comment = "said in JPA's own words",
            check = @CheckConstraint(name = "newer_range", constraint = "low < high"),
            options = "with (fillfactor=90)")
    static class Newer {
        @Id
        long id;

        @Column(comment = "low, as it says", check = @CheckConstraint(name = "newer_low", constraint = "low > 0"))
        int low;

        int high;

        @Column(options = "collate \"C\"")
        String name;
    }

    enum Color {
        RED,
        GREEN,
        BLUE
    }

    enum Size {
        SMALL,
        LARGE
    }

    @Entity(name = "Enums")
    static class Enums {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        Color byName;

        @Enumerated
        Color byNumber;

        @Enumerated
        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        Color named;

        @Enumerated
        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        @Column(nullable = false)
        Size size;

        @Enumerated(EnumType.STRING)
        @Column(columnDefinition = "text")
        Color asText;
    }

    @Entity(name = "Arrays")
    static class Arrays {
        @Id
        long id;

        String[] words;
        List<String> list;
        int[] numbers;
        List<Long> longs;

        @Array(length = 5)
        UUID[] ids;

        Color[] colors;
    }

    @Entity(name = "Json")
    static class Json {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, String> attributes;
    }

    @Entity(name = "Blobs")
    static class Blobs {
        @Id
        long id;

        byte[] bytes;

        @Lob
        byte[] large;

        @Lob
        @Basic(fetch = FetchType.LAZY)
        String longText;

        @Column(length = 16)
        byte[] hash;
    }

    @Entity(name = "Uuids")
    static class Uuids {
        @Id
        @UuidGenerator
        UUID id;

        UUID other;

        @JdbcTypeCode(SqlTypes.VARCHAR)
        UUID asText;
    }

    @Entity(name = "Identity")
    static class Identity {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;
    }

    @Entity(name = "Sequenced")
    static class Sequenced {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "OwnSequence")
    static class OwnSequence {
        @Id
        @GeneratedValue(generator = "ticket")
        @SequenceGenerator(name = "ticket", sequenceName = "ticket_numbers", initialValue = 1000, allocationSize = 1)
        Long id;
    }

    @Entity(name = "ByTable")
    static class ByTable {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "counters")
        @TableGenerator(name = "counters", table = "counters", allocationSize = 1)
        Long id;
    }

    @Entity(name = "Versioned")
    @Table(name = "versioned_things")
    static class Versioned {
        @Id
        long id;

        @Version
        int version;
    }

    @Entity(name = "Network")
    static class Network {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.INET)
        java.net.InetAddress address;

        java.net.URL url;
        java.util.Locale locale;
        java.util.Currency currency;
        java.time.ZoneId zone;
        Class<?> type;
    }

    record Money(BigDecimal amount, String currency) {}

    @Converter(autoApply = true)
    static class MoneyConverter implements jakarta.persistence.AttributeConverter<Money, String> {
        @Override
        public String convertToDatabaseColumn(Money money) {
            return money == null ? null : money.amount() + " " + money.currency();
        }

        @Override
        public Money convertToEntityAttribute(String text) {
            return text == null
                    ? null
                    : new Money(
                            new BigDecimal(text.substring(0, text.indexOf(' '))),
                            text.substring(text.indexOf(' ') + 1));
        }
    }

    @Converter
    static class YesNo implements jakarta.persistence.AttributeConverter<Boolean, Integer> {
        @Override
        public Integer convertToDatabaseColumn(Boolean value) {
            return Boolean.TRUE.equals(value) ? 1 : 0;
        }

        @Override
        public Boolean convertToEntityAttribute(Integer value) {
            return value != null && value == 1;
        }
    }

    @Entity(name = "Converted")
    static class Converted {
        @Id
        long id;

        Money price;

        @Convert(converter = YesNo.class)
        Boolean answer;
    }

    @Entity(name = "OldTimes")
    @SuppressWarnings("deprecation")
    static class OldTimes {
        @Id
        long id;

        @Temporal(jakarta.persistence.TemporalType.DATE)
        java.util.Date day;

        @Temporal(jakarta.persistence.TemporalType.TIMESTAMP)
        java.util.Date moment;

        java.sql.Timestamp timestamp;
        java.sql.Date sqlDate;
    }
}
