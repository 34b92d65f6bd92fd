package org.limbeck.script.loadable;

import org.limbeck.migration.Migration;
import org.limbeck.migration.Operations;
import org.limbeck.migration.Revision;

/** A compiled migration that tests create. */
@Revision(id = "loadable2")
public class M2_Loadable implements Migration {

    @Override
    public void upgrade(Operations op) {}

    @Override
    public void downgrade(Operations op) {}
}
