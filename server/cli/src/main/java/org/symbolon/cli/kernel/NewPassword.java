package org.symbolon.cli.kernel;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Takes a password from the terminal, unseen and twice, or from standard input for scripts. Never from the command line,
 * where every user of the machine could read it.
 */
public final class NewPassword {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec specification;

    @Option(
            names = "--password-stdin",
            description = "Read the password from standard input, one line, instead of asking for it.")
    private boolean fromStandardInput;

    public String ask(String name) {
        String password = fromStandardInput ? readLine() : askTwice(name);
        if (password.isEmpty()) {
            throw new CommandFailedException("the password must not be empty");
        }
        return password;
    }

    private static String readLine() {
        try {
            BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            return Optional.ofNullable(reader.readLine()).orElse("");
        } catch (IOException e) {
            throw new CommandFailedException("standard input cannot be read: " + e.getMessage());
        }
    }

    @SuppressWarnings("SystemConsoleNull") // Main chooses the console that is null without a terminal
    private String askTwice(String name) {
        Console console = System.console();
        if (console == null) {
            throw new ParameterException(
                    specification.commandLine(), "no terminal to ask for a password: use --password-stdin");
        }
        char[] first = console.readPassword("New password for %s: ", name);
        char[] second = console.readPassword("Once more: ");
        if (first == null || second == null || !Arrays.equals(first, second)) {
            throw new CommandFailedException("the two passwords differ");
        }
        return new String(first);
    }
}
