package org.limbeck.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;

/** Free ports on the loopback interface. */
final class Ports {

    private static final int FIRST = 20_000;
    private static final int COUNT = 10_000;

    private Ports() {}

    /** The given port if it is free, or another one. */
    static int freePort(OptionalInt preferred) throws IOException {
        if (preferred.isPresent() && isFree(preferred.getAsInt())) {
            return preferred.getAsInt();
        }
        return anyFreePort();
    }

    /** A port for a folder: always the same one, and below those that the system hands out to anybody. */
    static int usualPort(ServerFolder folder) {
        return FIRST + Math.floorMod(folder.root().toString().hashCode(), COUNT);
    }

    private static int anyFreePort() throws IOException {
        try (ServerSocket socket = bound(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = bound(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return socket;
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }
}
