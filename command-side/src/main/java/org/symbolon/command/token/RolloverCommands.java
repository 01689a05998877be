package org.symbolon.command.token;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TypeState;

/**
 * Hands a token over to a new device: the serial, the owner and the PIN stay, the secret becomes another. Until the new device has shown a
 * value the old one is good, so that whoever is interrupted is not locked out; from then on it is good for nothing.
 */
public class RolloverCommands {

    private static final String PROMPT = "Please enter a valid OTP value of the new device.";

    private final Tokens tokens;
    private final TokenTypes types;
    private final SecretVault vault;
    private final SystemSettings settings;
    private final Randomness randomness;
    private final Clock clock;

    public RolloverCommands(
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

    /** What the new device is to be shown; empty if the proof was wrong, which counts as a failed log-in does. */
    @CommandHandler
    public Optional<Enrolled> handle(BeginRollover command) {
        Aggregate<Token> token = tokens.load(command.serial());
        TokenType type = typeOf(token.invoke(found -> found));
        if (command.proof() != null && !isProven(token, type, command)) {
            return Optional.empty();
        }
        Token known = token.invoke(found -> found);
        EnrolmentStep step = type.enrol(request(known, type, command.holder()));
        Sealed successor = Successor.of(known, step, clock.instant()).sealed(known, vault);
        token.execute(found -> found.adjust(StateChange.NONE.with(TypeDescription.SUCCESSOR, successor)));
        List<Disclosure> shown =
                new ArrayList<>(step.unverified(TokenState.UNVERIFIED, PROMPT).disclosures());
        return Optional.of(new Enrolled(known.serial(), type.name(), shown));
    }

    private TokenType typeOf(Token token) {
        token.requireUnlocked();
        TokenType type = types.require(token.type());
        if (!type.has(Trait.ROLLS_OVER)) {
            throw Refusal.tokenAdmin("A token of the type '" + type.name() + "' cannot go over to a new device.");
        }
        if (!token.active() || !token.isFinished()) {
            throw Refusal.tokenAdmin("Only a token that is in use can go over to a new device.");
        }
        return type;
    }

    /** A value that proves the old device is used up; a token that has failed too often proves nothing. */
    private boolean isProven(Aggregate<Token> token, TokenType type, BeginRollover command) {
        Token known = token.invoke(found -> found);
        Judgement found =
                type.judge(known.view(vault), Credential.of(command.proof()), circumstances(command.holder()));
        boolean isFull = known.failCount() >= known.failLimit();
        if (found instanceof Judgement.Right right && !isFull) {
            token.execute(it -> it.consume(right.change(), null));
            return true;
        }
        StateChange change = found instanceof Judgement.Wrong ? found.change() : StateChange.NONE;
        token.execute(it -> it.reject(OtpRejected.Reason.WRONG_OTP, FailCounter.raised(it), it.authCount(), change));
        return false;
    }

    /** The new device is like the old one, but for its secret, which the server makes. */
    private EnrolmentRequest request(Token token, TokenType type, Holder holder) {
        Map<String, String> parameters = new HashMap<>();
        for (TypeParameter parameter : type.describe().parameters()) {
            token.state().text(parameter.name()).ifPresent(text -> parameters.put(parameter.name(), text));
        }
        parameters.put("type", type.name());
        parameters.put("serial", token.serial());
        parameters.put("otplen", Integer.toString(token.otpLength()));
        parameters.put("genkey", "1");
        return new EnrolmentRequest(
                token.serial(),
                Optional.ofNullable(token.owner()),
                holder,
                parameters,
                circumstances(holder),
                Optional.empty(),
                Optional.empty(),
                Gathered.NOTHING);
    }

    private Circumstances circumstances(Holder holder) {
        return new Circumstances(clock.instant(), settings, randomness, TypeTerms.NONE, holder);
    }

    /**
     * The new device takes over.
     *
     * @throws Refusal 905 if none waits any more, or the value is wrong
     */
    @CommandHandler
    public Enrolled handle(ConfirmRollover command) {
        Aggregate<Token> token = tokens.load(command.serial());
        Token known = token.invoke(found -> found);
        TokenType type = typeOf(known);
        Successor successor = Successor.of(known, vault);
        if (successor == null || !successor.isAwaited(known, clock.instant())) {
            throw Refusal.parameter("No new device of the token waits for its first value.");
        }
        Judgement found =
                type.judge(successor.view(known), Credential.of(command.value()), circumstances(Holder.NOBODY));
        if (!(found instanceof Judgement.Right right)) {
            throw Refusal.parameter("Verification of the new token failed.");
        }
        tokens.endLogins(token);
        TokenReenrolled reenrolled = reenrolled(known, successor, right.change());
        token.execute(it -> it.reenrol(reenrolled));
        return new Enrolled(known.serial(), type.name(), List.of(new Disclosure.RolloutState(TokenState.VERIFIED)));
    }

    private TokenReenrolled reenrolled(Token token, Successor successor, StateChange used) {
        Secret seed = successor.seed();
        return new TokenReenrolled(
                token.serial(),
                token.tokenId(),
                successor.otpLength(),
                vault.seal(token.seed().key(), Token.binding(token.serial(), SecretPurpose.SEED), seed),
                null,
                null,
                token.failLimit(),
                token.countWindow(),
                token.syncWindow(),
                TokenState.VERIFIED,
                stateInstead(token.state(), successor.state().after(used)),
                Map.of(),
                null,
                token.realms());
    }

    /** Nothing of the old device's state stays. */
    private static TypeState stateInstead(TypeState old, TypeState of) {
        Map<String, Object> entries = new HashMap<>(of.entries());
        old.entries().keySet().forEach(name -> entries.putIfAbsent(name, null));
        return TypeState.of(of.counter(), entries);
    }
}
