package ads.model;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;
import org.jspecify.annotations.Nullable;

/** A run of the sync. It outlives the account that it was for, so that nothing refers to one. */
@Entity
@Table(
        name = "sync_log",
        indexes = {
            @Index(
                    name = "ix_sync_log_success",
                    columnList = "account_id, finished_at desc",
                    options = "where status = 'success'"),
            @Index(name = "ix_sync_log_running", columnList = "started_at", options = "where status = 'running'")
        },
        check = {
            @CheckConstraint(name = "ck_sync_log_status", constraint = "status IN ('running', 'success', 'failed')"),
            @CheckConstraint(
                    name = "ck_sync_log_finished",
                    constraint = "(status = 'running') = (finished_at IS NULL)"),
            @CheckConstraint(name = "ck_sync_log_order", constraint = "finished_at >= started_at"),
            @CheckConstraint(
                    name = "ck_sync_log_counts",
                    constraint = "campaigns_fetched >= 0 AND creatives_fetched >= 0 AND api_calls_made >= 0")
        })
@SuppressWarnings("NullAway.Init")
public class SyncLog {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    /** An account's number, or 'all'. */
    @Column(nullable = false, columnDefinition = SqlType.TEXT)
    String accountId;

    @Column(nullable = false, columnDefinition = SqlType.TIMESTAMPTZ)
    @ColumnDefault("now()")
    Instant startedAt;

    @Column(columnDefinition = SqlType.TIMESTAMPTZ)
    @Nullable
    Instant finishedAt;

    @Column(nullable = false, columnDefinition = SqlType.TEXT)
    @ColumnDefault("'running'")
    String status;

    @Column(columnDefinition = SqlType.TEXT)
    @Nullable
    String trigger;

    @ColumnDefault("0")
    int campaignsFetched;

    @ColumnDefault("0")
    int creativesFetched;

    @ColumnDefault("0")
    int apiCallsMade;

    @Column(columnDefinition = SqlType.TEXT)
    @Nullable
    String errors;
}
