package org.symbolon.command.token;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.machine.application.ApplicationToken;
import org.symbolon.command.machine.application.AuthItem;
import org.symbolon.command.machine.application.ItemRequest;
import org.symbolon.command.machine.application.MachineApplications;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.shared.Sha256;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.shared.Secret;

/** Hands out what machines check log-ins with. A token that is disabled or revoked gives nothing away. */
public class AuthItemCommands {

    private final Tokens tokens;
    private final TokenTypes types;
    private final MachineApplications applications;
    private final SecretVault vault;
    private final SystemSettings settings;
    private final Randomness randomness;

    public AuthItemCommands(
            Tokens tokens,
            TokenTypes types,
            MachineApplications applications,
            SecretVault vault,
            SystemSettings settings,
            Randomness randomness) {
        this.tokens = tokens;
        this.types = types;
        this.applications = applications;
        this.vault = vault;
        this.settings = settings;
        this.randomness = randomness;
    }

    /** The items by serial; there is none where a token is none for its application. */
    @CommandHandler
    public List<FetchedItem> handle(FetchAuthItems command) {
        List<FetchAuthItems.Use> inOrder = command.uses().stream()
                .sorted(Comparator.comparing(FetchAuthItems.Use::serial))
                .toList();
        List<FetchedItem> items = new ArrayList<>();
        for (FetchAuthItems.Use use : inOrder) {
            tokens.find(use.serial())
                    .flatMap(token -> fetch(token, use, command.challenge()))
                    .ifPresent(items::add);
        }
        return items;
    }

    private Optional<FetchedItem> fetch(Aggregate<Token> token, FetchAuthItems.Use use, Secret challenge) {
        if (!token.invoke(Token::active)) {
            token.execute(found -> found.refuseItem(use.application()));
            return Optional.empty();
        }
        ApplicationToken subject = new ApplicationToken(
                use.serial(), types.find(token.invoke(Token::type)), token.invoke(found -> found.view(vault)));
        ItemRequest request = new ItemRequest(challenge, use.options(), settings, randomness);
        Optional<AuthItem> item =
                applications.find(use.application()).flatMap(application -> application.itemFor(subject, request));
        item.ifPresent(found -> keep(token, use.application(), found));
        return item.map(found -> new FetchedItem(use, found, token.invoke(Token::owner)));
    }

    /**
     * Each item is a fact, and each refusal, so that a token which another node has just changed ends in a conflict. Values that a machine
     * holds in advance are the token's no longer.
     */
    private static void keep(Aggregate<Token> token, String application, AuthItem item) {
        if (item instanceof AuthItem.OfflineValues values) {
            String hash = sha256(values.refillToken());
            token.execute(found -> found.issueOfflineValues(values.next(), hash));
        } else {
            token.execute(found -> found.issueItem(application));
        }
    }

    /** A hash without salt or cost is enough for what is as random as a key. */
    private static String sha256(Secret refillToken) {
        return Sha256.hexOf(refillToken.reveal());
    }
}
