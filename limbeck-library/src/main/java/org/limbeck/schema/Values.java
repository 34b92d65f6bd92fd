package org.limbeck.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Values of Java that can stand in a statement. */
public final class Values {

    private static final Set<Class<?>> TYPES = Set.of(
            String.class,
            Boolean.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigDecimal.class,
            BigInteger.class,
            UUID.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            Instant.class,
            Duration.class);

    private Values() {}

    /**
     * Returns the value in a form that has equality and can't be changed: bytes as a read-only {@link ByteBuffer},
     * arrays and collections as a {@link List}, an enum constant as its name.
     */
    public static @Nullable Object checked(@Nullable Object value) {
        if (value == null || TYPES.contains(value.getClass())) {
            return value;
        }
        if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes.clone()).asReadOnlyBuffer();
        }
        if (value instanceof ByteBuffer buffer) {
            return buffer.asReadOnlyBuffer();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Object[] array) {
            return checkedAll(Arrays.asList(array));
        }
        if (value instanceof Collection<?> collection) {
            return checkedAll(collection);
        }
        throw Problem.of(
                        ProblemCode.INVALID_OPERATION,
                        "a value of the class " + value.getClass().getName() + " cannot be written as SQL")
                .hint("give it as text, number, truth value, date, time, UUID, bytes or a list of these")
                .exception();
    }

    /** The same for each of several; the list may hold nulls. */
    public static List<@Nullable Object> checkedAll(Collection<? extends @Nullable Object> values) {
        List<@Nullable Object> checked = new ArrayList<>(values.size());
        for (Object value : values) {
            checked.add(checked(value));
        }
        return Collections.unmodifiableList(checked);
    }
}
