package org.limbeck.plan;

/**
 * Who runs a plan.
 *
 * @param name the person or job, for example {@code ada@build-7}
 * @param toolVersion the version of Limbeck
 */
public record Author(String name, String toolVersion) {}
