package ads.model;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/** A campaign of an account. It has a daily budget, a total one or both: none is another fact than zero. */
@Entity
@Table(
        name = "campaigns",
        indexes = @Index(name = "ix_campaigns_account_id_status", columnList = "account_id, status"),
        check = {
            @CheckConstraint(name = "ck_campaigns_id", constraint = "id > 0"),
            @CheckConstraint(
                    name = "ck_campaigns_budgets",
                    constraint = "daily_budget >= 0 AND total_budget >= 0 AND unit_cost >= 0"),
            @CheckConstraint(name = "ck_campaigns_budget_currency", constraint = "daily_budget_currency ~ '^[A-Z]{3}$'")
        })
@SuppressWarnings("NullAway.Init")
public class Campaign {

    @Id
    long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @OnDelete(action = OnDeleteAction.CASCADE)
    AdAccount account;

    @Column(nullable = false, columnDefinition = SqlType.TEXT)
    String name;

    @Column(nullable = false, columnDefinition = SqlType.TEXT)
    String status;

    @Column(columnDefinition = SqlType.TEXT)
    @Nullable
    String type;

    @Column(precision = 18, scale = 4)
    @Nullable
    BigDecimal dailyBudget;

    @Column(columnDefinition = SqlType.TEXT)
    @Nullable
    String dailyBudgetCurrency;

    @Column(precision = 18, scale = 4)
    @Nullable
    BigDecimal totalBudget;

    @Column(columnDefinition = SqlType.TEXT)
    @Nullable
    String costType;

    @Column(precision = 18, scale = 4)
    @Nullable
    BigDecimal unitCost;

    @Column(columnDefinition = SqlType.TEXT)
    @Nullable
    String bidStrategy;

    @Column(columnDefinition = SqlType.TEXT)
    @Nullable
    String creativeSelection;

    @ColumnDefault("false")
    boolean offsiteDeliveryEnabled;

    @ColumnDefault("false")
    boolean audienceExpansionEnabled;

    @Column(columnDefinition = SqlType.TEXT)
    @Nullable
    String campaignGroup;

    @Column(columnDefinition = SqlType.TIMESTAMPTZ)
    @Nullable
    Instant createdAt;

    @Column(nullable = false, columnDefinition = SqlType.TIMESTAMPTZ)
    @ColumnDefault("now()")
    Instant fetchedAt;
}
