package org.limbeck.schema;

/** What stands inside the parentheses of {@code CREATE TABLE}. */
public sealed interface TableElement permits Column, Constraint, TableOptions, TableComment {}
