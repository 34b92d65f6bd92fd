package org.limbeck.database;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.Semaphore;
import org.limbeck.embedded.DatabaseAccess;

/** A pooler with one server process, which it gives to whoever begins a transaction, as PgBouncer does in that mode. */
final class TransactionPool implements AutoCloseable {

    private static final int BACKEND_KEY = 'K';
    private static final int PARAMETER = 'S';
    private static final int READY = 'Z';

    private final DatabaseAccess target;
    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Socket server;
    private final DataInputStream answers;
    private final Semaphore free = new Semaphore(1);
    private final ByteArrayOutputStream greeting = new ByteArrayOutputStream();
    private int clients;

    TransactionPool(DatabaseAccess target) throws IOException {
        this.target = target;
        URI address = URI.create(target.jdbcUrl().substring("jdbc:".length()));
        this.server = new Socket(address.getHost(), address.getPort());
        this.answers = new DataInputStream(server.getInputStream());
        start(this::accept);
    }

    TestDatabase database() {
        String path = URI.create(target.jdbcUrl().substring("jdbc:".length())).getPath();
        return new TestDatabase(new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + entrance.getLocalPort() + path + "?sslmode=disable&gssEncMode=disable",
                target.user(),
                target.password()));
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = entrance.accept();
            boolean first = clients++ == 0;
            start(() -> serve(client, first));
        }
    }

    private void serve(Socket client, boolean first) throws IOException {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            byte[] startup = in.readNBytes(in.readInt() - 4);
            if (first) {
                DataOutputStream toServer = new DataOutputStream(server.getOutputStream());
                toServer.writeInt(startup.length + 4);
                toServer.write(startup);
                authenticate(in, out);
            } else {
                out.write(greeting.toByteArray());
            }
            serve(in, out);
        }
    }

    /** The first client pays for all. */
    private void authenticate(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            int type = answers.read();
            byte[] body = answers.readNBytes(answers.readInt() - 4);
            boolean asks = type == 'R' && body[3] != 0 && body[3] != 12;
            if (type == BACKEND_KEY) {
                // A pooler has keys of its own.
                body[0] ^= 0x10;
            }
            write(out, type, body);
            if (type == PARAMETER || type == BACKEND_KEY || type == READY || (type == 'R' && body[3] == 0)) {
                write(new DataOutputStream(greeting), type, body);
            }
            if (asks) {
                forward(in);
            }
            if (type == READY) {
                return;
            }
        }
    }

    private void serve(DataInputStream in, DataOutputStream out) throws IOException {
        boolean holds = false;
        while (true) {
            int type = in.read();
            if (type < 0 || type == 'X') {
                return;
            }
            if (!holds) {
                free.acquireUninterruptibly();
                holds = true;
            }
            byte[] body = in.readNBytes(in.readInt() - 4);
            write(new DataOutputStream(server.getOutputStream()), type, body);
            if (type == 'S' || type == 'Q') {
                holds = !answer(out);
                if (!holds) {
                    free.release();
                }
            }
        }
    }

    private void forward(DataInputStream in) throws IOException {
        int type = in.read();
        write(new DataOutputStream(server.getOutputStream()), type, in.readNBytes(in.readInt() - 4));
    }

    /** Passes an answer on; says whether the transaction is over. */
    private boolean answer(DataOutputStream out) throws IOException {
        while (true) {
            int type = answers.read();
            byte[] body = answers.readNBytes(answers.readInt() - 4);
            write(out, type, body);
            if (type == READY) {
                return body[0] == 'I';
            }
        }
    }

    private static void write(DataOutputStream out, int type, byte[] body) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        DataOutputStream parts = new DataOutputStream(message);
        parts.write(type);
        parts.writeInt(body.length + 4);
        parts.write(body);
        out.write(message.toByteArray());
        out.flush();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // The test is over, or a client has gone.
                    }
                },
                "transaction-pool");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        server.close();
    }
}
