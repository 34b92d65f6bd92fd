package db.migration;

import static org.limbeck.migration.Ddl.*;

import org.limbeck.migration.Migration;
import org.limbeck.migration.Operations;
import org.limbeck.migration.Revision;
import org.limbeck.schema.Column;

/** A name for what a creative shows; null where it has no content of its own, or wasn't synced since. */
@Revision(id = "0003", revises = "0002", message = "add content name")
public class M0003_AddContentName implements Migration {

    private static final Column CONTENT_NAME = column("content_name", text());

    @Override
    public void upgrade(Operations op) {
        op.addColumn("creatives", CONTENT_NAME);
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("creatives", CONTENT_NAME);
    }
}
