package org.limbeck.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.schema.QualifiedName;
import shop.Shop;

/** The statements create on a server what Hibernate expects there. */
class ServerTest {

    @TempDir
    Path cache;

    @ParameterizedTest
    @CsvSource({"NEWEST, 18", "NEWEST, 14", "OLDEST, 18", "OLDEST, 14"})
    void theyCanBeExecutedAndHibernateValidatesThem(Hibernates hibernate, int major) {
        EntityStatements statements = read(hibernate, major);
        Database database = Database.on(major);

        database.execute(statements.statements());
        database.execute(statements.views());

        assertThat(statements.unmanagedTables())
                .containsExactlyInAnyOrder(QualifiedName.of("sales.foreign_owner"), QualifiedName.of("foreign_parts"));
        assertThat(
                        database.rows(
                                "SELECT DISTINCT conname FROM pg_constraint WHERE conrelid = 'purchase'::regclass AND contype = 'f'"))
                .containsExactlyInAnyOrder(
                        "purchase_customer_id_fkey",
                        "purchase_giver_id_fkey",
                        "purchase_agent_fk",
                        "fkb9cv22oo7xyp84hhqxbgpd4x8");
        assertThat(database.rows("SELECT indexname FROM pg_indexes WHERE tablename IN ('indexed', 'partially_indexed')"
                        + " UNION SELECT conname FROM pg_constraint WHERE contype IN ('f', 'u')"))
                .noneMatch(name -> name.matches("(uk|idx)[0-9a-z]{15,}"));
        if (hibernate == Hibernates.NEWEST) {
            Application.start(database, Shop.classes()).close();
        }
    }

    private EntityStatements read(Hibernates hibernate, int major) {
        Path classes = Path.of("target", "test-classes");
        return EntityReader.read(
                new EntitySource(List.of(), List.of(classes), List.of(), Map.of(), hibernate.jars(), cache, major));
    }
}
