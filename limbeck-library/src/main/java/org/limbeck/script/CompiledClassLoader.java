package org.limbeck.script;

import java.util.Map;

/** Loads classes from memory; before its parent, so that a source wins over a class of the same name. */
final class CompiledClassLoader extends ClassLoader {

    private final Map<String, byte[]> classes;

    CompiledClassLoader(Map<String, byte[]> classes, ClassLoader parent) {
        super("limbeck-migrations", parent);
        this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
        }
    }
}
