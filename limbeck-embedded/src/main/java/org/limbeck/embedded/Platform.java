package org.limbeck.embedded;

import java.util.Locale;

/**
 * The operating system and processor, in the words of the archives' names.
 *
 * @param system {@code linux}, {@code darwin} or {@code windows}; another system's own name, lower case
 * @param architecture {@code x86_64} or {@code arm_64}; another processor's own name, lower case
 */
record Platform(String system, String architecture) {

    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Platform of(String osName, String osArchitecture) {
        return new Platform(
                system(osName.toLowerCase(Locale.ROOT)), architecture(osArchitecture.toLowerCase(Locale.ROOT)));
    }

    String archiveName() {
        return "postgres-" + system + "-" + architecture + ".txz";
    }

    boolean isLinux() {
        return system.equals("linux");
    }

    boolean isWindows() {
        return system.equals("windows");
    }

    private static String system(String name) {
        if (name.startsWith("windows")) {
            return "windows";
        }
        return name.startsWith("mac") ? "darwin" : name.replace(' ', '_');
    }

    private static String architecture(String name) {
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }
}
