package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.limbeck.safety.ReadRate;
import org.limbeck.safety.Work;

class EffectWordsTest {

    private static final long GIGABYTE = 1L << 30;
    private static final ReadRate RATE = new ReadRate("public.orders", GIGABYTE / 10);

    @Test
    void whatReadsSaysAboutHowLongItTakes() {
        assertThat(words(Work.Kind.SCAN, null, RATE))
                .isEqualTo("reads all of public.orders, 2.0 GB, about 5.0 million rows, about 20 s");
    }

    @Test
    void whatWritesTheTableAnewSaysWhatRoomItNeeds() {
        assertThat(words(Work.Kind.REWRITE, null, RATE))
                .isEqualTo("writes anew all of public.orders, 2.0 GB, about 5.0 million rows, at least 20 s;"
                        + " needs as much disk again, and as much WAL");
    }

    @Test
    void withoutASampleThereIsNoTime() {
        assertThat(words(Work.Kind.BUILD_INDEX, "orders_key", null))
                .isEqualTo("builds orders_key from all of public.orders, 2.0 GB, about 5.0 million rows");
    }

    private static String words(Work.Kind kind, @Nullable String index, @Nullable ReadRate rate) {
        return EffectWords.work(new Work(kind, "public.orders", index, 2 * GIGABYTE, 5_000_000, true), rate);
    }
}
