package db.migration;

import static org.limbeck.migration.Ddl.*;

import org.limbeck.migration.Migration;
import org.limbeck.migration.Operations;
import org.limbeck.migration.Revision;

/** create orders */
@Revision(id = "0001", message = "create orders")
public class M0001_CreateOrders implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("orders", column("id", bigint()).identity(), primaryKey("id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("orders");
    }
}
