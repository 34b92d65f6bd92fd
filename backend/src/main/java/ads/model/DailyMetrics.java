package ads.model;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;

/** What is counted for a day. Clicks may be more than impressions: those of message ads are openings. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init")
abstract class DailyMetrics {

    static final String NO_COUNT_BELOW_ZERO = "impressions >= 0 AND clicks >= 0 AND spend >= 0"
            + " AND landing_page_clicks >= 0 AND conversions >= 0 AND likes >= 0 AND comments >= 0 AND shares >= 0";

    @ColumnDefault("0")
    int impressions;

    @ColumnDefault("0")
    int clicks;

    @Column(nullable = false, precision = 18, scale = 4)
    @ColumnDefault("0")
    BigDecimal spend;

    @ColumnDefault("0")
    int landingPageClicks;

    @ColumnDefault("0")
    int conversions;

    @ColumnDefault("0")
    int likes;

    @ColumnDefault("0")
    int comments;

    @ColumnDefault("0")
    int shares;

    @ColumnDefault("0")
    int follows;

    @ColumnDefault("0")
    int leads;

    @ColumnDefault("0")
    int opens;

    @ColumnDefault("0")
    int sends;

    /** Clicks of impressions in percent; 0 without impressions, and it may be over 100. */
    @Column(nullable = false, precision = 9, scale = 4)
    @ColumnDefault("0")
    BigDecimal ctr;

    /** Spend for a click; 0 without clicks. */
    @Column(nullable = false, precision = 18, scale = 4)
    @ColumnDefault("0")
    BigDecimal cpc;

    @Column(nullable = false, columnDefinition = SqlType.TIMESTAMPTZ)
    @ColumnDefault("now()")
    Instant fetchedAt;
}
