package org.limbeck.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.safety.LockMode;
import org.limbeck.safety.ReadRate;
import org.limbeck.safety.RelationLock;
import org.limbeck.safety.StatementEffect;
import org.limbeck.safety.Work;

/** What a statement does, in words. */
public final class EffectWords {

    private EffectWords() {}

    /** The lock and who waits for it: {@code public.orders ACCESS EXCLUSIVE, reads and writes wait}. */
    public static String lock(RelationLock lock) {
        return lock.relation() + " " + lock.mode().words() + ", " + waits(lock.mode())
                + (lock.earlier() ? ", held from an earlier statement" : "");
    }

    /** Who waits for a lock of that mode. */
    public static String waits(LockMode mode) {
        if (mode.blocksReads()) {
            return "reads and writes wait";
        } else if (mode.blocksWrites()) {
            return "writes wait";
        }
        return mode.blocksMaintenance() ? "only changes of the schema and vacuum wait" : "nobody waits";
    }

    /** What takes as long as a relation is large, how long that is at least, and what room it needs. */
    public static String work(Work work, @Nullable ReadRate rate) {
        String what = switch (work.kind()) {
            case SCAN -> "reads all of ";
            case REWRITE -> "writes anew all of ";
            case BUILD_INDEX -> "builds " + indexName(work) + " from all of ";
            case CHANGE_ROWS -> "changes rows of ";
        };
        List<String> amounts = new ArrayList<>();
        amounts.add(Amounts.bytes(work.bytes()));
        if (work.rows() >= 0) {
            amounts.add(Amounts.rows(work.rows()));
        }
        String time = "";
        if (rate != null && work.kind() != Work.Kind.CHANGE_ROWS) {
            long seconds = Math.max(1, work.bytes() / Math.max(1, rate.bytesPerSecond()));
            time = work.kind() == Work.Kind.SCAN
                    ? ", about " + Amounts.seconds(seconds)
                    : ", at least " + Amounts.seconds(seconds);
        }
        // The old files stay until the transaction ends, and standbys and backups are sent the new ones.
        String room = work.kind() == Work.Kind.REWRITE ? "; needs as much disk again, and as much WAL" : "";
        return what + work.relation() + ", " + String.join(", ", amounts) + time + room;
    }

    private static String indexName(Work work) {
        String index = work.index();
        return index == null || index.isEmpty() ? "an index" : index;
    }

    /** What there is to know besides locks and work, one sentence each without a full stop. */
    public static List<String> remarks(StatementEffect effect) {
        List<String> remarks = new ArrayList<>(effect.reasons());
        if (!effect.inTransaction()) {
            remarks.add("it runs outside a transaction");
        }
        return remarks;
    }
}
