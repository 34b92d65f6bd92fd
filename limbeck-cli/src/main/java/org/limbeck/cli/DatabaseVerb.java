package org.limbeck.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import org.limbeck.embedded.RunningServer;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.setting.Database;

final class DatabaseVerb implements Verb {

    private static final String YES = "--yes";

    @Override
    public String name() {
        return "database";
    }

    @Override
    public String summary() {
        return "Start, stop, reset or enter the database.";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration
                .argument(
                        "<action>",
                        1,
                        Integer.MAX_VALUE,
                        "start, stop, status and reset are for the embedded database; url prints the JDBC URL, psql"
                                + " opens a session, with what follows -- as psql's own arguments.")
                .flag("Reset without asking.", "-y", YES)
                .example("limbeck database start", "the embedded database")
                .example("limbeck database psql", "a session in the configured database")
                .example("limbeck database psql -- -c \"select 1\"", "one statement")
                .example("limbeck database reset --yes", "delete all data of the embedded database");
    }

    @Override
    public int run(Invocation invocation) {
        List<String> arguments = invocation.arguments();
        String action = arguments.get(0);
        if (arguments.size() > 1 && !action.equals("psql")) {
            throw invocation
                    .usage("limbeck database " + action + " takes no further argument, but was given \""
                            + arguments.get(1) + "\"")
                    .exception();
        }
        return switch (action) {
            case "start" -> start(invocation);
            case "stop" -> stop(invocation);
            case "status" -> status(invocation);
            case "url" -> url(invocation);
            case "psql" -> psql(invocation, arguments.subList(1, arguments.size()));
            case "reset" -> reset(invocation);
            default ->
                throw invocation
                        .usage("limbeck database knows no \"" + action + "\"")
                        .hint("there are start, stop, status, url, psql and reset")
                        .exception();
        };
    }

    private static EmbeddedDatabase embedded(Invocation invocation) {
        if (!invocation.database().isEmbedded()) {
            throw Problem.of(
                            ProblemCode.NO_EMBEDDED_SERVER,
                            "the configured database is "
                                    + invocation.database().displayName() + ", which Limbeck does not run")
                    .hint("for the embedded one", "limbeck database status --url embedded")
                    .exception();
        }
        return invocation.database().embedded();
    }

    private static int start(Invocation invocation) {
        RunningServer server = embedded(invocation).start();
        if (invocation.json()) {
            invocation.out().print(json(server));
        } else {
            invocation.out().println(line(invocation, server));
            invocation.next("to enter it", "limbeck database psql");
        }
        return ExitCode.DONE;
    }

    private static int status(Invocation invocation) {
        Optional<RunningServer> server = embedded(invocation).status();
        if (invocation.json()) {
            invocation.out().print(server.map(DatabaseVerb::json).orElse("{\n  \"running\" : false\n}\n"));
        } else if (server.isPresent()) {
            invocation.out().println(line(invocation, server.get()));
        } else {
            invocation.out().println("not running");
            invocation.next("to start it", "limbeck database start");
        }
        return ExitCode.DONE;
    }

    private static String line(Invocation invocation, RunningServer server) {
        return "PostgreSQL " + server.version() + " runs on " + RunningServer.HOST + ":" + server.port() + ", process "
                + server.pid() + ", data in "
                + embedded(invocation).typed(server.dataFolder().toString());
    }

    private static String json(RunningServer server) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("running", true);
        map.put("version", server.version());
        map.put("host", RunningServer.HOST);
        map.put("port", server.port());
        map.put("pid", server.pid());
        map.put("dataFolder", server.dataFolder().toString());
        return JsonText.text(map);
    }

    private static int stop(Invocation invocation) {
        boolean ran = embedded(invocation).stop();
        invocation.note(ran ? "stopped; the data stay" : "it was not running");
        return ExitCode.DONE;
    }

    private static int url(Invocation invocation) {
        boolean embedded = invocation.database().isEmbedded();
        invocation.out().println(DatabaseAddress.jdbcUrl(environment(invocation), embedded));
        return ExitCode.DONE;
    }

    private static int psql(Invocation invocation, List<String> further) {
        List<String> command = new ArrayList<>(List.of("psql"));
        command.addAll(further);
        return ChildProgram.run(
                invocation,
                command,
                environment(invocation),
                problem -> problem.hint("to install it on Debian or Ubuntu", "apt install postgresql-client")
                        .hint("for another program, the address is", "limbeck database url"));
    }

    private static Map<String, String> environment(Invocation invocation) {
        Database database = invocation.database().database();
        return database instanceof Database.Server server
                ? server.programEnvironment()
                : DatabaseAddress.of(invocation.database().embedded().start());
    }

    private static int reset(Invocation invocation) {
        EmbeddedDatabase embedded = embedded(invocation);
        if (!invocation.flag(YES) && !confirmed(invocation, embedded.data())) {
            invocation.note("nothing was deleted");
            return ExitCode.ANSWER_NEEDED;
        }
        boolean hadData = embedded.reset();
        invocation.note(hadData ? "the embedded database is gone" : "there was no embedded database");
        invocation.next("to make a new one", "limbeck upgrade");
        return ExitCode.DONE;
    }

    private static boolean confirmed(Invocation invocation, String data) {
        if (!invocation.surroundings().terminal().in()) {
            throw Problem.of(
                            ProblemCode.ANSWER_NEEDED,
                            "all data of the embedded database in " + data + " would be deleted")
                    .databaseState("Nothing was changed.")
                    .hint("to delete it", "limbeck database reset --yes")
                    .exception();
        }
        invocation.surroundings().err().print("Delete all data of the embedded database in " + data + "? [y/N] ");
        invocation.surroundings().err().flush();
        Scanner scanner = new Scanner(invocation.surroundings().in(), StandardCharsets.UTF_8);
        return scanner.hasNextLine()
                && List.of("y", "yes").contains(scanner.nextLine().strip());
    }
}
