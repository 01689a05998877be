package org.symbolon.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.symbolon.cli.demo.DemoCommand;
import org.symbolon.cli.janitor.TokenJanitorCommands;
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
        CommandLine admin = new CommandLine(new AdminCommand())
                .addSubcommand(new AdminAddCommand(backend))
                .addSubcommand(new AdminListCommand(backend))
                .addSubcommand(new AdminMailCommand(backend))
                .addSubcommand(new AdminPasswdCommand(backend))
                .addSubcommand(new AdminRemoveCommand(backend));
        CommandLine apiKeys = new CommandLine(new ApiKeyCommand())
                .addSubcommand(new ApiKeyCreateCommand(backend))
                .addSubcommand(new ApiKeyRevokeCommand(backend));
        CommandLine projections = new CommandLine(new ProjectionsCommand())
                .addSubcommand(new ProjectionsListCommand(backend))
                .addSubcommand(new ProjectionsRebuildCommand(backend));
        CommandLine audit = new CommandLine(new AuditCommand())
                .addSubcommand(new CommandLine(new AuditDumpCommand(backend))
                        .registerConverter(Duration.class, MomentConverter.steps()))
                .addSubcommand(new AuditRotateCommand(backend))
                .addSubcommand(new AuditVerifyCommand(backend))
                .addSubcommand(new AuditProveCommand(backend));
        CommandLine events = new CommandLine(new EventsCommand())
                .addSubcommand(new EventsShowCommand(backend))
                .addSubcommand(new EventsCheckCommand(backend))
                .addSubcommand(new EventsSkipCommand(backend))
                .addSubcommand(new EventsRepairCommand(backend));
        CommandLine authorities = new CommandLine(new CaCommand())
                .addSubcommand(new CaListCommand(backend))
                .addSubcommand(new CaCreateCommand(backend))
                .addSubcommand(new CaCreateCrlCommand(backend));
        CommandLine cron = new CommandLine(new CronCommand())
                .addSubcommand(new CronRunCommand(backend))
                .addSubcommand(new CronRunManuallyCommand(backend))
                .addSubcommand(new CronListCommand(backend));
        CommandLine counters = new CommandLine(new CounterCommand())
                .addSubcommand(new CounterListCommand(backend))
                .addSubcommand(new CounterIncreaseCommand(backend))
                .addSubcommand(new CounterDecreaseCommand(backend))
                .addSubcommand(new CounterResetCommand(backend));
        CommandLine notifications = new CommandLine(new NotificationsCommand())
                .addSubcommand(new NotificationsListCommand(backend))
                .addSubcommand(new NotificationsInstallCommand(backend))
                .addSubcommand(new NotificationsRemoveCommand(backend));
        CommandLine stats = new CommandLine(new StatsCommand(backend, Clock.systemUTC()))
                .registerConverter(Instant.class, MomentConverter.moments())
                .registerConverter(Duration.class, MomentConverter.steps());
        CommandLine policy = new CommandLine(new PolicyCommand())
                .addSubcommand(new PolicyExplainCommand(backend))
                .addSubcommand(new PolicyWhatIfCommand(backend, Clock.systemUTC()))
                .addSubcommand(new PolicyExportCommand(backend))
                .addSubcommand(new PolicyImportCommand(backend))
                .registerConverter(Instant.class, MomentConverter.moments());
        ConfigurationCommands configuration = new ConfigurationCommands(backend);
        configuration.addTo(policy);
        configuration.addSwitches(cron, "periodictask");
        CommandLine bench = new CommandLine(new BenchCommand()).addSubcommand(new BenchFillCommand(backend));
        CommandLine symbolon = new CommandLine(new SymbolonCommand())
                .addSubcommand(new ServeCommand(backend))
                .addSubcommand(new DemoCommand(backend))
                .addSubcommand(admin)
                .addSubcommand(apiKeys)
                .addSubcommand(projections)
                .addSubcommand(audit)
                .addSubcommand(events)
                .addSubcommand(authorities)
                .addSubcommand(cron)
                .addSubcommand(counters)
                .addSubcommand(notifications)
                .addSubcommand(stats)
                .addSubcommand(TokenJanitorCommands.create(backend))
                .addSubcommand(policy)
                .addSubcommand(new DoctorCommand(backend))
                .addSubcommand("config", configuration.files())
                .addSubcommand("realm", configuration.realms())
                .addSubcommand("resolver", configuration.resolvers())
                .addSubcommand("event", configuration.handlers())
                .addSubcommand(bench)
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

    private static int explainFailure(Exception failure, CommandLine command) {
        if (command.getParseResult().originalArgs().contains("--debug")) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().printf("symbolon: %s%n", ErrorLine.of(failure));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
