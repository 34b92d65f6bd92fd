package db.migration;

import static org.limbeck.migration.Ddl.*;

import org.limbeck.migration.Migration;
import org.limbeck.migration.Operations;
import org.limbeck.migration.Revision;

/** create authors and books */
@Revision(id = "0001", message = "create authors and books")
public class M0001_CreateAuthorsAndBooks implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "author",
                column("id", bigint()).identity(),
                column("name", varchar(255)).notNull(),
                primaryKey("id"));
        op.createTable(
                "book",
                column("id", bigint()).identity(),
                column("author_id", bigint()).notNull(),
                column("title", varchar(255)).notNull(),
                primaryKey("id"),
                foreignKey("author_id").references("author", "id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable(table(
                "book",
                column("id", bigint()).identity(),
                column("author_id", bigint()).notNull(),
                column("title", varchar(255)).notNull(),
                primaryKey("id"),
                foreignKey("author_id").references("author", "id")));
        op.dropTable(table(
                "author",
                column("id", bigint()).identity(),
                column("name", varchar(255)).notNull(),
                primaryKey("id")));
    }
}
