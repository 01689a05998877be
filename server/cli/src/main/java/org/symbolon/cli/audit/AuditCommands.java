package org.symbolon.cli.audit;

import java.time.Duration;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandGroup;
import org.symbolon.cli.kernel.MomentConverter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands on the audit. */
@Command(name = "audit", description = "Print the audit, find out whether it is whole, or remove its oldest rows.")
public final class AuditCommands extends CommandGroup {

    private AuditCommands() {}

    /** The group with its commands. */
    public static CommandLine create(Backend backend) {
        return new CommandLine(new AuditCommands())
                .addSubcommand(new CommandLine(new AuditDumpCommand(backend))
                        .registerConverter(Duration.class, MomentConverter.steps()))
                .addSubcommand(new AuditRotateCommand(backend))
                .addSubcommand(new AuditVerifyCommand(backend))
                .addSubcommand(new AuditProveCommand(backend));
    }
}
