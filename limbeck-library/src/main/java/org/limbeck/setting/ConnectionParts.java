package org.limbeck.setting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of a connection so far; empty means not known. Lives only while a URL is read. */
final class ConnectionParts {

    List<Host> given = List.of();
    List<Integer> ports = List.of();
    String database = "";
    String user = "";
    String password = "";
    String passFile = "";
    final Map<String, String> parameters = new LinkedHashMap<>();
    final List<String> notes = new ArrayList<>();

    /** Further hosts, or the first ones. */
    void addHosts(List<Host> more) {
        List<Host> all = new ArrayList<>(given);
        all.addAll(more);
        given = all;
    }

    /** Reads a list of ports such as {@code 5432,5433}, which belong to the hosts in their order. */
    void readPorts(String text) throws InvalidUrl {
        List<Integer> all = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ',') {
                all.add(Host.port(text.substring(start, i).strip()));
                start = i + 1;
            }
        }
        ports = all;
    }

    boolean hasPort() {
        for (Host host : given) {
            if (host.port() != 0) {
                return true;
            }
        }
        return !ports.isEmpty();
    }

    /** The hosts with their ports; a single port counts for all. */
    List<Host> hosts() throws InvalidUrl {
        List<Host> known = given.isEmpty() ? List.of(new Host("localhost", 0)) : given;
        if (ports.size() > 1 && ports.size() != known.size()) {
            throw new InvalidUrl("has " + ports.size() + " ports for " + known.size() + " hosts");
        }
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            Host host = known.get(i);
            int port = ports.isEmpty() ? 0 : ports.get(ports.size() == 1 ? 0 : i);
            port = host.port() != 0 ? host.port() : port;
            hosts.add(new Host(host.name(), port == 0 ? Host.DEFAULT_PORT : port));
        }
        return hosts;
    }
}
