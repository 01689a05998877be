package org.symbolon.cli.kernel;

import java.io.IOException;
import org.symbolon.events.shared.Secret;
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

    public String ask(Caller caller, String name) {
        Secret password = fromStandardInput ? readLine(caller) : askTwice(caller, name);
        if (password.isEmpty()) {
            throw new CommandFailedException("the password must not be empty");
        }
        return password.reveal();
    }

    private static Secret readLine(Caller caller) {
        try {
            return caller.line();
        } catch (IOException e) {
            throw new CommandFailedException("standard input cannot be read: " + e.getMessage());
        }
    }

    private Secret askTwice(Caller caller, String name) {
        Secret first = typed(caller, "New password for %s: ".formatted(name));
        if (!first.equals(typed(caller, "Once more: "))) {
            throw new CommandFailedException("the two passwords differ");
        }
        return first;
    }

    private Secret typed(Caller caller, String prompt) {
        try {
            return caller.typed(prompt)
                    .orElseThrow(() -> new ParameterException(
                            specification.commandLine(), "no terminal to ask for a password: use --password-stdin"));
        } catch (IOException e) {
            throw new CommandFailedException("the terminal cannot be read: " + e.getMessage());
        }
    }
}
