package org.limbeck.script;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the migrations of several locations. Of Java sources and SQL files only the head is read; nothing is compiled and
 * no class is initialised.
 */
public final class ScriptReader {

    private final List<Location> locations;
    private final FolderReader folders;
    private final ClassPathReader packages;

    /**
     * @param locations where to look, in this order
     * @param stateDirectory where headers are kept for the next run; null to keep nothing
     * @param loader sees the packages of the locations
     */
    public ScriptReader(List<Location> locations, @Nullable Path stateDirectory, ClassLoader loader) {
        this(locations, stateDirectory, loader, Clock.systemUTC());
    }

    ScriptReader(List<Location> locations, @Nullable Path stateDirectory, ClassLoader loader, Clock clock) {
        this.locations = List.copyOf(locations);
        this.folders = new FolderReader(stateDirectory, clock);
        this.packages = new ClassPathReader(loader);
    }

    /**
     * Reads all headers. A location that doesn't exist has no migrations; a file that is reached through two locations
     * counts once.
     *
     * @throws org.limbeck.problem.LimbeckException if a header is missing or cannot be read, or a file is not UTF-8
     */
    public Scripts read() {
        List<Script> scripts = new ArrayList<>();
        List<JavaSource> sources = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Location location : locations) {
            if (location instanceof Location.Folder folder) {
                folders.read(folder, seen, scripts, sources);
            } else if (location instanceof Location.JavaPackage name) {
                scripts.addAll(packages.read(name, seen));
            }
        }
        return new Scripts(scripts, sources);
    }
}
