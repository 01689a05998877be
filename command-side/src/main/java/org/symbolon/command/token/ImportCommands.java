package org.symbolon.command.token;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Imported;

/**
 * Enrols what a file brings, each token as an enrolment by itself would. All of a command are decided on in one transaction, so that
 * one of which a token is refused leaves nothing behind. Tokens that are there already as the file says are left alone: a file that
 * is sent once more resets no counter.
 */
public class ImportCommands {

    private final EnrolmentCommands enrolments;
    private final Tokens tokens;
    private final FiledDevice devices;

    public ImportCommands(EnrolmentCommands enrolments, Tokens tokens, SecretVault vault) {
        this.enrolments = enrolments;
        this.tokens = tokens;
        this.devices = new FiledDevice(vault);
    }

    /**
     * Answers what it comes to. The tokens are taken in the order of their serials, or locks would cross, and all of them before
     * anything happens: whatever Axon loads later is held against all events that wait for the commit.
     */
    @CommandHandler
    public Imported handle(ImportTokens command) throws Exception {
        List<ImportedToken> ordered = ordered(command.tokens());
        for (ImportedToken token : ordered) {
            tokens.loadOrCreate(token.serial());
        }
        Imported imported = Imported.NOTHING;
        for (ImportedToken token : ordered) {
            imported = take(token, imported);
        }
        return imported;
    }

    /** Answers how many would be taken. */
    @CommandHandler
    public int handle(CheckImport command) throws Exception {
        for (ImportedToken token : ordered(command.tokens())) {
            naming(token, () -> draft(token, tokens.find(token.serial())));
        }
        return command.tokens().size();
    }

    private static List<ImportedToken> ordered(List<ImportedToken> tokens) {
        return tokens.stream()
                .sorted(Comparator.comparing(ImportedToken::serial))
                .toList();
    }

    private Imported take(ImportedToken token, Imported before) throws Exception {
        Optional<Aggregate<Token>> known =
                Optional.of(tokens.loadOrCreate(token.serial())).filter(found -> found.invoke(Token::isThere));
        if (known.isPresent() && naming(token, () -> isThereAlready(token, known.get()))) {
            return before.oneUnchanged();
        }
        naming(token, () -> enrol(token));
        return known.isPresent() ? before.oneChanged() : before.oneMade();
    }

    private boolean isThereAlready(ImportedToken token, Aggregate<Token> known) {
        EnrolmentDraft draft = draft(token, Optional.of(known));
        return known.invoke(found -> devices.isAlready(found, token, draft));
    }

    private EnrolmentDraft draft(ImportedToken token, Optional<Aggregate<Token>> known) {
        return enrolments.draft(token.enrolment(), TokenOrigin.file(token.realms()), known);
    }

    private Enrolled enrol(ImportedToken token) throws Exception {
        Enrolled enrolled = enrolments.enrol(token.enrolment(), TokenOrigin.file(token.realms()));
        if (token.counter() != 0) {
            tokens.loadOrCreate(token.serial()).execute(found -> found.changeCounter(token.counter()));
        }
        return enrolled;
    }

    private interface Work<R> {
        R get() throws Exception;
    }

    /** A refusal names the token. */
    private static <R> R naming(ImportedToken token, Work<R> work) throws Exception {
        try {
            return work.get();
        } catch (Refusal refusal) {
            throw Refusal.of(refusal.code(), "The token '" + token.serial() + "': " + refusal.getMessage());
        }
    }
}
