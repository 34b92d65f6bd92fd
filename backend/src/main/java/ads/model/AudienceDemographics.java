package ads.model;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** How an account's impressions are spread over one trait of the people who saw them. */
@Entity
@IdClass(AudienceDemographics.Key.class)
@Table(
        name = "audience_demographics",
        indexes =
                @Index(
                        name = "ix_audience_demographics_latest",
                        columnList = "account_id, pivot_type, date_start desc, impressions desc"),
        check = {
            @CheckConstraint(name = "ck_audience_demographics_window", constraint = "date_end >= date_start"),
            @CheckConstraint(
                    name = "ck_audience_demographics_values",
                    constraint = "impressions >= 0 AND clicks >= 0 AND share_pct BETWEEN 0 AND 100")
        })
@SuppressWarnings("NullAway.Init")
public class AudienceDemographics {

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @OnDelete(action = OnDeleteAction.CASCADE)
    AdAccount account;

    /** The trait, for example job_title. */
    @Id
    @Column(columnDefinition = SqlType.TEXT)
    String pivotType;

    @Id
    @Column(columnDefinition = SqlType.TEXT)
    String segment;

    @Id
    LocalDate dateStart;

    @ColumnDefault("0")
    int impressions;

    @ColumnDefault("0")
    int clicks;

    @Column(nullable = false, precision = 9, scale = 4)
    @ColumnDefault("0")
    BigDecimal ctr;

    /** Of the trait's impressions, in percent. */
    @Column(nullable = false, precision = 5, scale = 2)
    @ColumnDefault("0")
    BigDecimal sharePct;

    @Column(nullable = false)
    LocalDate dateEnd;

    @Column(nullable = false, columnDefinition = SqlType.TIMESTAMPTZ)
    @ColumnDefault("now()")
    Instant fetchedAt;

    /** Whose, which trait, which value of it, and from which day on. */
    public record Key(long account, String pivotType, String segment, LocalDate dateStart) {}
}
