package org.limbeck.script.example;

import org.limbeck.migration.Migration;
import org.limbeck.migration.Operations;
import org.limbeck.migration.Revision;

/** A compiled migration that no test may initialise; notes if one does. */
@Revision(id = "example1", message = "an example")
public class M1_Example implements Migration {

    static {
        System.setProperty("limbeck.example.initialised", "yes");
    }

    @Override
    public void upgrade(Operations op) {}

    @Override
    public void downgrade(Operations op) {}
}
