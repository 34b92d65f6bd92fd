package org.limbeck.cli.documentation;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limbeck.migration.ConnectionCode;
import org.limbeck.migration.Migration;
import org.limbeck.migration.Operations;
import org.limbeck.migration.RecordedOperation;
import org.limbeck.migration.Recorder;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RunCode;
import org.limbeck.schema.NamingConvention;
import org.limbeck.sql.SqlWriter;
import org.limbeck.sql.Statement;

/**
 * A Java sample without a class: the body of {@code upgrade}, and behind a line {@code // downgrade} that of
 * {@code downgrade}. Without that line it is undone by the reverse of its operations, if all have one.
 */
record Fragment(List<Operation> upgrade, Optional<List<Operation>> downgrade) {

    private static final String SEPARATOR = "// downgrade\n";
    private static final String CLASS = "Sample";

    static Fragment compile(String text, JavaCompilation compilation, Path folder)
            throws IOException, ReflectiveOperationException {
        int separator = text.indexOf(SEPARATOR);
        String upgrade = separator < 0 ? text : text.substring(0, separator);
        String downgrade = separator < 0 ? "" : text.substring(separator);
        Path source = folder.resolve(CLASS + ".java");
        Files.writeString(source, """
                import static org.limbeck.migration.Ddl.*;
                import java.sql.*;
                import java.util.*;
                import org.limbeck.migration.*;
                public class Sample implements Migration {
                    @Override public void upgrade(Operations op) {
                %s}
                    @Override public void downgrade(Operations op) {
                %s}
                }
                """.formatted(upgrade, downgrade));
        compilation.compile(source, folder, folder);
        try (URLClassLoader classes =
                new URLClassLoader(new java.net.URL[] {folder.toUri().toURL()})) {
            Migration migration = (Migration)
                    classes.loadClass(CLASS).getDeclaredConstructor().newInstance();
            List<Operation> up = record(migration::upgrade);
            return new Fragment(up, separator < 0 ? reversed(up) : Optional.of(record(migration::downgrade)));
        }
    }

    private static List<Operation> record(Consumer<Operations> direction) {
        return new Recorder(CLASS, CLASS + ".java", NamingConvention.of("postgresql"))
                .record(direction).stream().map(RecordedOperation::operation).toList();
    }

    private static Optional<List<Operation>> reversed(List<Operation> operations) {
        List<Operation> reversed = new ArrayList<>();
        for (Operation operation : operations) {
            Optional<Operation> opposite = operation.reverse();
            if (opposite.isEmpty()) {
                return Optional.empty();
            }
            reversed.add(0, opposite.get());
        }
        return Optional.of(reversed);
    }

    /** The statements of the way up. */
    String sent() {
        return sql(upgrade);
    }

    /** The statements of the way down; none where there is no such way. */
    Optional<String> undone() {
        return downgrade.map(Fragment::sql);
    }

    private static String sql(List<Operation> operations) {
        SqlWriter writer = new SqlWriter();
        return operations.stream()
                .flatMap(operation -> writer.statements(operation).stream())
                .map(statement -> statement.text() + ";\n")
                .collect(Collectors.joining());
    }

    /** Whether it can be run in a transaction, and so be rolled back. */
    boolean transactional() {
        SqlWriter writer = new SqlWriter();
        return Stream.concat(upgrade.stream(), downgrade.orElse(List.of()).stream())
                .flatMap(operation -> writer.statements(operation).stream())
                .allMatch(Statement::transactional);
    }

    /** Runs it up; if there is a way down, also down and up again. */
    void run(Connection connection) throws Exception {
        run(connection, upgrade);
        if (downgrade.isPresent()) {
            run(connection, downgrade.get());
            run(connection, upgrade);
        }
    }

    private static void run(Connection connection, List<Operation> operations) throws Exception {
        SqlWriter writer = new SqlWriter();
        for (Operation operation : operations) {
            if (operation instanceof RunCode code) {
                ((ConnectionCode) code.code()).run(connection);
            }
            for (Statement statement : writer.statements(operation)) {
                execute(connection, statement.text());
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
