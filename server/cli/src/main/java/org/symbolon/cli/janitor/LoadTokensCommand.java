package org.symbolon.cli.janitor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.Caller;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.cli.kernel.TextFile;
import org.symbolon.events.shared.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Enrols the tokens of a file. */
@Command(
        name = "loadtokens",
        description = {
            "Enrol the tokens of a PSKC file (RFC 6030), those anew that are there otherwise. The whole file is looked through"
                    + " before: nothing of one that is refused is taken.",
            "Tokens that are there already as the file says are left alone, so that a file that was interrupted can be given again."
        })
final class LoadTokensCommand implements Runnable, ByServer {

    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Option(names = "--pskc", paramLabel = "FILE", required = true, description = "The file.")
    private Path file;

    @Option(
            names = "--preshared_key_hex",
            paramLabel = "KEY",
            description =
                    "The key that it is encrypted with, 32 hexadecimal digits. Every user of the machine can see it there:"
                            + " --preshared-key-file is better.")
    private Optional<String> key;

    @Option(
            names = "--preshared-key-file",
            paramLabel = "FILE",
            description = "The file whose first line is the key that it is encrypted with.")
    private Optional<Path> keyFile;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "The file whose first line is the password that it is encrypted with.")
    private Optional<Path> passwordFile;

    @Option(
            names = "--validate_mac",
            paramLabel = "MODE",
            description =
                    "What becomes of a key whose MAC does not fit: check_fail_hard (nothing of the file is taken),"
                            + " check_fail_soft (it is left out), no_check. Default: ${DEFAULT-VALUE}.")
    private String validation = "check_fail_hard";

    @Mixin
    private SharedOptions options;

    LoadTokensCommand(Backend backend) {
        this.backend = backend;
    }

    private Secret firstLine(Path of) {
        return FirstLine.of(backend.caller(), of);
    }

    private Caller.Opened opened() {
        try {
            return backend.caller().open(file);
        } catch (IOException unreadable) {
            throw TextFile.fault(file, 0, unreadable);
        }
    }

    @Override
    public void run() {
        if (key.isPresent() && keyFile.isPresent()) {
            throw new ParameterException(specification.commandLine(), "give one key, not two");
        }
        TokenStock.Loading loading = new TokenStock.Loading(
                opened(),
                key.map(Secret::of).or(() -> keyFile.map(this::firstLine)).orElse(Secret.EMPTY),
                passwordFile.map(this::firstLine).orElse(Secret.EMPTY),
                validation);
        TokenStock.Loaded loaded =
                backend.ask(options, TokenStock.class, stock -> stock.load(backend.account(), loading));
        specification
                .commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "Loaded %,d tokens: %,d new, %,d changed, %,d unchanged; left out %,d.%n",
                        loaded.made() + loaded.changed() + loaded.unchanged(),
                        loaded.made(),
                        loaded.changed(),
                        loaded.unchanged(),
                        loaded.leftOut());
    }
}
