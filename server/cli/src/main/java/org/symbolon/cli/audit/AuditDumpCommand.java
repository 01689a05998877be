package org.symbolon.cli.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the audit as CSV, with the options of eduMFA's command of this name. */
@Command(
        name = "dump",
        description =
                "Print the rows of the audit as CSV, the oldest first and without a header, as GET /audit/<file> does.")
final class AuditDumpCommand implements Runnable {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Option(
            names = {"-t", "--timelimit"},
            paramLabel = "AGE",
            description = "Only rows that are not older: a number with one of the letters s, m, h, d. Default: all.")
    private Duration age;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Write to this file, and over what is in it. Default: standard output.")
    private Path file;

    @Mixin
    private SharedOptions options;

    AuditDumpCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        if (file == null) {
            dump(specification.commandLine().getOut());
            return;
        }
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            dump(out);
        } catch (IOException e) {
            throw new CommandFailedException("the file " + file + " cannot be written");
        }
    }

    private void dump(PrintWriter out) {
        backend.reading().use(options, AuditLines.class, audit -> audit.read(age, line -> print(out, line)));
    }

    /** A disk may be full, and a reader that went away, as head does, wants no more. */
    private static void print(PrintWriter out, String line) {
        out.print(line);
        if (out.checkError()) {
            throw new CommandFailedException("not all rows could be written");
        }
    }
}
