package org.limbeck.cli.documentation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links of a page to other files and to headings. */
record Links(Page page) {

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("#+ (.*)");

    /** What the headings of a page are called in links, as the usual hosts do it. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /** The links that lead nowhere, with their lines. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        List<String> lines = prose();
        for (int i = 0; i < lines.size(); i++) {
            Matcher link = LINK.matcher(lines.get(i));
            while (link.find()) {
                if (!leadsSomewhere(link.group(1))) {
                    broken.add(Repository.shown(page.file()) + ":" + (i + 1) + ": " + link.group(1));
                }
            }
        }
        return broken;
    }

    private boolean leadsSomewhere(String target) {
        if (target.contains("://")) {
            return true;
        }
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        Path path = file.isEmpty()
                ? page.file()
                : page.file().resolveSibling(file).normalize();
        return Files.exists(path)
                && (hash < 0 || new Links(Page.read(path)).anchors().contains(target.substring(hash + 1)));
    }

    private Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        for (String line : prose()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                anchors.add(anchor(heading.group(1)));
            }
        }
        return anchors;
    }

    /** The lines, empty where they are part of a block. */
    private List<String> prose() {
        List<String> lines = new ArrayList<>(page.lines());
        for (Block block : page.blocks()) {
            for (int i = block.firstIndex(); i < block.endIndex(); i++) {
                lines.set(i, "");
            }
        }
        return lines;
    }
}
