package org.limbeck.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where the database of a test is when the test begins; on a class, of all its tests. Without it, at the heads. */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Migrated {

    /** The revision, as for an upgrade; {@code base} for an empty database. */
    String value();
}
