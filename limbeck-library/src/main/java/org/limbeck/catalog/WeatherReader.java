package org.limbeck.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.limbeck.safety.Sighting;

/** Looks at what goes on in the database besides: other sessions, standbys, broken indexes. */
public final class WeatherReader {

    /** A user without privileges sees that there is a session, but not since when; such rows say nothing. */
    private static final String QUERY = """
            (SELECT 'LONGEST_TRANSACTION', coalesce(nullif(application_name, ''), backend_type) || ' of '
                    || coalesce(usename, 'the server') || ', process ' || pid || ', ' || coalesce(state, 'working'),
                    extract(epoch FROM clock_timestamp() - xact_start)::bigint
               FROM pg_stat_activity
              WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
                AND backend_type <> 'autovacuum worker'
              ORDER BY xact_start LIMIT 1)
            UNION ALL
            (SELECT CASE a.backend_type WHEN 'autovacuum worker' THEN 'AUTOVACUUM' ELSE 'TRANSACTION_ON_TABLE' END,
                    c.relname || ': ' || coalesce(nullif(a.application_name, ''), a.backend_type) || ', process '
                    || a.pid || ', ' || string_agg(DISTINCT replace(l.mode, 'Lock', ''), ', ')
                    || CASE WHEN a.query LIKE '%to prevent wraparound%' THEN ', to prevent wraparound' ELSE '' END,
                    extract(epoch FROM clock_timestamp() - a.xact_start)::bigint
               FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid JOIN pg_class c ON c.oid = l.relation
              WHERE l.locktype = 'relation' AND l.granted AND l.relation IN {oids} AND a.pid <> pg_backend_pid()
                AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              GROUP BY a.backend_type, c.relname, a.application_name, a.pid, a.query, a.xact_start
              ORDER BY a.xact_start LIMIT 20)
            UNION ALL
            (SELECT 'PREPARED_TRANSACTION', gid || ' of ' || owner,
                    extract(epoch FROM clock_timestamp() - prepared)::bigint
               FROM pg_prepared_xacts WHERE database = current_database() ORDER BY prepared LIMIT 5)
            UNION ALL
            (SELECT 'INVALID_INDEX', i.indexrelid::regclass || ' on ' || i.indrelid::regclass, 0
               FROM pg_index i WHERE i.indrelid IN {oids} AND NOT i.indisvalid
                AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid))
            UNION ALL
            (SELECT 'REPLICATION_LAG', coalesce(nullif(application_name, ''), 'a standby'),
                    extract(epoch FROM replay_lag)::bigint
               FROM pg_stat_replication WHERE replay_lag > interval '1 second' LIMIT 5)
            """;

    private WeatherReader() {}

    /**
     * Looks around once, without waiting for anybody.
     *
     * @param relations the OIDs of the tables that matter
     */
    public static List<Sighting> read(Connection connection, Collection<Long> relations) throws SQLException {
        List<Sighting> sightings = new ArrayList<>();
        Queries.on(connection)
                .each(
                        QUERY.replace("{oids}", RelationFactsReader.list(relations)),
                        row -> sightings.add(
                                new Sighting(Sighting.Kind.valueOf(row.text(1)), row.text(2), row.number(3))));
        return sightings;
    }
}
