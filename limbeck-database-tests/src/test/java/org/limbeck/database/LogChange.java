package org.limbeck.database;

import java.util.List;
import java.util.Optional;
import org.limbeck.operation.CustomOperation;
import org.limbeck.operation.Operation;

/** An operation of a user's own. */
public record LogChange(String what, boolean undone) implements CustomOperation {

    public LogChange(String what) {
        this(what, false);
    }

    @Override
    public List<String> statements() {
        return List.of(
                "INSERT INTO change_log VALUES ('" + what + "', " + undone + ")",
                "COMMENT ON TABLE change_log IS " + (undone ? "NULL" : "'last: " + what + "'"));
    }

    @Override
    public String source() {
        return "new org.limbeck.database.LogChange(\"" + what + "\", " + undone + ")";
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new LogChange(what, !undone));
    }

    @Override
    public String describe() {
        return "log the change of " + what;
    }
}
