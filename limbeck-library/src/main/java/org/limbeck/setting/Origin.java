package org.limbeck.setting;

import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Place;

/** Where a setting's value came from. */
public sealed interface Origin
        permits Origin.Default, Origin.InFile, Origin.Environment, Origin.Option, Origin.Program {

    /** Nobody set it. */
    record Default() implements Origin {

        @Override
        public String describe() {
            return "default";
        }
    }

    /**
     * A line of the configuration file.
     *
     * @param line the file and line
     */
    record InFile(Place line) implements Origin {

        @Override
        public String describe() {
            return line.toString();
        }

        @Override
        public Place place() {
            return line;
        }
    }

    /**
     * An environment variable.
     *
     * @param name the variable's name
     */
    record Environment(String name) implements Origin {

        @Override
        public String describe() {
            return "environment variable " + name;
        }
    }

    /**
     * A command-line option, or what stands for it in a build tool or framework.
     *
     * @param name the option with its dashes
     */
    record Option(String name) implements Origin {

        @Override
        public String describe() {
            return "option " + name;
        }
    }

    /** A program that uses the library. */
    record Program() implements Origin {

        @Override
        public String describe() {
            return "given by the program";
        }
    }

    /** A few words for a person. */
    String describe();

    /** The line of the configuration file, if it came from there. */
    default @Nullable Place place() {
        return null;
    }
}
