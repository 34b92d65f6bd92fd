package org.limbeck.script.example;

import org.limbeck.migration.Migration;

/** Lies beside migrations and is none. */
public abstract class Helper implements Migration {}
