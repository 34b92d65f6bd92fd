package org.limbeck.script;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import org.limbeck.migration.Migration;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Makes a migration out of its class. */
final class MigrationClass {

    private MigrationClass() {}

    static Migration instance(Script script, ClassLoader loader) {
        Place place = script.place();
        Class<?> type = load(script, loader);
        String simpleName = type.getSimpleName();
        String declaration = "public class " + simpleName + " implements Migration {";
        if (!Migration.class.isAssignableFrom(type)) {
            throw unusable(type.getName(), place, "it does not implement Migration")
                    .hint("declare it as", declaration)
                    .exception();
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            throw unusable(type.getName(), place, "it is abstract")
                    .hint("declare it as", declaration)
                    .exception();
        }
        if (!Modifier.isPublic(type.getModifiers())) {
            throw unusable(type.getName(), place, "it is not public")
                    .hint("declare it as", declaration)
                    .exception();
        }
        return instance(constructor(type, place, simpleName), place);
    }

    static Problem unusable(String className, Place place, String reason) {
        return Problem.of(ProblemCode.MIGRATION_CLASS, className + " is not a usable migration: " + reason)
                .at(place);
    }

    private static Class<?> load(Script script, ClassLoader loader) {
        try {
            return Class.forName(script.className(), false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw unusable(script.className(), script.place(), "it cannot be loaded: " + e)
                    .exception(e);
        }
    }

    private static Constructor<?> constructor(Class<?> type, Place place, String simpleName) {
        try {
            return type.getConstructor();
        } catch (NoSuchMethodException e) {
            throw unusable(type.getName(), place, "it has no public constructor without parameters")
                    .hint("add it, or delete the other constructors", "public " + simpleName + "() {}")
                    .exception(e);
        }
    }

    private static Migration instance(Constructor<?> constructor, Place place) {
        try {
            return (Migration) constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw failed(constructor.getDeclaringClass(), place, e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw failed(constructor.getDeclaringClass(), place, e);
        }
    }

    private static RuntimeException failed(Class<?> type, Place place, Throwable thrown) {
        Throwable cause =
                thrown instanceof ExceptionInInitializerError && thrown.getCause() != null ? thrown.getCause() : thrown;
        return Problem.of(ProblemCode.MIGRATION_FAILED, "the constructor of " + type.getName() + " failed")
                .at(line(type, place, cause))
                .evidence(cause.toString())
                .hint("a migration is made before it is run: move the code into upgrade and downgrade")
                .exception(cause);
    }

    private static Place line(Class<?> type, Place place, Throwable cause) {
        for (StackTraceElement element : cause.getStackTrace()) {
            if (element.getClassName().equals(type.getName()) && element.getLineNumber() > 0) {
                return new Place(place.file(), element.getLineNumber());
            }
        }
        return place;
    }
}
