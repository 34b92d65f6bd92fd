package org.limbeck.operation;

/** Something that only the executor can run; opaque to every other reader. */
public interface Code {}
