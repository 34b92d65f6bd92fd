package org.limbeck.diff;

import org.limbeck.schema.ObjectId;

/**
 * Data that an upgrade loses.
 *
 * @param object whose data it is
 * @param sentence what is lost, lower case, without a full stop
 */
public record DataLoss(ObjectId object, String sentence) {}
