package org.limbeck.database;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.limbeck.embedded.DatabaseAccess;

/**
 * Stands between a run and the server and does something to the run's connection at one of its messages, each of which ends
 * in the server's answer. Only the first connection is counted; the others look on.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-flow.html">Message Flow</a>
 */
final class Trap implements AutoCloseable {

    /** When something is done, and what. */
    interface Harm {
        /** Before the message reaches the server. */
        default void before(Way way) throws Exception {}

        /** When the server has it. */
        default void during(Way way) throws Exception {}

        /** Whether it is done at all messages from the place on, since it may come too late for one. */
        default boolean repeats() {
            return false;
        }

        /** What reaches the server in place of a message, whichever it is. */
        default byte[] instead(byte[] message) {
            return message;
        }

        /** Whether the answer is held back and the connection closed instead. */
        default boolean losesAnswer() {
            return false;
        }

        /** When the answer is there that is held back. */
        default void lost() {}
    }

    /** A connection as harm sees it. */
    interface Way {
        /** The server process. */
        int pid();

        /** Closes it on both sides. */
        void cut() throws IOException;
    }

    private final ServerSocket entrance;
    private final DatabaseAccess target;
    private final int place;
    private final Harm harm;
    private final AtomicInteger messages = new AtomicInteger();
    private boolean first = true;

    private Trap(DatabaseAccess target, int place, Harm harm) throws IOException {
        this.target = target;
        this.place = place;
        this.harm = harm;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** @param place which message, counted from 1; 0 for none */
    static Trap set(DatabaseAccess target, int place, Harm harm) throws IOException {
        Trap trap = new Trap(target, place, harm);
        start("trap-entrance", trap::accept);
        return trap;
    }

    /** How to connect through it. */
    TestDatabase database() {
        String path = URI.create(target.jdbcUrl().substring("jdbc:".length())).getPath();
        return new TestDatabase(new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + entrance.getLocalPort() + path + "?sslmode=disable&gssEncMode=disable",
                target.user(),
                target.password()));
    }

    /** How many messages there were. */
    int messages() {
        return messages.get();
    }

    private boolean isPlace(int message) {
        return message == place || (harm.repeats() && message > place);
    }

    private void accept() throws IOException {
        while (!entrance.isClosed()) {
            Socket client = entrance.accept();
            try {
                let(client);
            } catch (IOException dead) {
                // Who comes to a server that has died finds nobody there.
                client.close();
            }
        }
    }

    private void let(Socket client) throws IOException {
        URI server = URI.create(target.jdbcUrl().substring("jdbc:".length()));
        Passage passage = new Passage(client, new Socket(server.getHost(), server.getPort()), first);
        first = false;
        start("trap-forth", passage::forth);
        start("trap-back", passage::back);
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (Exception closed) {
                        // The end of a connection is what this is for.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private final class Passage implements Way {

        private final Socket client;
        private final Socket server;
        private final boolean counted;
        private volatile boolean losing;
        private volatile int pid;

        Passage(Socket client, Socket server, boolean counted) throws IOException {
            this.client = client;
            this.server = server;
            this.counted = counted;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        private void forth() throws Exception {
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()))) {
                OutputStream out = server.getOutputStream();
                // The first message has no type.
                int length = in.readInt();
                out.write(message(null, length, in.readNBytes(length - 4)));
                while (true) {
                    byte type = in.readByte();
                    length = in.readInt();
                    byte[] message = message(type, length, in.readNBytes(length - 4));
                    boolean asks = type == 'S' || type == 'Q';
                    boolean here = asks && counted && isPlace(messages.incrementAndGet());
                    if (here) {
                        losing = harm.losesAnswer();
                        harm.before(this);
                    }
                    out.write(counted ? harm.instead(message) : message);
                    if (here) {
                        harm.during(this);
                    }
                }
            } finally {
                cut();
            }
        }

        private void back() throws Exception {
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(server.getInputStream()))) {
                OutputStream out = client.getOutputStream();
                while (true) {
                    byte type = in.readByte();
                    int length = in.readInt();
                    byte[] body = in.readNBytes(length - 4);
                    if (type == 'K') {
                        pid = ByteBuffer.wrap(body).getInt();
                    }
                    if (losing && type == 'Z') {
                        harm.lost();
                        return;
                    }
                    if (!losing) {
                        out.write(message(type, length, body));
                    }
                }
            } finally {
                cut();
            }
        }

        @Override
        public int pid() {
            return pid;
        }

        @Override
        public void cut() throws IOException {
            client.close();
            server.close();
        }
    }

    private static byte[] message(Byte type, int length, byte[] body) {
        byte[] message = new byte[(type == null ? 0 : 1) + 4 + body.length];
        int at = 0;
        if (type != null) {
            message[at++] = type;
        }
        for (int shift = 24; shift >= 0; shift -= 8) {
            message[at++] = (byte) (length >> shift);
        }
        System.arraycopy(body, 0, message, at, body.length);
        return message;
    }
}
