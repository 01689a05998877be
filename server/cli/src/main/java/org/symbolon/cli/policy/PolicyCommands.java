package org.symbolon.cli.policy;

import java.time.Clock;
import java.time.Instant;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandGroup;
import org.symbolon.cli.kernel.MomentConverter;
import org.symbolon.cli.thing.ThingCommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands on policies. */
@Command(name = "policy", description = "See what policies do and what others would have done; take them along.")
public final class PolicyCommands extends CommandGroup {

    private PolicyCommands() {}

    /** The group with its commands. */
    public static CommandLine create(Backend backend) {
        CommandLine group = new CommandLine(new PolicyCommands())
                .addSubcommand(new PolicyExplainCommand(backend))
                .addSubcommand(new PolicyWhatIfCommand(backend, Clock.systemUTC()))
                .addSubcommand(new PolicyExportCommand(backend))
                .addSubcommand(new PolicyImportCommand(backend))
                .registerConverter(Instant.class, MomentConverter.moments());
        ThingCommands policies = new ThingCommands(backend, "policy");
        policies.addLooks(group, "active", "scope", "action").addSubcommand(new PolicyCreateCommand(backend));
        return policies.addSwitches(group);
    }
}
