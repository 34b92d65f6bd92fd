package org.limbeck.jpa;

/** The bridge into the class loader that has Hibernate. */
public interface SchemaExport {

    /** Asks Hibernate; its exceptions pass unchanged. */
    EntityStatements export(Mapping mapping);
}
