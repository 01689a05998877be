package org.symbolon.cli.audit;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a proof that an auditor can check without this server. */
@Command(
        name = "prove",
        description = {
            "Write a proof that a row of the audit stands for an event of the sealed stream.",
            "docs/audit-proof.md says how it is checked; --public-key writes the key for that."
        })
final class AuditProveCommand implements Callable<Integer> {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Mixin
    private SharedOptions options;

    @Option(names = "--number", paramLabel = "ROW", description = "The number of the row.")
    private long row;

    @Option(
            names = "--since",
            paramLabel = "SIZE",
            description =
                    "Prove as well that an earlier checkpoint, of so many events, is the beginning of the newest.")
    private long since;

    @Option(names = "--public-key", description = "Write the key by which signatures are verified, and no proof.")
    private boolean publicKey;

    AuditProveCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public Integer call() {
        if (!publicKey && row < 1) {
            throw new CommandFailedException("say which row is to be proven: --number ROW, from 1");
        }
        String text = backend.reading()
                .ask(options, AuditTrail.class, audit -> publicKey ? audit.publicKey() : audit.prove(row, since));
        PrintWriter out = specification.commandLine().getOut();
        out.print(text);
        out.flush();
        return ExitCode.OK;
    }
}
