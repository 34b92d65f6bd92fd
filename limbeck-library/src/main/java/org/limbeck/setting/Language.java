package org.limbeck.setting;

/** What new migrations are written in. */
public enum Language {
    JAVA,
    SQL
}
