package org.limbeck.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.execute.ConnectionProblem;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Hints name what an application has, not what only the command line has. */
final class LimbeckFailureAnalyzerTest {

    @ParameterizedTest
    @CsvSource({
        "08001, L040, spring.datasource.url",
        "28P01, L041, spring.datasource.password",
        "3D000, L042, spring.datasource.url"
    })
    void aDatabaseThatIsNotThereIsSaidByProperties(String state, String code, String property) {
        SQLException refused = new SQLException("refused", state);

        FailureAnalysis analysis =
                new LimbeckFailureAnalyzer().analyze(ConnectionProblem.connecting("shop@localhost", refused));

        assertThat(analysis.getAction()).contains(property, code).doesNotContain("limbeck config");
    }
}
