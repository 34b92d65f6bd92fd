package ads.model;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** A campaign's day. */
@Entity
@IdClass(CampaignDailyMetrics.Key.class)
@Table(
        name = "campaign_daily_metrics",
        indexes = @Index(name = "ix_campaign_daily_metrics_date", columnList = "date desc, campaign_id"),
        check =
                @CheckConstraint(
                        name = "ck_campaign_daily_metrics_nonneg",
                        constraint = DailyMetrics.NO_COUNT_BELOW_ZERO))
@SuppressWarnings("NullAway.Init")
public class CampaignDailyMetrics extends DailyMetrics {

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @OnDelete(action = OnDeleteAction.CASCADE)
    Campaign campaign;

    @Id
    LocalDate date;

    /** Which campaign's, and which day. */
    public record Key(long campaign, LocalDate date) {}
}
