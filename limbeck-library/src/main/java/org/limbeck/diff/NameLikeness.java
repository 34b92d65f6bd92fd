package org.limbeck.diff;

import java.util.HashMap;
import java.util.Map;

/** How much two names are alike: the share of pairs of neighbouring letters that both have (Dice's coefficient). */
final class NameLikeness {

    private NameLikeness() {}

    /** From 0 for nothing in common to 1 for the same. */
    static double of(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 1 < one.length(); i++) {
            pairs.merge(one.substring(i, i + 2), 1, Integer::sum);
        }
        int common = 0;
        for (int i = 0; i + 1 < other.length(); i++) {
            String pair = other.substring(i, i + 2);
            int left = pairs.getOrDefault(pair, 0);
            if (left > 0) {
                pairs.put(pair, left - 1);
                common++;
            }
        }
        int all = Math.max(0, one.length() - 1) + Math.max(0, other.length() - 1);
        return all == 0 ? 0 : 2.0 * common / all;
    }
}
