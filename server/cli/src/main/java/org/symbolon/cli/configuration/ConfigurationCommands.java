package org.symbolon.cli.configuration;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands on files of the configuration. */
@Command(
        name = "config",
        description = "Keep realms, resolvers, policies, event handlers, tasks, servers and settings in files.")
public final class ConfigurationCommands extends CommandGroup {

    private ConfigurationCommands() {}

    /** The group with its commands. */
    public static CommandLine create(Backend backend) {
        return new CommandLine(new ConfigurationCommands())
                .addSubcommand(new ConfigExportCommand(backend))
                .addSubcommand(new ConfigPlanCommand(backend))
                .addSubcommand(new ConfigApplyCommand(backend))
                .addSubcommand(new ConfigImportCommand(backend));
    }
}
