package org.limbeck.spring;

import org.limbeck.Limbeck;

/** A bean that changes how the application's {@link Limbeck} works. Several are asked in their order. */
@FunctionalInterface
public interface LimbeckCustomizer {

    /** The one that shall be used; {@code limbeck} itself never changes. */
    Limbeck customize(Limbeck limbeck);
}
