package org.limbeck.migration;

import java.sql.Connection;
import org.limbeck.operation.Code;

/** A step that looks at data. It runs inside the revision's transaction: it must not commit, roll back or close. */
@FunctionalInterface
public interface ConnectionCode extends Code {

    // An author's code may throw whatever it likes; it is reported as the failure of this step.
    void run(Connection connection) throws Exception;
}
