package org.limbeck.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.Operation;

/** Text of several lines stands as a text block that Java reads as exactly this text. */
class TextBlockTest {

    private static final String[] PIECES = {
        "\n", "\n", "\n", " ", " ", "  ", "\t", "\"", "\"\"", "\"\"\"", "\\", "\\n", "\\u0041", "\r", "\r\n", "a",
        "b c", "\u2003", "\u00a0", "\u0007", "\f", "漢", "😀", "$$", "'", "\\s", "{", "%s"
    };

    @TempDir
    private Path folder;

    @Test
    void readsAsItReads() {
        assertThat(TextBlock.of("SELECT 1")).isEqualTo("\"SELECT 1\"");
        assertThat(shown("SELECT a\n  FROM \"T\" t")).isEqualTo("""
                !!!
                        SELECT a
                          FROM "T" t!!!""");
        assertThat(shown("  a\n  b\n")).isEqualTo("""
                !!!
                          a
                          b
                        !!!""");
        assertThat(shown("  a\n\n  b")).isEqualTo("""
                !!!
                        \\s a

                          b!!!""");
    }

    private static String shown(String text) {
        return TextBlock.of(text).replace("\"\"\"", "!!!");
    }

    @Test
    void isExactlyTheText() throws IOException {
        Random random = new Random(20261123);
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length >= 0; length--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            operations.add(new ExecuteSql(text.toString(), null));
        }

        assertThat(new CompiledSource(folder).again(operations)).isEqualTo(operations);
    }
}
