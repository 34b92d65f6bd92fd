package org.limbeck.cli.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.limbeck.setting.SettingSources;
import org.limbeck.setting.Settings;

/** Runs the samples of one page, in order. CONTRIBUTING.md says what is done with which block. */
final class PageRun implements AutoCloseable {

    private static final Set<String> NOT_RUN = Set.of("text", "xml", "yaml", "sh");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:public )?(?:final )?(?:class|record|interface) (\\w+)");
    private static final Pattern HEADER = Pattern.compile("(?m)^-- (revision|message):\\s*(.*)$");

    private final Page page;
    private final DatabaseServer server;
    private final JavaCompilation compilation = new JavaCompilation();
    private final Rewriting rewriting;
    private final List<String> failures = new ArrayList<>();
    private Project project;
    private Console console;
    private @Nullable Fragment fragment;
    private boolean triedAtHeads;
    private boolean reverseMissing;

    PageRun(Page page, DatabaseServer server) throws IOException, SQLException {
        this.page = page;
        this.server = server;
        this.rewriting = new Rewriting(page);
        this.project = Project.begin("empty", server);
        this.console = new Console(project);
    }

    /** Returns what is wrong, each with its place. */
    List<String> run() throws Exception {
        for (Page.Element element : page.elements()) {
            if (element instanceof Page.Begin begin) {
                project.close();
                project = Project.begin(begin.project(), server);
                console = new Console(project);
                fragment = null;
                triedAtHeads = false;
            } else if (element instanceof Page.Sample sample) {
                try {
                    run(sample.block());
                } catch (AssertionError | Exception failure) {
                    fail(sample.block(), failure.toString());
                }
            }
        }
        failIfReverseIsMissing(page.lines().size());
        if (Repository.WRITE) {
            rewriting.write();
        }
        return failures;
    }

    private void run(Block block) throws Exception {
        if (NOT_RUN.contains(block.language())) {
            if (!block.argument().isEmpty()) {
                project.write(block.argument(), block.text());
            } else if (block.reason().isEmpty()) {
                fail(block, "needs a comment above it that says why it isn't run: <!-- not run: ... -->");
            }
            return;
        }
        demandReverse(block);
        switch (block.language()) {
            case "java" -> java(block);
            case "sql" -> sql(block);
            case "properties" -> properties(block);
            case "console" -> console(block);
            default -> fail(block, "nobody knows how to check a block of \"" + block.language() + "\"");
        }
    }

    private void java(Block block) throws Exception {
        Matcher type = TYPE.matcher(block.text());
        if (!type.find()) {
            fragment = Fragment.compile(
                    block.text(),
                    compilation,
                    Files.createDirectories(project.top().resolve(".samples")));
            runFragment(fragment);
            return;
        }
        Matcher named = PACKAGE.matcher(block.text());
        String folder = named.find() ? named.group(1).replace('.', '/') + "/" : "";
        if (block.argument().equals("written")) {
            Path written = project.folder().resolve("src/main/java/" + folder + type.group(1) + ".java");
            compare(block, block.text(), Files.readString(written));
            return;
        }
        String file =
                block.argument().isEmpty() ? "src/main/java/" + folder + type.group(1) + ".java" : block.argument();
        Path path = project.write(file, block.text());
        if (block.text().contains("@Revision")) {
            upAndDown();
        } else {
            String text = path.toString();
            Path sources = Path.of(text.substring(
                    0, text.length() - folder.length() - type.group(1).length() - 5));
            compilation.compile(
                    path, sources, Files.createDirectories(project.top().resolve("target/classes")));
        }
    }

    private void runFragment(Fragment compiled) throws Exception {
        upgradeTried();
        try (Connection connection = server.connectToFresh()) {
            triedAtHeads = compiled.transactional();
            connection.setAutoCommit(!compiled.transactional());
            compiled.run(connection);
        }
    }

    /** Sees to a database at the heads, for a sample to be tried in. */
    private void upgradeTried() throws SQLException {
        if (!triedAtHeads) {
            String url = server.fresh();
            project.demand("upgrade", "heads", "--url", url);
            triedAtHeads = true;
        }
    }

    private void sql(Block block) throws Exception {
        if (block.argument().equals("output")) {
            compare(block, block.text(), console.data());
        } else if (block.argument().equals("sent")) {
            compare(block, block.text(), current().sent());
        } else if (block.argument().equals("undone")) {
            compare(block, block.text(), current().undone().orElseThrow(() -> new AssertionError("it has no reverse")));
        } else if (block.text().startsWith("-- revision:")) {
            project.write(block.argument().isEmpty() ? sqlFile(block.text()) : block.argument(), block.text());
            upAndDown();
        } else {
            if (!block.argument().isEmpty()) {
                project.write(block.argument(), block.text());
            }
            upgradeTried();
            try (Connection connection = server.connectToFresh();
                    java.sql.Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute(block.text());
            }
        }
    }

    /** Whoever shows what is sent also shows what undoes it, where there is such a thing. */
    private void demandReverse(Block block) {
        if (block.language().equals("sql") && block.argument().equals("undone")) {
            reverseMissing = false;
        }
        failIfReverseIsMissing(block.line());
        reverseMissing = block.argument().equals("sent") && current().undone().isPresent();
    }

    private void failIfReverseIsMissing(int line) {
        if (reverseMissing) {
            failures.add(Repository.shown(page.file()) + ":" + line + ": above, a block \"sql undone\" is missing");
        }
    }

    private Fragment current() {
        if (fragment == null) {
            throw new AssertionError("there is no Java fragment above");
        }
        return fragment;
    }

    private String sqlFile(String text) {
        Matcher header = HEADER.matcher(text);
        String id = header.find() ? header.group(2) : "";
        String message = header.find() ? header.group(2) : "";
        Path folder = project.migrationFolders().stream()
                .filter(path -> path.toString().contains("resources"))
                .findFirst()
                .orElse(project.migrationFolders().get(0));
        String slug = message.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return folder.resolve(id + "_" + slug + ".sql").toString();
    }

    /** Runs all migrations up, down and up again, in a database of their own. */
    private void upAndDown() throws SQLException {
        triedAtHeads = false;
        String url = server.fresh();
        project.demand("upgrade", "heads", "--url", url);
        Project.Result down = project.run(List.of("downgrade", "base", "--url", url), Map.of());
        if (down.exitCode() != 0 && !down.all().contains("[L032]")) {
            throw new AssertionError("the way down fails\n" + down.all());
        }
        project.demand("upgrade", "heads", "--url", url);
    }

    private void properties(Block block) throws IOException {
        Path file = project.write(".samples/limbeck.properties", block.text());
        Settings.load(new SettingSources(project.folder(), Map.of(), Map.of(), file));
        if (!block.argument().isEmpty()) {
            project.write(block.argument(), block.text());
        }
    }

    private void console(Block block) throws IOException {
        triedAtHeads = false;
        StringBuilder written = new StringBuilder();
        List<String> wrong = new ArrayList<>();
        for (Console.Command command : Console.commands(block.text())) {
            String printed = console.run(command.line());
            boolean right = Output.matches(command.said(), printed);
            if (!right) {
                wrong.add("$ " + command.line() + "\nprints\n" + Output.stable(printed));
            }
            written.append("$ ").append(command.line()).append('\n');
            written.append(right ? command.said() : Output.stable(Output.withLineFeed(printed)));
        }
        if (!wrong.isEmpty()) {
            fail(block, String.join("\n", wrong));
            rewriting.replace(block, written.toString());
        }
    }

    private void compare(Block block, String said, String printed) {
        if (!Output.matches(said, printed)) {
            fail(block, "it is\n" + Output.stable(printed));
            rewriting.replace(block, Output.stable(Output.withLineFeed(printed)));
        }
    }

    private void fail(Block block, String what) {
        failures.add(Repository.shown(page.file()) + ":" + block.line() + ": " + what);
    }

    @Override
    public void close() throws IOException {
        compilation.close();
        project.close();
    }
}
