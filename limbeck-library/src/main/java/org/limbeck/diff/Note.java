package org.limbeck.diff;

import org.limbeck.schema.ObjectId;

/**
 * Something worth knowing before an upgrade runs.
 *
 * @param object what it is about
 * @param sentence lower case, without a full stop
 */
public record Note(ObjectId object, String sentence) {}
