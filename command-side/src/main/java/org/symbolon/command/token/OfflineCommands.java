package org.symbolon.command.token;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.machine.application.ApplicationToken;
import org.symbolon.command.machine.application.AuthItem;
import org.symbolon.command.machine.application.ItemRequest;
import org.symbolon.command.machine.application.OfflineApplication;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.shared.Sha256;
import org.symbolon.command.token.RefillOffline.Outcome;
import org.symbolon.command.token.RefillOffline.Refilled;
import org.symbolon.command.token.RefillOffline.Refused;
import org.symbolon.command.tokentype.KeyOffline;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.shared.Secret;

/**
 * Lets machines check log-ins by themselves. What a machine asks for more with is good once: whoever comes second with it, on whichever node,
 * meets a conflict and then finds another in its place. A refusal is a fact, too, so that a node whose copy of the token is stale finds that
 * out.
 */
public class OfflineCommands {

    private static final String NOT_OFFLINE = "Token is not an offline token or refill token is incorrect";
    private static final int PARAMETER = 905;

    private final OfflineApplication application = new OfflineApplication();
    private final Tokens tokens;
    private final TokenTypes types;
    private final SecretVault vault;
    private final SystemSettings settings;
    private final Randomness randomness;
    private final Clock clock;

    public OfflineCommands(
            Tokens tokens,
            TokenTypes types,
            SecretVault vault,
            SystemSettings settings,
            Randomness randomness,
            Clock clock) {
        this.tokens = tokens;
        this.types = types;
        this.vault = vault;
        this.settings = settings;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** What the machine gets; nothing where the token is none for that, or the machine has not said enough. */
    @CommandHandler
    public List<FetchedItem> handle(GrantOfflineUse command) {
        return tokens.find(command.serial())
                .filter(token -> token.<Boolean>invoke(found -> found.isUsedOffline() && found.active()))
                .flatMap(token -> granted(token, command))
                .map(List::of)
                .orElseGet(List::of);
    }

    private Optional<FetchedItem> granted(Aggregate<Token> token, GrantOfflineUse command) {
        ApplicationToken subject = subject(token);
        ItemRequest request =
                new ItemRequest(command.pass().orElse(Secret.EMPTY), command.options(), settings, randomness);
        Optional<AuthItem> item;
        if (isByKey(subject)) {
            item = command.computer().isEmpty() ? Optional.empty() : application.keyFor(subject, request);
        } else {
            item = command.pass().isEmpty() ? Optional.empty() : application.itemFor(subject, request);
        }
        return item.map(found -> grant(token, command.computer(), command.options(), found));
    }

    private ApplicationToken subject(Aggregate<Token> token) {
        return token.invoke(found -> new ApplicationToken(found.serial(), types.find(found.type()), found.view(vault)));
    }

    private static boolean isByKey(ApplicationToken token) {
        return token.type().filter(KeyOffline.class::isInstance).isPresent();
    }

    private static FetchedItem grant(
            Aggregate<Token> token, String computer, Map<String, String> options, AuthItem item) {
        if (item instanceof AuthItem.OfflineValues values) {
            token.execute(found -> found.grantOfflineUse(computer, values.next(), hash(values.refillToken())));
        } else if (item instanceof AuthItem.OfflineKey key) {
            token.execute(found -> found.grantOfflineUse(computer, null, hash(key.refillToken())));
        }
        FetchAuthItems.Use use = new FetchAuthItems.Use(token.invoke(Token::serial), OfflineApplication.NAME, options);
        return new FetchedItem(use, item, token.invoke(Token::owner));
    }

    /** A hash without salt or cost is enough for what is as random as a key. */
    private static String hash(Secret refillToken) {
        return Sha256.hexOf(refillToken.reveal());
    }

    @CommandHandler
    public Outcome handle(RefillOffline command) {
        return tokens.find(command.serial())
                .map(token -> refill(token, command))
                .orElseGet(() -> new Refused(PARAMETER, "The token does not exist"));
    }

    private Outcome refill(Aggregate<Token> token, RefillOffline command) {
        Token known = token.invoke(found -> found);
        if (known.revoked() || Fitness.refusalOf(known, clock.instant()).isPresent()) {
            return refused(token, PARAMETER, "The token is not valid.");
        }
        ApplicationToken subject = subject(token);
        boolean byKey = isByKey(subject);
        if (byKey && command.computer().isEmpty()) {
            return refused(token, PARAMETER, "Machine can not be identified by user agent!");
        }
        Optional<String> computer = computer(known, command, byKey);
        if (computer.isEmpty()) {
            return refused(token, PARAMETER, NOT_OFFLINE);
        }
        ItemRequest request = new ItemRequest(command.pass(), command.options(), settings, randomness);
        try {
            return (byKey ? application.keyFor(subject, request) : application.refillFor(subject, request))
                    .<Outcome>map(item -> new Refilled(grant(token, computer.get(), command.options(), item)))
                    .orElseGet(() -> refused(token, PARAMETER, NOT_OFFLINE));
        } catch (Refusal refusal) {
            return refused(token, refusal.code(), refusal.getMessage());
        }
    }

    /** Under which name the machine got what it asks with; values may have been handed out to one that has said none. */
    private static Optional<String> computer(Token token, RefillOffline command, boolean byKey) {
        if (!token.isUsedOffline() || command.options() == null) {
            return Optional.empty();
        }
        return Stream.of(command.computer(), byKey ? command.computer() : "")
                .filter(name -> token.isRefillToken(name, command.refillToken()))
                .findFirst();
    }

    private static Refused refused(Aggregate<Token> token, int code, String reason) {
        token.execute(found -> found.refuseItem(OfflineApplication.NAME));
        return new Refused(code, reason);
    }
}
