package org.limbeck.cli.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Does what is typed at the prompt of a {@code console} block: Limbeck, and the few other words that pages need. */
final class Console {

    private static final String PROMPT = "$ ";

    private final Project project;
    private int exitCode;
    private String data = "";

    Console(Project project) {
        this.project = project;
    }

    /** What the last command printed to the standard output. */
    String data() {
        return data;
    }

    /**
     * One command of a block.
     *
     * @param line what is typed
     * @param said what the page says is printed
     */
    record Command(String line, String said) {}

    /** The commands of a block; a line behind a backslash belongs to the one above. */
    static List<Command> commands(String text) {
        List<Command> commands = new ArrayList<>();
        String line = null;
        StringBuilder said = new StringBuilder();
        boolean goesOn = false;
        for (String next : text.lines().toList()) {
            if (goesOn) {
                line += "\n" + next;
            } else if (next.startsWith(PROMPT)) {
                if (line != null) {
                    commands.add(new Command(line, said.toString()));
                }
                line = next.substring(PROMPT.length());
                said.setLength(0);
            } else if (line == null) {
                throw new AssertionError("a console block begins with \"$ \"");
            } else {
                said.append(next).append('\n');
            }
            goesOn = next.endsWith("\\");
        }
        commands.add(new Command(String.valueOf(line), said.toString()));
        return commands;
    }

    /** Runs a line; returns what it prints. As in a terminal, the next line is run in the folder that this one entered. */
    String run(String line) throws IOException {
        StringBuilder printed = new StringBuilder();
        for (String command : line.replace("\\\n", " ").split(" && ", -1)) {
            printed.append(runOne(words(command)));
        }
        return printed.toString();
    }

    private String runOne(List<String> given) throws IOException {
        List<String> words = new ArrayList<>(given);
        Map<String, String> variables = new HashMap<>();
        while (words.get(0).matches("[A-Z_]+=.*")) {
            String assignment = words.remove(0);
            int equals = assignment.indexOf('=');
            variables.put(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
        return switch (words.get(0)) {
            case "limbeck", "./limbeck", "../limbeck" -> limbeck(words.subList(1, words.size()), variables);
            case "cd" -> {
                project.enter(words.get(1));
                yield "";
            }
            case "cat" -> Files.readString(project.folder().resolve(words.get(1)));
            case "rm" -> {
                Files.delete(project.folder().resolve(words.get(1)));
                yield "";
            }
            case "export" -> {
                int equals = words.get(1).indexOf('=');
                project.setVariable(
                        words.get(1).substring(0, equals), words.get(1).substring(equals + 1));
                yield "";
            }
            case "echo" -> exitCode + "\n";
            // What is running just now.
            case "mvn" -> "";
            default -> throw new AssertionError("pages can't run " + words.get(0));
        };
    }

    private String limbeck(List<String> words, Map<String, String> variables) throws IOException {
        int redirection = words.indexOf(">");
        Project.Result result = project.run(redirection < 0 ? words : words.subList(0, redirection), variables);
        exitCode = result.exitCode();
        data = result.data();
        if (redirection < 0) {
            return result.all();
        }
        project.write(words.get(redirection + 1), result.data());
        // The rest went to the terminal.
        return result.all().replace(result.data(), "");
    }

    /** Splits as a shell does, as far as pages need it. */
    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (char c : command.strip().toCharArray()) {
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                inWord = true;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && c == ' ') {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
