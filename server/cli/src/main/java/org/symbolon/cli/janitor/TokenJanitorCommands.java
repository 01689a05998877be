package org.symbolon.cli.janitor;

import java.time.Clock;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands that tidy up tokens, and what expires beside them. */
@Command(
        name = "token-janitor",
        description = "Find tokens, and list, mark, change, delete or export all of them; clear away what has expired.")
public final class TokenJanitorCommands extends CommandGroup {

    private TokenJanitorCommands() {}

    /** The group with its commands. */
    public static CommandLine create(Backend backend) {
        return new CommandLine(new TokenJanitorCommands())
                .addSubcommand(new FindCommand(backend, Clock.systemUTC()))
                .addSubcommand(new LoadTokensCommand(backend))
                .addSubcommand(new CleanUpCommand.OfChallenges(backend))
                .addSubcommand(new CleanUpCommand.OfRevokedLogins(backend));
    }
}
