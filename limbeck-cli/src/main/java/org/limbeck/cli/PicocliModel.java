package org.limbeck.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A declaration told to picocli, which lays out help and writes completion. */
final class PicocliModel {

    private static final int WIDTH = 110;

    private PicocliModel() {}

    static CommandSpec of(Declaration declaration) {
        CommandSpec spec = CommandSpec.create().name(declaration.name());
        spec.usageMessage().sortOptions(false).width(WIDTH);
        if (!declaration.argumentLabel().isEmpty()) {
            spec.addPositional(PositionalParamSpec.builder()
                    .index("0..*")
                    .arity("0..*")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .paramLabel(declaration.argumentLabel())
                    .hideParamSyntax(true)
                    .description(escaped(declaration.argumentDescription()))
                    .build());
        }
        for (Option option : declaration.options()) {
            spec.addOption(of(option));
        }
        return spec;
    }

    private static OptionSpec of(Option option) {
        OptionSpec.Builder builder = OptionSpec.builder(option.names().toArray(new String[0]))
                .hidden(option.hidden())
                .description(escaped(option.description()));
        return switch (option.kind()) {
            case FLAG -> builder.arity("0").type(boolean.class).build();
            case VALUE ->
                builder.arity("1").type(String.class).paramLabel(option.label()).build();
            case VALUES ->
                builder.arity("1")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .paramLabel(option.label())
                        .build();
        };
    }

    /** picocli takes descriptions for formats. */
    private static String escaped(String description) {
        return description.replace("%", "%%");
    }
}
