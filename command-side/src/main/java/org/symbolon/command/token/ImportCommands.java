package org.symbolon.command.token;

import java.util.Comparator;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.symbolon.command.error.Refusal;

/**
 * Enrols what a file brings, each token as an enrolment by itself would. All are decided on in one transaction, so that a
 * file of which one token is refused leaves nothing behind.
 */
public class ImportCommands {

    private final EnrolmentCommands enrolments;
    private final Tokens tokens;

    public ImportCommands(EnrolmentCommands enrolments, Tokens tokens) {
        this.enrolments = enrolments;
        this.tokens = tokens;
    }

    /**
     * Answers how many there are. They are taken in the order of their serials, or locks would cross, and all of them before
     * anything happens: whatever Axon loads later is held against all events that wait for the commit.
     */
    @CommandHandler
    public int handle(ImportTokens command) throws Exception {
        List<ImportedToken> ordered = command.tokens().stream()
                .sorted(Comparator.comparing(ImportedToken::serial))
                .toList();
        for (ImportedToken token : ordered) {
            tokens.loadOrCreate(token.serial());
        }
        for (ImportedToken token : ordered) {
            take(token);
        }
        return ordered.size();
    }

    private void take(ImportedToken token) throws Exception {
        try {
            enrolments.enrol(token.enrolment(), TokenOrigin.file(token.realms()));
            if (token.counter() != 0) {
                tokens.loadOrCreate(token.serial()).execute(enrolled -> enrolled.changeCounter(token.counter()));
            }
        } catch (Refusal refusal) {
            throw Refusal.of(refusal.code(), "The token '" + token.serial() + "': " + refusal.getMessage());
        }
    }
}
