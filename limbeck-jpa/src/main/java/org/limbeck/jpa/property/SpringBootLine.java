package org.limbeck.jpa.property;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of Spring Boot, by the naming strategies that they set when nobody says otherwise. */
enum SpringBootLine {
    BOOT_3(
            "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy",
            "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy"),
    BOOT_4(
            "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl",
            "org.springframework.boot.hibernate.SpringImplicitNamingStrategy");

    private final String physicalNamingStrategy;
    private final String implicitNamingStrategy;

    SpringBootLine(String physicalNamingStrategy, String implicitNamingStrategy) {
        this.physicalNamingStrategy = physicalNamingStrategy;
        this.implicitNamingStrategy = implicitNamingStrategy;
    }

    String physicalNamingStrategy() {
        return physicalNamingStrategy;
    }

    String implicitNamingStrategy() {
        return implicitNamingStrategy;
    }

    /** The line whose class is on the class path; null without Spring Boot. */
    static @Nullable SpringBootLine on(List<Path> classPath) {
        // The class that names the line is in a jar of Spring Boot's own; the others needn't be opened.
        List<Path> springBoot = classPath.stream()
                .filter(entry -> String.valueOf(entry.getFileName()).startsWith("spring-boot"))
                .toList();
        if (springBoot.isEmpty()) {
            return null;
        }
        try (URLClassLoader loader = new URLClassLoader(urls(springBoot), null)) {
            return in(loader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line whose class a loader sees; null without Spring Boot. */
    static @Nullable SpringBootLine in(ClassLoader loader) {
        for (SpringBootLine line : values()) {
            if (loader.getResource(line.implicitNamingStrategy.replace('.', '/') + ".class") != null) {
                return line;
            }
        }
        return null;
    }

    private static URL[] urls(List<Path> entries) throws MalformedURLException {
        URL[] urls = new URL[entries.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = entries.get(i).toUri().toURL();
        }
        return urls;
    }
}
