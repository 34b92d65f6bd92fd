package org.limbeck.safety;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement does to a live database.
 *
 * @param sql the statement
 * @param kind what it means for others
 * @param locks on relations that there were before, strongest first; AccessShare on indexes is left out
 * @param work what takes as long as a relation is large; none if it is done at once
 * @param inTransaction whether it can run inside a transaction
 * @param breaksRelease whether programs that run now may fail after it
 * @param losesData whether data is gone that a downgrade can't bring back
 * @param error what the server will answer; null if nothing speaks against it
 * @param reasons why it is as it is, in words; each one sentence without a full stop
 */
public record StatementEffect(
        String sql,
        StatementClass kind,
        List<RelationLock> locks,
        List<Work> work,
        boolean inTransaction,
        boolean breaksRelease,
        boolean losesData,
        @Nullable ExpectedError error,
        List<String> reasons) {

    public StatementEffect {
        locks = List.copyOf(locks);
        work = List.copyOf(work);
        reasons = List.copyOf(reasons);
    }

    /** The same with one more reason. */
    public StatementEffect because(String reason) {
        List<String> all = new ArrayList<>(reasons);
        all.add(reason);
        return new StatementEffect(sql, kind, locks, work, inTransaction, breaksRelease, losesData, error, all);
    }

    /** The largest relation that it works on while nobody can write, in bytes; 0 without. */
    public long blockingBytes() {
        return work.stream().filter(Work::blocking).mapToLong(Work::bytes).max().orElse(0);
    }

    /** The rows of the relation with most rows that it works on while nobody can write; -1 if that isn't known. */
    public long blockingRows() {
        return work.stream().filter(Work::blocking).mapToLong(Work::rows).max().orElse(0);
    }
}
