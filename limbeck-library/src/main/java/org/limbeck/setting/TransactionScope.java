package org.limbeck.setting;

/** What is committed at once. */
public enum TransactionScope {
    REVISION,
    RUN
}
