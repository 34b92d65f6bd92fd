package org.limbeck.jpa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.limbeck.jpa.source.SourceTree;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * One use of Hibernate, from opening its class loader to closing it.
 *
 * @param application the application's classes and resources, first one first
 */
record HibernateCall(List<Path> application, EntitySource source, SourceTree sources) {

    private static final String METADATA_SOURCES = "org/hibernate/boot/MetadataSources.class";
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");
    private static final int OLDEST = 606;
    private static final String BRIDGE = "org.limbeck.jpa.hibernate.HibernateExport";

    EntityStatements export(Mapping mapping) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (EntityLoader loader = open()) {
            thread.setContextClassLoader(loader);
            checkVersion(loader);
            return bridge(loader).export(mapping);
        } catch (LimbeckException known) {
            throw known;
        } catch (RuntimeException | LinkageError refused) {
            throw MappingProblem.of(refused, mapping, sources).exception(refused);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private EntityLoader open() throws IOException {
        List<Path> classPath = new ArrayList<>(application);
        classPath.addAll(source.classPath());
        EntityLoader own = new EntityLoader(classPath);
        if (own.findResource(METADATA_SOURCES) != null) {
            return own;
        }
        own.close();
        // First, because an application without Hibernate may have an older jakarta.persistence.
        classPath.addAll(0, source.bundledHibernate());
        return new EntityLoader(classPath);
    }

    private static SchemaExport bridge(ClassLoader loader) {
        try {
            return (SchemaExport)
                    loader.loadClass(BRIDGE).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(BRIDGE + " cannot be used", e);
        }
    }

    private static void checkVersion(ClassLoader loader) {
        String version;
        try {
            version = String.valueOf(loader.loadClass("org.hibernate.Version")
                    .getMethod("getVersionString")
                    .invoke(null));
        } catch (ReflectiveOperationException absent) {
            throw Problem.of(
                            ProblemCode.INVALID_MAPPING,
                            "there is no Hibernate on the class path, and none beside Limbeck")
                    .hint("add hibernate-core and what it needs to the setting class-path")
                    .exception(absent);
        }
        Matcher parts = VERSION.matcher(version);
        if (!parts.lookingAt() || Integer.parseInt(parts.group(1)) * 100 + Integer.parseInt(parts.group(2)) < OLDEST) {
            throw Problem.of(
                            ProblemCode.INVALID_MAPPING,
                            "the class path has Hibernate " + version + ", entities can be read with 6.6 and later")
                    .hint("raise the version of hibernate-core in the project")
                    .exception();
        }
    }
}
