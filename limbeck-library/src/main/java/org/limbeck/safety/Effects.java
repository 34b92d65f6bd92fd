package org.limbeck.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.sql.Statement;

/** Collects the effects of one statement. */
final class Effects {

    private record Held(String name, RelationKind kind, LockMode mode) {}

    private record Job(
            Work.Kind kind,
            RelationFacts relation,
            @Nullable String index) {}

    private final Map<Long, Held> locks = new LinkedHashMap<>();
    private final List<Job> jobs = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private boolean breaks;
    private boolean loses;
    private boolean changesRows;
    private boolean unknown;
    private boolean online;
    private boolean refusesTransaction;
    private @Nullable ExpectedError error;

    void lock(RelationFacts relation, LockMode mode) {
        lock(relation.oid(), relation.schema() + "." + relation.name(), relation.kind(), mode);
    }

    void lock(IndexFacts index, LockMode mode) {
        if (index.isNew()) {
            return;
        }
        lock(index.oid(), index.schema() + "." + index.name(), RelationKind.INDEX, mode);
    }

    private void lock(long oid, String name, RelationKind kind, LockMode mode) {
        locks.merge(
                oid,
                new Held(name, kind, mode),
                (one, other) -> new Held(name, kind, one.mode().or(mode)));
    }

    void lockIndexes(RelationFacts relation, LockMode mode) {
        relation.indexes().forEach(index -> lock(index, mode));
    }

    void scan(RelationFacts relation) {
        job(Work.Kind.SCAN, relation, null);
    }

    /** All rows and all indexes are written anew. */
    void rewrite(RelationFacts relation) {
        job(Work.Kind.REWRITE, relation, null);
        lockIndexes(relation, LockMode.ACCESS_EXCLUSIVE);
    }

    /** All rows are written anew, and indexes stay as they are. */
    void copy(RelationFacts relation) {
        job(Work.Kind.REWRITE, relation, null);
    }

    void build(RelationFacts relation, @Nullable String index) {
        job(Work.Kind.BUILD_INDEX, relation, index == null ? "an index" : index);
    }

    private void job(Work.Kind kind, RelationFacts relation, @Nullable String index) {
        Job job = new Job(kind, relation, index);
        if (relation.kind().storesRows() && !jobs.contains(job)) {
            jobs.add(job);
        }
    }

    void changesRows(RelationFacts relation) {
        changesRows = true;
        job(Work.Kind.CHANGE_ROWS, relation, null);
    }

    void because(String reason) {
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    void breaksRelease(String reason) {
        breaks = true;
        because(reason);
    }

    void losesData(String reason) {
        loses = true;
        because(reason);
    }

    void unknown(String reason) {
        unknown = true;
        because(reason);
    }

    boolean isUnknown() {
        return unknown;
    }

    /** It waits for transactions of others, so it can take long whatever the size. */
    void waitsForOthers() {
        online = true;
    }

    /** It can't run inside a transaction, which its text alone doesn't tell. */
    void refusesTransaction(String reason) {
        refusesTransaction = true;
        because(reason);
    }

    /** The first error that is found is the one that the server finds. */
    void fails(String sqlState, String reason) {
        if (error == null) {
            error = new ExpectedError(sqlState, reason);
        }
    }

    /** The locks by OID, for the statements that follow in the same transaction. */
    Map<Long, RelationLock> held() {
        Map<Long, RelationLock> held = new LinkedHashMap<>();
        locks.forEach((oid, lock) -> held.put(oid, new RelationLock(lock.name(), lock.kind(), lock.mode(), false)));
        return held;
    }

    /** The effect, where the locks of earlier statements of the transaction are still held. */
    StatementEffect result(String sql, Map<Long, RelationLock> earlier) {
        Map<Long, RelationLock> all = new LinkedHashMap<>(earlier);
        held().forEach((oid, lock) ->
                all.merge(oid, lock, (before, now) -> before.mode().compareTo(now.mode()) >= 0 ? before : now));
        List<RelationLock> shown = all.values().stream()
                .filter(lock -> !(lock.kind().isIndex() && lock.mode() == LockMode.ACCESS_SHARE))
                .sorted(Comparator.comparing(RelationLock::mode).reversed().thenComparing(RelationLock::relation))
                .toList();
        boolean blocking = shown.stream().anyMatch(lock -> lock.mode().blocksWrites());
        List<Work> work = jobs.stream().map(job -> work(job, blocking)).toList();
        if (blocking
                && !work.isEmpty()
                && held().values().stream().noneMatch(lock -> lock.mode().blocksWrites())) {
            because("a lock that an earlier statement of the same transaction took is held all the while");
        }
        boolean inTransaction = !refusesTransaction && Statement.of(sql).transactional();
        return new StatementEffect(
                sql, kind(shown, work, blocking), shown, work, inTransaction, breaks, loses, error, reasons);
    }

    private static Work work(Job job, boolean blocking) {
        RelationFacts relation = job.relation();
        long bytes = relation.bytes();
        if (job.kind() == Work.Kind.REWRITE) {
            bytes += relation.indexes().stream().mapToLong(IndexFacts::bytes).sum();
        }
        return new Work(
                job.kind(),
                relation.schema() + "." + relation.name(),
                job.index(),
                bytes,
                relation.rows(),
                blocking && job.kind() != Work.Kind.CHANGE_ROWS);
    }

    private StatementClass kind(List<RelationLock> shown, List<Work> work, boolean blocking) {
        if (unknown) {
            return StatementClass.UNKNOWN;
        } else if (work.stream().anyMatch(Work::blocking)) {
            return StatementClass.BLOCKING_WORK;
        } else if (loses) {
            return StatementClass.LOSES_DATA;
        } else if (breaks) {
            return StatementClass.BREAKS_RELEASE;
        } else if (changesRows) {
            return StatementClass.CHANGES_ROWS;
        } else if (!work.isEmpty() || online) {
            return StatementClass.ONLINE_WORK;
        } else if (blocking) {
            return StatementClass.INSTANT_EXCLUSIVE;
        }
        return shown.isEmpty() ? StatementClass.NO_LOCK : StatementClass.INSTANT_SHARED;
    }
}
