package ads.model;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.Nullable;

/** What a campaign shows; its key is a URN. */
@Entity
@Table(
        name = "creatives",
        indexes = {
            @Index(name = "ix_creatives_campaign_id", columnList = "campaign_id"),
            @Index(name = "ix_creatives_account_id_modified", columnList = "account_id, last_modified_at desc")
        },
        check = @CheckConstraint(name = "ck_creatives_id_urn", constraint = "id ~ '^urn:li:sponsoredCreative:[0-9]+$'"))
@SuppressWarnings("NullAway.Init")
public class Creative {

    @Id
    @Column(columnDefinition = SqlType.TEXT)
    String id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @OnDelete(action = OnDeleteAction.CASCADE)
    Campaign campaign;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @OnDelete(action = OnDeleteAction.CASCADE)
    AdAccount account;

    @Column(columnDefinition = SqlType.TEXT)
    @Nullable
    String intendedStatus;

    @ColumnDefault("false")
    boolean isServing;

    @Column(columnDefinition = SqlType.TEXT)
    @Nullable
    String contentReference;

    /** A name for what it shows; null where it has no content of its own, or wasn't synced since there are names. */
    @Column(columnDefinition = SqlType.TEXT)
    @Nullable
    String contentName;

    /** Why it is held, with commas between the reasons; null if it isn't. */
    @Column(columnDefinition = SqlType.TEXT)
    @Nullable
    String servingHoldReasons;

    @Column(columnDefinition = SqlType.TIMESTAMPTZ)
    @Nullable
    Instant createdAt;

    @Column(columnDefinition = SqlType.TIMESTAMPTZ)
    @Nullable
    Instant lastModifiedAt;

    @Column(nullable = false, columnDefinition = SqlType.TIMESTAMPTZ)
    @ColumnDefault("now()")
    Instant fetchedAt;
}
