package org.limbeck.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a server stands on: the account that runs it and the cache that holds its programs, chosen together since the
 * one must be able to read the other.
 */
record Ground(Account account, BinariesCache cache) {

    /**
     * Tries every account with every cache folder.
     *
     * @param project a folder whose owner the server should run as, if that is not root
     */
    static Ground choose(ServerFolder folder, Path project, List<Path> caches, ServerListener listener)
            throws IOException {
        List<String> tried = new ArrayList<>();
        for (Path cache : caches) {
            if (!CacheFolders.usable(cache)) {
                tried.add(cache + " cannot be written, or others can write it");
                continue;
            }
            for (Account account : Account.candidates(project)) {
                account.give(folder.root());
                Commands.Result access = account.tryAccess(folder.root(), cache);
                if (access.succeeded()) {
                    folder.giveTo(account);
                    return new Ground(account, new BinariesCache(cache, listener));
                }
                tried.add("by " + account.name() + ", with programs in " + cache + ": " + reason(access));
            }
        }
        throw Trouble.because("no way was found to run PostgreSQL in " + folder.root())
                .evidence(tried)
                .hint("PostgreSQL refuses to run as root: run this as an ordinary user")
                .hint("or use folders that every user can reach, not one below /root; "
                        + "XDG_CACHE_HOME names the one for programs")
                .exception();
    }

    private static String reason(Commands.Result access) {
        return access.output().isEmpty() ? "exit code " + access.exitCode() : access.output();
    }
}
