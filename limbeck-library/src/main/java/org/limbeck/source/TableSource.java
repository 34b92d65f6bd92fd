package org.limbeck.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.limbeck.operation.TableChange;
import org.limbeck.schema.Firing;
import org.limbeck.schema.Partition;
import org.limbeck.schema.TableOptions;

/** What a table is besides its columns, and changes of that, made of the words of {@code org.limbeck.migration.Ddl}. */
final class TableSource {

    private TableSource() {}

    static List<String> options(TableOptions options) {
        List<String> elements = new ArrayList<>();
        if (options.unlogged()) {
            elements.add("unlogged()");
        }
        if (options.partition() != null) {
            elements.add("partitionOf(" + partition(options.partition()) + ")");
        }
        if (options.partitionBy() != null) {
            elements.add(call("partitionBy", options.partitionBy()));
        }
        if (!options.inherits().isEmpty()) {
            List<String> parents =
                    options.inherits().stream().map(SchemaSource::name).toList();
            elements.add("inherits(" + String.join(", ", parents) + ")");
        }
        if (options.ofType() != null) {
            elements.add("ofType(" + SchemaSource.name(options.ofType()) + ")");
        }
        options.storageParameters().forEach((name, value) -> elements.add(parameter("with", name, value)));
        if (options.tablespace() != null) {
            elements.add(call("tablespace", options.tablespace()));
        }
        if (options.accessMethod() != null) {
            elements.add(call("accessMethod", options.accessMethod()));
        }
        if (options.forcedRowSecurity()) {
            elements.add("forcedRowSecurity()" + (options.rowSecurity() ? "" : ".withoutRowSecurity()"));
        } else if (options.rowSecurity()) {
            elements.add("rowSecurity()");
        }
        if (options.replicaIdentity() != null) {
            elements.add(call("replicaIdentity", options.replicaIdentity()));
        }
        if (options.clusterOn() != null) {
            elements.add(call("clusterOn", options.clusterOn()));
        }
        options.triggers()
                .forEach((trigger, firing) ->
                        elements.add("firing(" + JavaLiterals.text(trigger) + ", " + firing + ")"));
        if (options.foreign() != null) {
            elements.add(foreign(options.foreign()));
        }
        return elements;
    }

    private static String foreign(TableOptions.ForeignSource foreign) {
        StringBuilder source = new StringBuilder(call("fromServer", foreign.server()));
        foreign.options()
                .forEach((name, value) ->
                        source.append(".option(" + JavaLiterals.text(name) + ", " + JavaLiterals.text(value) + ")"));
        return source.toString();
    }

    static String change(TableChange change) {
        if (change instanceof TableChange.Logging logging) {
            return logging.unlogged() ? "setUnlogged()" : "setLogged()";
        }
        if (change instanceof TableChange.StorageParameters parameters) {
            return chain("Parameter", "reset", parameters.to(), parameters.from());
        }
        if (change instanceof TableChange.ForeignOptions options) {
            return chain("Option", "drop", options.to(), options.from());
        }
        if (change instanceof TableChange.Tablespace tablespace) {
            return set("setTablespace", tablespace.to(), tablespace.from(), "pg_default");
        }
        if (change instanceof TableChange.AccessMethod method) {
            return set("setAccessMethod", method.to(), method.from(), "heap");
        }
        if (change instanceof TableChange.ReplicaIdentity identity) {
            return set("setReplicaIdentity", identity.to(), identity.from(), "DEFAULT");
        }
        if (change instanceof TableChange.ClusterOn cluster) {
            return cluster.to() == null
                    ? call("dropClusterOn", String.valueOf(cluster.from()))
                    : set("setClusterOn", cluster.to(), cluster.from(), "");
        }
        if (change instanceof TableChange.IndexStatistics statistics) {
            return "setStatistics(" + statistics.key() + ", " + target(statistics.to()) + ")"
                    + (statistics.from() == null ? "" : ".from(" + statistics.from() + ")");
        }
        if (change instanceof TableChange.TriggerFiring firing) {
            return "setFiring(" + JavaLiterals.text(firing.trigger()) + ", " + firing.to() + ")"
                    + (firing.from() == Firing.ORIGIN ? "" : ".from(" + firing.from() + ")");
        }
        if (change instanceof TableChange.RowSecurity security) {
            return security.enabled() ? "enableRowSecurity()" : "disableRowSecurity()";
        }
        if (change instanceof TableChange.ForcedRowSecurity security) {
            return security.forced() ? "forceRowSecurity()" : "noForceRowSecurity()";
        }
        return relation(change);
    }

    private static int target(@Nullable Integer statistics) {
        return statistics == null ? -1 : statistics;
    }

    private static String relation(TableChange change) {
        if (change instanceof TableChange.Inherit inherit) {
            return "inherit(" + SchemaSource.name(inherit.parent()) + ")";
        }
        if (change instanceof TableChange.NoInherit inherit) {
            return "noInherit(" + SchemaSource.name(inherit.parent()) + ")";
        }
        if (change instanceof TableChange.OfType of) {
            return "setOfType(" + SchemaSource.name(of.type()) + ")";
        }
        if (change instanceof TableChange.NotOfType of) {
            return "dropOfType(" + SchemaSource.name(of.type()) + ")";
        }
        return change instanceof TableChange.Attach attach
                ? "attachTo(" + partition(attach.partition()) + ")"
                : "detachFrom(" + partition(((TableChange.Detach) change).partition()) + ")";
    }

    private static String set(String word, @Nullable String to, @Nullable String from, String byDefault) {
        return call(word, to == null ? byDefault : to) + (from == null ? "" : "." + call("from", from));
    }

    /** The first call has the whole word; those behind it are methods of what it gives. */
    private static String chain(
            String noun, String gone, SortedMap<String, String> to, SortedMap<String, String> from) {
        List<String> calls = new ArrayList<>();
        for (Map.Entry<String, String> entry : to.entrySet()) {
            String before = from.get(entry.getKey());
            String set = calls.isEmpty() ? "set" + noun : "set";
            calls.add(
                    before == null
                            ? parameter(set, entry.getKey(), entry.getValue())
                            : parameter(set, entry.getKey(), entry.getValue(), before));
        }
        for (Map.Entry<String, String> entry : from.entrySet()) {
            if (!to.containsKey(entry.getKey())) {
                calls.add(parameter(calls.isEmpty() ? gone + noun : gone, entry.getKey(), entry.getValue()));
            }
        }
        return String.join(".", calls);
    }

    private static String parameter(String word, String name, String... values) {
        StringBuilder source = new StringBuilder(word + "(" + JavaLiterals.text(name));
        for (String value : values) {
            source.append(", ").append(JavaLiterals.text(value));
        }
        return source.append(')').toString();
    }

    private static String partition(Partition partition) {
        return SchemaSource.name(partition.parent()) + ", " + JavaLiterals.text(partition.bound());
    }

    private static String call(String word, String text) {
        return word + "(" + JavaLiterals.text(text) + ")";
    }
}
