package org.limbeck.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.limbeck.jpa.project.ProjectClassPath;

/**
 * A program that runs commands inside itself, such as a build tool. Nobody is asked there: a question is a problem.
 *
 * @param folder the working folder
 * @param out takes data
 * @param err takes what is said about them, and problems
 * @param progress takes what a run does, while it does it
 * @param project where the project's classes are, unless the setting {@code class-path} says it; without either, the
 *     project's build tool is asked
 * @param spelling makes of a command line of Limbeck, or of an option alone, what is typed there
 */
public record Host(
        Path folder,
        PrintStream out,
        PrintStream err,
        PrintStream progress,
        @Nullable ProjectClassPath project,
        UnaryOperator<String> spelling) {}
