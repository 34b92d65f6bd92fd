import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** Sends the statements of a script with the driver and nothing else; between empty lines stands one transaction. */
final class ReplayBench {

    private ReplayBench() {}

    /** @param args the URL of the database, and the script */
    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection(args[0]);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String transaction : Files.readString(Path.of(args[1])).split("\n\n")) {
                for (String sql : transaction.split(";\n")) {
                    statement.execute(sql);
                }
                connection.commit();
            }
        }
    }
}
