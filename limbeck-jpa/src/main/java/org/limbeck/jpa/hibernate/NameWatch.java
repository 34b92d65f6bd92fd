package org.limbeck.jpa.hibernate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitConstraintNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.spi.MetadataBuilderImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Tells the names of constraints and indexes that somebody gave from the hashes that Hibernate makes up otherwise.
 * Somebody may have given a hash, too, to keep what an older database has.
 */
final class NameWatch {

    private static final Pattern HASH = Pattern.compile("(FK|UK|IDX)_?[0-9a-z]{20,27}");

    private final Set<String> given = new HashSet<>();
    private final Set<String> answered = new HashSet<>();

    /** Whether nobody chose this name: neither in a mapping nor by a naming strategy that makes readable ones. */
    boolean isMadeUp(String name) {
        return HASH.matcher(name).matches() && !given.contains(name);
    }

    /** Stands between Hibernate and the naming strategy that is configured. */
    void over(MetadataBuilder builder) {
        ImplicitNamingStrategy strategy = ((MetadataBuilderImplementor) builder)
                .getMetadataBuildingOptions()
                .getImplicitNamingStrategy();
        builder.applyImplicitNamingStrategy((ImplicitNamingStrategy) Proxy.newProxyInstance(
                NameWatch.class.getClassLoader(),
                new Class<?>[] {ImplicitNamingStrategy.class},
                (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(strategy, arguments);
                        if (arguments != null
                                && arguments[0] instanceof ImplicitConstraintNameSource source
                                && answer instanceof Identifier name) {
                            note(source.getUserProvidedIdentifier(), name.getText());
                        }
                        return answer;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }

    /** Hibernate asks again for foreign keys, with its own earlier answer as if somebody had given it. */
    private void note(@Nullable Identifier provided, String answer) {
        if (provided == null) {
            answered.add(answer);
        } else if (!answered.contains(provided.getText())) {
            given.add(provided.getText());
        }
    }
}
