package org.symbolon.api.tokenfile;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.spool.StoredBytes;
import org.symbolon.api.tokenfile.format.FileText;
import org.symbolon.api.tokenfile.format.PskcOptions;
import org.symbolon.api.tokenfile.format.TokenFileType;
import org.symbolon.api.tokenfile.format.TokenRecord;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.shared.Imported;
import org.symbolon.command.token.CheckImport;
import org.symbolon.command.token.ImportTokens;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.audit.RequestAnswered;

/**
 * Enrols the tokens of a file that no request has brought, under nobody's rights. It is looked through before; after that each portion is
 * one commit, with the audit's fact about it.
 */
@Component
public final class LocalImport {

    private final CommandSender commands;
    private final TokenTypes types;
    private final UserDirectory directory;

    LocalImport(CommandSender commands, TokenTypes types, UserDirectory directory) {
        this.commands = commands;
        this.types = types;
        this.directory = directory;
    }

    /**
     * What it came to.
     *
     * @param leftOut how many tokens are of types that the server has not, or have no valid MAC
     */
    public record Outcome(Imported imported, int leftOut) {}

    /**
     * Enrols the tokens of a PSKC file.
     *
     * @param fact what the audit is told of a portion
     * @throws org.symbolon.api.kernel.ApiException if the file cannot be understood, or names who or what is not there
     */
    public Outcome load(StoredBytes file, PskcOptions options, String who, Function<Imported, RequestAnswered> fact) {
        ImportPlan plan =
                new ImportPlan(TokenFileType.PSKC.read(new FileText(file), options), types, directory, List.of());
        portions(
                plan,
                records -> commands.sendAs(
                        who, new CheckImport(plan.portion(records).tokens())));
        AtomicReference<Imported> all = new AtomicReference<>(Imported.NOTHING);
        portions(plan, records -> {
            AtomicReference<Imported> portion = new AtomicReference<>(Imported.NOTHING);
            commands.sendAuditedAs(who, new ImportTokens(plan.portion(records).tokens()), (Imported imported) -> {
                portion.set(imported);
                return fact.apply(imported);
            });
            all.getAndUpdate(before -> before.and(portion.get()));
        });
        return new Outcome(all.get(), plan.leftOut());
    }

    private static void portions(ImportPlan plan, Consumer<List<TokenRecord>> each) {
        List<TokenRecord> portion = new ArrayList<>(TokenImport.PORTION);
        plan.each(token -> {
            portion.add(token);
            if (portion.size() == TokenImport.PORTION) {
                each.accept(List.copyOf(portion));
                portion.clear();
            }
        });
        if (!portion.isEmpty()) {
            each.accept(List.copyOf(portion));
        }
    }
}
