package org.limbeck.operation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One statement in the author's own words.
 *
 * @param sql the statement, without its semicolon
 * @param reverseSql the statement that undoes it; null where there is none
 */
public record ExecuteSql(String sql, @Nullable String reverseSql) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(reverseSql).map(opposite -> new ExecuteSql(opposite, sql));
    }

    @Override
    public String describe() {
        return "execute " + firstWords();
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }

    private String firstWords() {
        String oneLine = sql.strip().replaceAll("\\s+", " ");
        return oneLine.length() <= 60 ? oneLine : oneLine.substring(0, 57) + "...";
    }
}
