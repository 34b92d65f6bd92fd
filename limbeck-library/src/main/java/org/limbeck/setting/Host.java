package org.limbeck.setting;

import java.util.ArrayList;
import java.util.List;

/**
 * A server's address.
 *
 * @param name a host name or an IP address, without brackets
 * @param port the port; 0 if it was not given
 */
record Host(String name, int port) {

    static final int DEFAULT_PORT = 5432;

    private static final int LAST_PORT = 65_535;

    /** Reads a list such as {@code a:5433,[::1]:5432,c}; an IPv6 address without a port may go without brackets. */
    static List<Host> list(String text) throws InvalidUrl {
        List<Host> hosts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ',') {
                hosts.add(one(text.substring(start, i)));
                start = i + 1;
            }
        }
        return hosts;
    }

    static int port(String text) throws InvalidUrl {
        if (text.isEmpty()) {
            return 0;
        }
        int port = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            port = c >= '0' && c <= '9' ? port * 10 + (c - '0') : LAST_PORT + 1;
            if (port > LAST_PORT) {
                break;
            }
        }
        if (port < 1 || port > LAST_PORT) {
            throw new InvalidUrl("has a port that is not a number from 1 to 65535", UrlReader.ENCODING_HINT);
        }
        return port;
    }

    private static Host one(String text) throws InvalidUrl {
        if (text.startsWith("/") || text.startsWith("@")) {
            throw new InvalidUrl(
                    "names a Unix-domain socket, which the JDBC driver cannot use",
                    "name a host, for example localhost, and let the server listen there");
        }
        int bracket = text.indexOf(']');
        if (text.startsWith("[")) {
            String rest = bracket < 0 ? "" : text.substring(bracket + 1);
            if (bracket < 0 || !isAddress(text.substring(1, bracket)) || !(rest.isEmpty() || rest.startsWith(":"))) {
                throw new InvalidUrl("has brackets that do not enclose an IPv6 address");
            }
            return new Host(text.substring(1, bracket), rest.isEmpty() ? 0 : port(rest.substring(1)));
        }
        int colon = text.indexOf(':');
        if (colon >= 0 && colon != text.lastIndexOf(':') && isAddress(text)) {
            return new Host(text, 0);
        }
        String name = colon < 0 ? text : text.substring(0, colon);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || "@/?#[]%\\\"'<>&=\u007F".indexOf(c) >= 0) {
                throw new InvalidUrl("has a host with a character that is not allowed there", UrlReader.ENCODING_HINT);
            }
        }
        return new Host(name.isEmpty() ? "localhost" : name, colon < 0 ? 0 : port(text.substring(colon + 1)));
    }

    private static boolean isAddress(String text) {
        int colons = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            colons += c == ':' ? 1 : 0;
            if (c != ':' && c != '.' && (c > 'f' || Character.digit(c, 16) < 0)) {
                return false;
            }
        }
        return colons >= 2;
    }

    /** The name as it stands in a URL. */
    String address() {
        return name.indexOf(':') < 0 ? name : "[" + name + "]";
    }

    /** For a person: the port only if it is unusual. */
    String shown() {
        return port == DEFAULT_PORT ? address() : address() + ":" + port;
    }
}
