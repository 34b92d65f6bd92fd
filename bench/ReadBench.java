import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.limbeck.catalog.CatalogReader;
import org.limbeck.catalog.CatalogScope;
import org.limbeck.schema.Schema;

/** Reads the schema of a database once, and prints the seconds that the first reading of this process takes. */
final class ReadBench {

    private ReadBench() {}

    public static void main(String[] args) throws SQLException {
        try (Connection connection = DriverManager.getConnection(args[0])) {
            long start = System.nanoTime();
            Schema schema = CatalogReader.read(connection, CatalogScope.of("public"));
            double seconds = (System.nanoTime() - start) / 1e9;
            if (schema.equals(Schema.EMPTY)) {
                throw new IllegalStateException("there is nothing to read");
            }
            System.out.println(seconds);
        }
    }
}
