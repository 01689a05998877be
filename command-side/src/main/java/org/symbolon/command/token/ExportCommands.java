package org.symbolon.command.token;

import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.tokentype.TokenView;

/**
 * Opens the secrets of tokens that are to go to another server. What lets nobody in here does not go: there it would let
 * somebody in.
 */
public class ExportCommands {

    private final Tokens tokens;
    private final SecretVault vault;

    public ExportCommands(Tokens tokens, SecretVault vault) {
        this.tokens = tokens;
        this.vault = vault;
    }

    /** Answers those of them that are there, enabled and completely enrolled. */
    @CommandHandler
    public Exported handle(ExportTokens command) {
        return new Exported(command.serials().stream()
                .sorted()
                .map(tokens::find)
                .flatMap(Optional::stream)
                .map(this::exported)
                .flatMap(Optional::stream)
                .toList());
    }

    private Optional<ExportedToken> exported(Aggregate<Token> token) {
        Token found = token.invoke(it -> it);
        if (!found.active() || found.locked() || !found.isFinished()) {
            return Optional.empty();
        }
        TokenView view = found.view(vault);
        try {
            return Optional.of(new ExportedToken(
                    view.serial(), found.type(), view.description(), view.secret(), view.otpLength(), view.state()));
        } catch (SecretErasedException erased) {
            return Optional.empty();
        }
    }
}
