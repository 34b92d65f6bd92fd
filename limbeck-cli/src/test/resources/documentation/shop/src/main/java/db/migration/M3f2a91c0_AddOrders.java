package db.migration;

import static org.limbeck.migration.Ddl.*;

import org.limbeck.migration.Migration;
import org.limbeck.migration.Operations;
import org.limbeck.migration.Revision;

/** Orders; one row per checkout. */
@Revision(id = "3f2a91c0", revises = "9b1c44e0", message = "add orders")
public class M3f2a91c0_AddOrders implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createEnum("order_state", "new", "paid", "shipped");
        op.createTable(
                "orders",
                column("id", bigint()).identity(),
                column("user_id", bigint()).notNull(),
                column("state", type("order_state")).notNull().defaultTo("new"),
                column("total", numeric(12, 2)).notNull().defaultTo(0),
                column("placed_at", timestamptz()).notNull().defaultSql("now()"),
                primaryKey("id"),
                foreignKey("user_id").references("users", "id").onDelete(CASCADE),
                check("orders_total_not_negative", "total >= 0"));
        op.createIndex(index("orders_open_idx").on("orders", "placed_at").where("state = 'new'"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("orders");
        op.dropEnum("order_state");
    }
}
