package org.limbeck.script;

/** What a migration is written in. */
public enum ScriptKind {
    /** A .java file that Limbeck compiles when it has to run. */
    JAVA_SOURCE,
    /** A compiled class on the class path. */
    JAVA_CLASS,
    /** A .sql file. */
    SQL
}
