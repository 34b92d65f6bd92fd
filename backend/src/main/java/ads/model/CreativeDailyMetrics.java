package ads.model;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** A creative's day. */
@Entity
@IdClass(CreativeDailyMetrics.Key.class)
@Table(
        name = "creative_daily_metrics",
        indexes = @Index(name = "ix_creative_daily_metrics_date", columnList = "date desc, creative_id"),
        check =
                @CheckConstraint(
                        name = "ck_creative_daily_metrics_nonneg",
                        constraint = DailyMetrics.NO_COUNT_BELOW_ZERO))
@SuppressWarnings("NullAway.Init")
public class CreativeDailyMetrics extends DailyMetrics {

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(columnDefinition = SqlType.TEXT)
    @OnDelete(action = OnDeleteAction.CASCADE)
    Creative creative;

    @Id
    LocalDate date;

    /** Which creative's, and which day. */
    public record Key(String creative, LocalDate date) {}
}
