package org.limbeck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Scripts for a shell without a locale, which has a function for the command. */
record ShellScript(Path folder) {

    /** What a script writes to either stream, without colors. */
    String said(String script) throws IOException, InterruptedException {
        String function = "limbeck() { \"$java\" -cp \"$classes\" " + Main.class.getName() + " \"$@\"; }\n";
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", function + script)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .put(
                        "java",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.environment().put("classes", System.getProperty("java.class.path"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
