package org.limbeck.embedded;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A connection that can log in and run a statement, nothing else. Every command of the command line attaches to the
 * server, and this takes a few milliseconds where loading a driver takes some hundred.
 */
final class ServerConnection implements AutoCloseable {

    private static final int PROTOCOL = 3 << 16;
    private static final int LONGEST_MESSAGE = 1 << 20;
    private static final int AUTHENTICATED = 0;
    private static final int CLEARTEXT_PASSWORD = 3;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private String version = "";

    private ServerConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(socket.getOutputStream());
    }

    /** Logs in as the superuser; {@link ServerRefusal} where the server does not let in. */
    static ServerConnection open(int port, String database, String password, int timeoutMillis) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(timeoutMillis);
            socket.connect(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), timeoutMillis);
            ServerConnection connection = new ServerConnection(socket);
            connection.logIn(database, password);
            return connection;
        } catch (IOException | RuntimeException failure) {
            socket.close();
            throw failure;
        }
    }

    /** The server's version, for example {@code 18.6}. */
    String version() {
        return version;
    }

    /** Runs one statement and ignores its rows. */
    void execute(String statement) throws IOException {
        send('Q', text(statement));
        readUntilReady();
    }

    private void logIn(String database, String password) throws IOException {
        ByteArrayOutputStream startup = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(startup);
        data.writeInt(PROTOCOL);
        for (String part : new String[] {"user", DatabaseAccess.SUPERUSER, "database", database}) {
            data.write(text(part));
        }
        data.write(0);
        out.writeInt(startup.size() + Integer.BYTES);
        startup.writeTo(out);

        Message message = read();
        while (message.type() == 'R' && message.number() != AUTHENTICATED) {
            if (message.number() != CLEARTEXT_PASSWORD) {
                throw new IOException("the server asks for authentication method " + message.number());
            }
            send('p', text(password));
            message = read();
        }
        if (message.type() != 'R') {
            throw new IOException("what listens on port " + socket.getPort() + " is not PostgreSQL");
        }
        readUntilReady();
    }

    private void readUntilReady() throws IOException {
        for (Message message = read(); message.type() != 'Z'; message = read()) {
            if (message.type() == 'S') {
                String[] parameter = message.text().split("\0", -1);
                version = parameter[0].equals("server_version") ? parameter[1].split(" ", -1)[0] : version;
            }
        }
    }

    /**
     * @param number the number that an authentication request consists of; else without meaning
     */
    private record Message(int type, int number, String text) {

        static Message of(int type, byte[] body) {
            int number = body.length < Integer.BYTES ? -1 : body[Integer.BYTES - 1];
            return new Message(type, number, new String(body, StandardCharsets.UTF_8));
        }

        /** A field of an error, named by its letter. */
        String field(char name) {
            for (String field : text.split("\0", -1)) {
                if (!field.isEmpty() && field.charAt(0) == name) {
                    return field.substring(1);
                }
            }
            return "";
        }
    }

    private Message read() throws IOException {
        int type = in.read();
        if (type < 0) {
            throw new EOFException("the server closed the connection");
        }
        int length = in.readInt() - Integer.BYTES;
        if (length < 0 || length > LONGEST_MESSAGE) {
            throw new IOException("what listens on port " + socket.getPort() + " is not PostgreSQL");
        }
        Message message = Message.of(type, in.readNBytes(length));
        if (type == 'E') {
            throw new ServerRefusal(message.field('C'), message.field('M'));
        }
        return message;
    }

    private void send(char type, byte[] body) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(message);
        data.writeByte(type);
        data.writeInt(body.length + Integer.BYTES);
        data.write(body);
        message.writeTo(out);
    }

    private static byte[] text(String value) {
        return (value + "\0").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try (socket) {
            send('X', new byte[0]);
        }
    }
}
