package db.migration;

import static org.limbeck.migration.Ddl.*;

import java.util.List;
import org.limbeck.migration.Migration;
import org.limbeck.migration.Operations;
import org.limbeck.migration.Revision;
import org.limbeck.schema.Column;

/** Counts of follows, leads and messages, and why a creative is held. Days synced before read 0 until their next sync. */
@Revision(id = "0002", revises = "0001", message = "add message metrics and serving hold reasons")
public class M0002_AddMessageMetrics implements Migration {

    private static final List<Column> COUNTS = List.of(
            column("follows", integer()).notNull().defaultTo(0),
            column("leads", integer()).notNull().defaultTo(0),
            column("opens", integer()).notNull().defaultTo(0),
            column("sends", integer()).notNull().defaultTo(0));

    private static final Column HOLD_REASONS = column("serving_hold_reasons", text());

    @Override
    public void upgrade(Operations op) {
        COUNTS.forEach(count -> op.addColumn("campaign_daily_metrics", count));
        COUNTS.forEach(count -> op.addColumn("creative_daily_metrics", count));
        op.addColumn("creatives", HOLD_REASONS);
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("creatives", HOLD_REASONS);
        COUNTS.forEach(count -> op.dropColumn("creative_daily_metrics", count));
        COUNTS.forEach(count -> op.dropColumn("campaign_daily_metrics", count));
    }
}
