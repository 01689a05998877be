package org.symbolon.cli;

import org.symbolon.cli.admin.AdminCommands;
import org.symbolon.cli.apikey.ApiKeyCommands;
import org.symbolon.cli.audit.AuditCommands;
import org.symbolon.cli.backup.BackupCommands;
import org.symbolon.cli.benchmark.BenchCommands;
import org.symbolon.cli.caconnector.CaCommands;
import org.symbolon.cli.configuration.ConfigurationCommands;
import org.symbolon.cli.demo.DemoCommand;
import org.symbolon.cli.doctor.DoctorCommand;
import org.symbolon.cli.eventcounter.CounterCommands;
import org.symbolon.cli.eventhandler.EventHandlerCommands;
import org.symbolon.cli.events.EventsCommands;
import org.symbolon.cli.janitor.TokenJanitorCommands;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ErrorLine;
import org.symbolon.cli.masterkey.KeyCommands;
import org.symbolon.cli.monitoring.StatsCommands;
import org.symbolon.cli.notification.NotificationCommands;
import org.symbolon.cli.periodictask.CronCommands;
import org.symbolon.cli.policy.PolicyCommands;
import org.symbolon.cli.projections.ProjectionsCommands;
import org.symbolon.cli.realm.RealmCommands;
import org.symbolon.cli.resolver.ResolverCommands;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Puts the commands together: one class for each, added here. Whatever goes wrong is said in one line on standard error,
 * with exit code 1, or 2 when the command line itself was wrong, unless a command says otherwise.
 */
public final class CommandLineInterface {
    private static final OptionSpec HELP = OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help and exit.")
            .build();
    private static final OptionSpec VERSION = OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Show the version and exit.")
            .build();

    private CommandLineInterface() {}

    public static CommandLine create(Backend backend) {
        CommandLine symbolon = new CommandLine(new SymbolonCommand())
                .addSubcommand(new ServeCommand(backend))
                .addSubcommand(new DemoCommand(backend))
                .addSubcommand(AdminCommands.create(backend))
                .addSubcommand(ApiKeyCommands.create(backend))
                .addSubcommand(ProjectionsCommands.create(backend))
                .addSubcommand(AuditCommands.create(backend))
                .addSubcommand(EventsCommands.create(backend))
                .addSubcommand(BackupCommands.create(backend))
                .addSubcommand(KeyCommands.create(backend))
                .addSubcommand(CaCommands.create(backend))
                .addSubcommand(CronCommands.create(backend))
                .addSubcommand(CounterCommands.create(backend))
                .addSubcommand(NotificationCommands.create(backend))
                .addSubcommand(StatsCommands.create(backend))
                .addSubcommand(TokenJanitorCommands.create(backend))
                .addSubcommand(PolicyCommands.create(backend))
                .addSubcommand(new DoctorCommand(backend))
                .addSubcommand(ConfigurationCommands.create(backend))
                .addSubcommand(RealmCommands.create(backend))
                .addSubcommand(ResolverCommands.create(backend))
                .addSubcommand(EventHandlerCommands.create(backend))
                .addSubcommand(BenchCommands.create(backend))
                .addSubcommand(new VersionCommand());
        symbolon.getCommandSpec().addOption(VERSION);
        explainItself(symbolon);
        return symbolon.setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(CommandLineInterface::explainMisuse)
                .setExecutionExceptionHandler((failure, command, result) -> explainFailure(failure, command));
    }

    private static void explainItself(CommandLine command) {
        command.getCommandSpec().addOption(HELP);
        command.getSubcommands().values().forEach(CommandLineInterface::explainItself);
    }

    private static int explainMisuse(CommandLine.ParameterException misuse, String[] arguments) {
        CommandLine command = misuse.getCommandLine();
        command.getErr()
                .printf(
                        "symbolon: %s (see: %s --help)%n",
                        ErrorLine.of(misuse), command.getCommandSpec().qualifiedName());
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** Says what went wrong, and answers the exit code for that. */
    public static int explainFailure(Exception failure, CommandLine command) {
        if (command.getParseResult().originalArgs().contains("--debug")) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().printf("symbolon: %s%n", ErrorLine.of(failure));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
