package ads.model;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;
import org.jspecify.annotations.Nullable;

/** An advertising account; its number is the one that LinkedIn assigns. */
@Entity
@Table(
        name = "ad_accounts",
        check = {
            @CheckConstraint(name = "ck_ad_accounts_id", constraint = "id > 0"),
            @CheckConstraint(name = "ck_ad_accounts_currency", constraint = "currency ~ '^[A-Z]{3}$'")
        })
@SuppressWarnings("NullAway.Init")
public class AdAccount {

    @Id
    long id;

    @Column(nullable = false, columnDefinition = SqlType.TEXT)
    String name;

    @Column(nullable = false, columnDefinition = SqlType.TEXT)
    String status;

    @Column(nullable = false, columnDefinition = SqlType.TEXT)
    @ColumnDefault("'USD'")
    String currency;

    @Column(columnDefinition = SqlType.TEXT)
    @Nullable
    String type;

    @ColumnDefault("false")
    boolean isTest;

    @Column(columnDefinition = SqlType.TIMESTAMPTZ)
    @Nullable
    Instant createdAt;

    @Column(nullable = false, columnDefinition = SqlType.TIMESTAMPTZ)
    @ColumnDefault("now()")
    Instant fetchedAt;
}
