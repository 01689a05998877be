package org.symbolon.app.maintenance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.symbolon.api.tokenfile.format.FileWorkFactor;
import org.symbolon.api.tokenfile.format.PskcWriter;
import org.symbolon.api.tokenfile.format.SeedCsvWriter;
import org.symbolon.api.tokenfile.format.TokenFileWriter;
import org.symbolon.api.tokenfile.format.TokenYamlWriter;
import org.symbolon.api.tokenfile.pgp.PasswordMessage;
import org.symbolon.cli.janitor.StockedToken;
import org.symbolon.cli.janitor.TokenStock;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.token.ExportTokens;
import org.symbolon.command.token.Exported;
import org.symbolon.command.token.ExportedToken;
import org.symbolon.events.shared.Secret;

/** A file of tokens that the command line has ordered. What leaves is in the audit before it is written. */
final class ExportedTokenFile implements TokenStock.TokenFile {

    private final CommandSender commands;
    private final Clock clock;
    private final String who;
    private final TokenStock.Form form;
    private final TokenFileWriter writer;
    private final OutputStream output;

    private ExportedTokenFile(
            CommandSender commands,
            Clock clock,
            String who,
            TokenStock.Form form,
            TokenFileWriter writer,
            OutputStream output) {
        this.commands = commands;
        this.clock = clock;
        this.who = who;
        this.form = form;
        this.writer = writer;
        this.output = output;
    }

    static ExportedTokenFile begin(
            CommandSender commands,
            Clock clock,
            SecureRandom random,
            String who,
            TokenStock.Form form,
            Secret password,
            FileWorkFactor workFactor,
            OutputStream output)
            throws IOException {
        TokenFileWriter writer =
                switch (form) {
                    case PSKC -> new PskcWriter(output, password, workFactor);
                    case CSV -> new SeedCsvWriter(sealed(output, password, workFactor, random), false);
                    case CSV_BASE32 -> new SeedCsvWriter(sealed(output, password, workFactor, random), true);
                    case YAML -> new TokenYamlWriter(sealed(output, password, workFactor, random));
                };
        return new ExportedTokenFile(commands, clock, who, form, writer, output);
    }

    private static Writer sealed(OutputStream output, Secret password, FileWorkFactor workFactor, SecureRandom random)
            throws IOException {
        return new OutputStreamWriter(PasswordMessage.to(output, password, workFactor, random), StandardCharsets.UTF_8);
    }

    @Override
    public int write(List<StockedToken> tokens, TokenStock.OwnerNames owners) {
        Map<String, StockedToken> bySerial =
                tokens.stream().collect(Collectors.toMap(StockedToken::serial, Function.identity()));
        List<ExportedToken> said = opened(List.copyOf(bySerial.keySet())).tokens().stream()
                .filter(writer::says)
                .toList();
        try {
            for (ExportedToken token : said) {
                StockedToken known = bySerial.get(token.serial());
                writer.write(token, owners.of(known), known.shown());
            }
        } catch (IOException failed) {
            throw failure(failed);
        }
        return said.size();
    }

    private Exported opened(List<String> serials) {
        Instant started = clock.instant();
        AtomicReference<Exported> opened = new AtomicReference<>();
        commands.sendAuditedAs(who, new ExportTokens(serials), (Exported exported) -> {
            opened.set(exported);
            return CommandFacts.of(
                    "token-janitor export",
                    who,
                    form.name().toLowerCase(Locale.ROOT),
                    told(exported.tokens()),
                    started,
                    Duration.between(started, clock.instant()));
        });
        return opened.get();
    }

    private static String told(List<ExportedToken> tokens) {
        return tokens.isEmpty()
                ? "none"
                : "%d tokens, from %s to %s"
                        .formatted(
                                tokens.size(),
                                tokens.get(0).serial(),
                                tokens.get(tokens.size() - 1).serial());
    }

    @Override
    public void close() {
        try {
            writer.close();
            output.close();
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    private static CommandFailedException failure(IOException failed) {
        return new CommandFailedException("the file cannot be written: " + failed.getMessage());
    }
}
