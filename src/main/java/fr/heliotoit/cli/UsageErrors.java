package fr.heliotoit.cli;

import fr.heliotoit.text.Texts;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** picocli speaks English only; these are its complaints in the user's language. */
final class UsageErrors {
    private UsageErrors() {}

    static String sentence(ParameterException exception) {
        Texts texts = Texts.current();
        return switch (exception) {
            case UnmatchedArgumentException unmatched ->
                texts.text("cli.usage.unmatched", String.join(" ", unmatched.getUnmatched()));
            case MissingParameterException missing ->
                texts.text(
                        "cli.usage.missing",
                        missing.getMissing().stream().map(UsageErrors::name).collect(Collectors.joining(", ")));
            default -> {
                ArgSpec argument = exception.getArgSpec();
                String value = exception.getValue();
                yield argument == null
                        ? texts.text("cli.usage.wrong", String.valueOf(exception.getMessage()))
                        : texts.text("cli.usage.value", name(argument), String.valueOf(value));
            }
        };
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
