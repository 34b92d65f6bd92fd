package org.limbeck.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Place;
import org.limbeck.script.Script;
import org.limbeck.script.Scripts;

/** Revisions and commands in the words of problems. */
record GraphWords(Scripts scripts, String verb) {

    String command(String target) {
        return switch (verb) {
            case "revision" -> "limbeck revision --head " + target + " -m \"...\"";
            case "history" -> "limbeck history -r " + target + ":";
            default -> "limbeck " + verb + " " + target;
        };
    }

    List<String> lines(List<String> ids) {
        int width = ids.stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (String id : ids) {
            String message = scripts.find(id).map(Script::message).orElse("");
            String created = scripts.find(id).map(Script::created).orElse("");
            lines.add(
                    (id + " ".repeat(width - id.length()) + "  " + message + (created.isEmpty() ? "" : "   " + created))
                            .stripTrailing());
        }
        return lines;
    }

    String title(String id) {
        return (id + " " + scripts.find(id).map(Script::message).orElse("")).strip();
    }

    String firstWord(String id) {
        return scripts.find(id)
                .map(Script::message)
                .filter(message -> !message.isBlank())
                .orElse(id);
    }

    @Nullable
    Place place(String id) {
        return scripts.find(id).map(Script::place).orElse(null);
    }

    Place place(int position) {
        return scripts.all().get(position).place();
    }

    static String count(int number) {
        return switch (number) {
            case 2 -> "two";
            case 3 -> "three";
            case 4 -> "four";
            default -> Integer.toString(number);
        };
    }
}
