package org.limbeck.execute;

import org.jspecify.annotations.Nullable;
import org.limbeck.operation.UpdateInBatches;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

/**
 * Rows as they lie in the blocks of their table, for one that has no primary key. Each change moves a row to another block, be it one
 * of ours or of somebody else, and the table grows by that. So a round ends where the table ends by then, and there is another one
 * until one finds nothing to change.
 */
record BlockOrder(UpdateInBatches operation) implements BatchOrder {

    private static final String BLOCK = "block ";
    private static final String END = BLOCK + "end";

    /** What is changed again and again meanwhile may never be met. */
    private static final int MOST_ROUNDS = 10;

    /** About so many rows are in a block. */
    private static final int ROWS = 100;

    /**
     * Where to go on.
     *
     * @param round counted from 1
     * @param block its number in the table
     * @param changed how many rows the round has changed so far
     */
    private record Place(int round, long block, long changed) {

        static Place of(@Nullable String text) {
            if (text == null) {
                return new Place(1, 0, 0);
            }
            String[] words = text.split(" ", -1);
            return new Place(Integer.parseInt(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]));
        }
    }

    @Override
    public boolean knows(String place) {
        return place.startsWith(BLOCK);
    }

    @Override
    public String last() {
        return "SELECT " + Literals.text(END) + " WHERE " + blocks() + " > 0";
    }

    @Override
    public String batch(@Nullable String after, String bound, int rows) {
        Place place = Place.of(after);
        long to = place.block() + Math.max(1, rows / ROWS);
        String changed = place.changed() + " + count(*)";
        String next = " WHEN " + to + " < " + blocks() + " THEN "
                + Literals.text(BLOCK + place.round() + " " + to + " ") + " || " + changed;
        String again = place.round() == MOST_ROUNDS
                ? ""
                : " WHEN " + changed + " > 0 THEN " + Literals.text(BLOCK + (place.round() + 1) + " 0 0");
        return "WITH changed AS (UPDATE " + table() + " SET " + operation.set() + "\nWHERE ctid >= '("
                + place.block() + ",0)' AND ctid < '(" + to + ",0)' AND (" + operation.where()
                + "\n) RETURNING 1) SELECT CASE" + next + again + " END, count(*) FROM changed";
    }

    private String blocks() {
        return "pg_relation_size(to_regclass(" + Literals.text(table()) + ")) / current_setting('block_size')::bigint";
    }

    private String table() {
        return Identifiers.quoted(operation.table());
    }
}
