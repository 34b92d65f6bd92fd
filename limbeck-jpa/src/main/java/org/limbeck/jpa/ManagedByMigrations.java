package org.limbeck.jpa;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an entity that only migrations written by hand change its tables: autogenerate neither creates, changes nor
 * drops them. For entities over views and partitioned tables, and tables that another application owns.
 *
 * <p>It covers the entity's table, its secondary tables and the collection and join tables that it owns. It isn't
 * inherited: a subclass with a table of its own says it for itself.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ManagedByMigrations {}
