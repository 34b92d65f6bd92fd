package org.limbeck.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.ddl.TypeText;

/** Types that have all values of others. */
class WideningTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smallint to integer",
                "integer to bigint",
                "integer to numeric",
                "integer to numeric(12,2)",
                "bigint to numeric(19)",
                "bigint to text",
                "numeric(12,2) to numeric",
                "numeric(12,2) to numeric(14,4)",
                "numeric(5) to numeric(7,2)",
                "real to double precision",
                "date to timestamp(0) without time zone",
                "uuid to character varying"
            })
    void keepsAllValues(String change) {
        assertThat(keepsAll(change)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bigint to integer",
                "integer to integer",
                "bigint to double precision",
                "bigint to numeric(18)",
                "integer to numeric(11,2)",
                "integer to character varying(20)",
                "numeric to numeric(1000,500)",
                "numeric(12,4) to numeric(14,2)",
                "numeric(12,2) to numeric(13,4)",
                "numeric(12,2) to bigint",
                "double precision to real",
                "real to text",
                "date to timestamp with time zone",
                "timestamp without time zone to date",
                "text to uuid",
                "text to jsonb"
            })
    void mayLoseOrRefuseOne(String change) {
        assertThat(keepsAll(change)).isFalse();
    }

    private static boolean keepsAll(String change) {
        List<TypeText> types =
                List.of(change.split(" to ", 2)).stream().map(TypeText::of).toList();
        TypeText from = types.get(0);
        TypeText to = types.get(1);
        return Widening.keepsAll(from.name(), from.arguments(), to.name(), to.arguments());
    }
}
