package org.limbeck.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives test methods a database of their own: where they have a parameter of type {@link javax.sql.DataSource},
 * {@link java.sql.Connection} or {@link org.limbeck.Limbeck}, it is of a fresh database that is migrated, to the heads or as
 * {@link Migrated} says, and that is dropped afterwards. What {@code @BeforeEach} and {@code @AfterEach} get is of the same
 * database; what {@code @BeforeAll} gets is of one for all tests of the class. A parameter of type
 * {@link org.limbeck.setting.Settings} gets the settings.
 *
 * <p>Settings are those of the project in the working folder. A configuration parameter of JUnit or a system property such as
 * {@code limbeck.scratch-url} comes before them.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LimbeckExtension.class)
public @interface LimbeckTest {

    /** The configuration file; without it {@code limbeck.properties} in the working folder or in a parent folder. */
    String configuration() default "";

    /** Settings that come before all others, each as {@code name=value}. */
    String[] settings() default {};
}
