package org.limbeck.jpa;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The class loader of the application's entities and of Hibernate, apart from the classes of this process. It defines the
 * package that talks to Hibernate once more, since only here Hibernate is in sight.
 */
final class EntityLoader extends URLClassLoader {

    private static final String BRIDGE = "org.limbeck.jpa.hibernate.";
    private static final String OWN = "org.limbeck.";
    private static final String LOGGER_SERVICE = "META-INF/services/org.jboss.logging.LoggerProvider";

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader own = EntityLoader.class.getClassLoader();

    EntityLoader(List<Path> classPath) {
        super(urls(classPath), ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            if (name.startsWith(BRIDGE)) {
                return bridge(name);
            }
            if (name.startsWith(OWN) || name.startsWith("org.jspecify.")) {
                Class<?> shared = shared(name);
                return shared == null ? super.loadClass(name, resolve) : shared;
            }
            return super.loadClass(name, resolve);
        }
    }

    /** Hibernate would take connections from its own file, which is read elsewhere. */
    @Override
    public @Nullable URL getResource(String name) {
        return name.equals("hibernate.properties") ? null : super.getResource(name);
    }

    /** Hibernate is quiet here, whatever logging the application has: first come the providers of this loader. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (name.equals(LOGGER_SERVICE)) {
            URL provider = own.getResource("org/limbeck/jpa/hibernate/logger-provider");
            return provider == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(provider));
        }
        return super.getResources(name);
    }

    private Class<?> bridge(String name) throws ClassNotFoundException {
        try (InputStream in = own.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    private @Nullable Class<?> shared(String name) {
        try {
            return Class.forName(name, false, own);
        } catch (ClassNotFoundException notOurs) {
            return null;
        }
    }

    private static URL[] urls(List<Path> classPath) {
        return classPath.stream()
                .map(entry -> {
                    try {
                        return entry.toUri().toURL();
                    } catch (MalformedURLException e) {
                        throw new IllegalStateException("every file has a URL", e);
                    }
                })
                .toArray(URL[]::new);
    }
}
