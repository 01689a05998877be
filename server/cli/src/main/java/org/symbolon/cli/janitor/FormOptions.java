package org.symbolon.cli.janitor;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.symbolon.cli.kernel.Caller;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.events.shared.Secret;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How tokens are written, to be read by people or by programs. */
final class FormOptions {

    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 1024;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec specification;

    @Option(names = "--json", description = "Write JSON: lists with a token a line, a summary of what was done.")
    private boolean json;

    @Option(
            names = "--csv",
            description = "Write lines of values: serial, type, description and info; with export, owner,"
                    + " serial, seed, type and length.")
    private boolean csv;

    @Option(names = "--yaml", description = "export: write all that is known of each token.")
    private boolean yaml;

    @Option(names = "--b32", description = "export --csv: write seeds in Base32 instead of hexadecimal digits.")
    private boolean base32;

    @Option(names = "--attributes", paramLabel = "NAME,...", description = "listuser: further attributes of the users.")
    private Optional<String> attributes;

    @Option(names = "--sum", description = "listuser: write each user once, with the number of his tokens.")
    private boolean summed;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "export: the file whose first line is the password that the secrets are encrypted with, 12 characters"
                            + " at least. PSKC is opened by whatever reads such files; --csv and --yaml become OpenPGP messages,"
                            + " which gpg opens.")
    private Optional<Path> passwordFile;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "export: the new file that is written. Default: standard output.")
    private Optional<Path> output;

    boolean isJson() {
        return json;
    }

    /**
     * What was given cannot be meant.
     *
     * @throws ParameterException if so
     */
    void check(boolean isExport) {
        require(
                isExport || (!yaml && !base32 && passwordFile.isEmpty() && output.isEmpty()),
                "--yaml, --b32, --password-file and --output belong to --action export");
        require(
                !isExport || passwordFile.isPresent(),
                "secrets are not exported in the clear: --password-file is missing");
        require(!csv || !(yaml || json), "--csv, --yaml and --json exclude each other");
        require(!base32 || csv, "--b32 belongs to --csv");
        require(!(isExport && json), "--csv, --yaml or neither says how tokens are exported");
    }

    private void require(boolean met, String explanation) {
        if (!met) {
            throw new ParameterException(specification.commandLine(), explanation);
        }
    }

    TokenListing listing(TokenStock stock, PrintWriter out, boolean withUsers) {
        if (withUsers) {
            List<String> more = attributes.stream()
                    .flatMap(text -> Arrays.stream(text.split(",", -1)))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            return new UserListing(out, new UserNames(stock), more, json, summed);
        }
        return new PlainListing(
                out, json ? PlainListing.Form.JSON : csv ? PlainListing.Form.CSV : PlainListing.Form.TEXT);
    }

    /** Begins the file, which must be a new one. */
    TokenStock.TokenFile export(TokenStock stock, Caller caller, PrintWriter out) {
        Secret password = password(caller);
        OutputStream stream = output.map(this::newFile).orElseGet(() -> new WriterOutput(out));
        return stock.export(caller.account(), form(), password, stream);
    }

    private TokenStock.Form form() {
        if (yaml) {
            return TokenStock.Form.YAML;
        }
        return !csv ? TokenStock.Form.PSKC : base32 ? TokenStock.Form.CSV_BASE32 : TokenStock.Form.CSV;
    }

    private OutputStream newFile(Path file) {
        try {
            return NewFile.create(file);
        } catch (FileAlreadyExistsException there) {
            throw new CommandFailedException("there is already a file " + file);
        } catch (IOException failed) {
            throw new CommandFailedException("%s cannot be written: %s".formatted(file, failed.getMessage()));
        }
    }

    private Secret password(Caller caller) {
        Secret password = FirstLine.of(caller, passwordFile.orElseThrow());
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new CommandFailedException(
                    "the password must have %d to %d characters".formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD));
        }
        return password;
    }
}
