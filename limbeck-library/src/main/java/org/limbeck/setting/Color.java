package org.limbeck.setting;

/** When to print in colour. */
public enum Color {
    AUTO,
    ALWAYS,
    NEVER
}
