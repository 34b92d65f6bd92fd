package org.limbeck.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A way of running PostgreSQL's programs, which refuse to run as root.
 *
 * @param name how it is called in problems
 * @param prefix what stands before the command
 * @param uid the user that must own the server's files; -1 where they are the caller's own and stay so
 * @param gid that user's group
 */
record Account(String name, List<String> prefix, int uid, int gid) {

    private static final int NOBODY = 65534;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    Account {
        prefix = List.copyOf(prefix);
    }

    static Account own() {
        return new Account("the own user", List.of(), -1, -1);
    }

    /** The ways to try, best first. For root: the owner of the project, or nobody; or root inside a user namespace. */
    static List<Account> candidates(Path project) throws IOException {
        if (!isRoot()) {
            return List.of(own());
        }
        int uid = (int) Files.getAttribute(project, "unix:uid");
        boolean foreign = uid != 0;
        int owner = foreign ? uid : NOBODY;
        int group = foreign ? (int) Files.getAttribute(project, "unix:gid") : NOBODY;
        String user = foreign ? Files.getOwner(project).getName() : "nobody";
        return List.of(
                new Account(
                        "setpriv",
                        List.of("setpriv", "--reuid=" + owner, "--regid=" + group, "--clear-groups", "--"),
                        owner,
                        group),
                new Account("unshare", List.of("unshare", "--user", "--"), 0, 0),
                new Account("runuser", List.of("runuser", "-u", user, "--"), owner, group),
                new Account(
                        "su", List.of("su", "-s", "/bin/sh", user, "-c", "exec \"$0\" \"$@\"", "--"), owner, group));
    }

    static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self)
                ? Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))
                : "root".equals(System.getProperty("user.name"));
    }

    List<String> command(List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    /** Whether programs that run this way can write one folder and read another; found out by doing it. */
    Commands.Result tryAccess(Path writable, Path readable) {
        if (prefix.isEmpty()) {
            return new Commands.Result(0, "");
        }
        String script = "cd \"$1\" && test -w . && cd \"$2\" && test -r .";
        return Commands.run(
                command(List.of("/bin/sh", "-c", script, "sh", writable.toString(), readable.toString())),
                "",
                PATIENCE);
    }

    boolean owns(Path path) throws IOException {
        return uid < 0 || Integer.valueOf(uid).equals(Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS));
    }

    void give(Path path) throws IOException {
        if (!owns(path)) {
            Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        }
    }
}
