package org.limbeck.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a {@link Migration} stands in the graph of revisions. Every value is a literal, so that it is read without compiling. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Revision {

    /** The identifier: at most 32 characters, without {@code @ - + :}, white space or a comma. */
    String id();

    /** The revisions it stands on: none for a base, several for a merge point. */
    String[] revises() default {};

    /** Identifiers or labels of revisions of other branches that must be applied before. */
    String[] dependsOn() default {};

    /** Names for the branch that this revision belongs to. */
    String[] labels() default {};

    /** What it does, one line. */
    String message() default "";
}
