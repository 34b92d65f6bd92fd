package db.migration;

import static org.limbeck.migration.Ddl.*;

import org.limbeck.migration.Migration;
import org.limbeck.migration.Operations;
import org.limbeck.migration.Revision;

/** People who can sign in. */
@Revision(id = "9b1c44e0", message = "create users")
public class M9b1c44e0_CreateUsers implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "users",
                column("id", bigint()).identity(),
                column("email", text()).notNull(),
                column("name", text()),
                primaryKey("id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("users");
    }
}
