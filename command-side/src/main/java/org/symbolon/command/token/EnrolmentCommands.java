package org.symbolon.command.token;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.port.EnrolmentChallenges;
import org.symbolon.command.token.port.Serials;
import org.symbolon.command.token.port.UniqueValues;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenReenrolled;

/** Turns an enrolment request into a new token, or into a new life of the token that has the serial. */
public class EnrolmentCommands {

    private static final Pattern SERIAL = Pattern.compile("[0-9a-zA-Z\\-_]+");

    private final Tokens tokens;
    private final Serials serials;
    private final SecretVault vault;
    private final SystemSettings settings;
    private final Randomness randomness;
    private final EnrolmentSteps steps;
    private final EnrolmentDrafts drafts;

    public EnrolmentCommands(
            Tokens tokens,
            TokenTypes types,
            Serials serials,
            SecretVault vault,
            SystemSettings settings,
            Randomness randomness,
            EnrolmentChallenges challenges,
            UniqueValues unique,
            Clock clock) {
        this.tokens = tokens;
        this.serials = serials;
        this.vault = vault;
        this.settings = settings;
        this.randomness = randomness;
        this.steps = new EnrolmentSteps(vault, settings, randomness, challenges, unique, clock);
        this.drafts = new EnrolmentDrafts(types, steps, clock);
    }

    @CommandHandler
    public Enrolled handle(EnrollToken command) throws Exception {
        return enrol(command, TokenOrigin.HERE);
    }

    /** Enrols the token, which comes from wherever this says. */
    Enrolled enrol(EnrollToken command, TokenOrigin origin) throws Exception {
        TokenType type = drafts.typeOf(command);
        String serial = serialFor(command, type);
        Aggregate<Token> token = tokens.loadOrCreate(serial);
        Optional<Aggregate<Token>> known = Optional.of(token).filter(found -> found.invoke(Token::isThere));
        EnrolmentRequest request = drafts.request(command, type, serial, known);
        Optional<Enrolled> verified = known.flatMap(found -> steps.verified(found, type, request));
        if (verified.isPresent()) {
            return verified.get();
        }
        EnrolmentDraft draft = drafts.of(command, origin, type, request);
        if (known.isPresent()) {
            reenrol(token, command, draft);
        } else {
            enrol(token, serial, type, command, draft);
        }
        keepUserPin(token, draft.step());
        return steps.goOn(request, draft.step(), token.invoke(found -> found));
    }

    /**
     * What an enrolment would make of the token that has the serial, or of a new one. Nothing happens.
     *
     * @throws Refusal if it would be refused
     */
    EnrolmentDraft draft(EnrollToken command, TokenOrigin origin, Optional<Aggregate<Token>> known) {
        TokenType type = drafts.typeOf(command);
        EnrolmentRequest request = drafts.request(command, type, serialFor(command, type), known);
        EnrolmentDraft draft = drafts.of(command, origin, type, request);
        known.ifPresent(token -> token.execute(found -> found.requireRoomFor(command.owner())));
        return draft;
    }

    private void enrol(
            Aggregate<Token> token, String serial, TokenType type, EnrollToken command, EnrolmentDraft draft) {
        EnrolmentStep enrolment = draft.step();
        EnrolledInfo info = draft.info();
        String description = draft.description();
        String key = vault.newKey();
        TokenEnrolled enrolled = new TokenEnrolled(
                serial,
                serials.nextTokenId(),
                type.name(),
                enrolment.otpLength(),
                seed(serial, key, enrolment.secret() == null ? Secret.EMPTY : enrolment.secret()),
                command.pin() == null ? Pin.NONE : pin(serial, key, command.pin()),
                describedAs(description, enrolment),
                settings.number("DefaultMaxFailCount", 10),
                settings.number("DefaultCountWindow", 10),
                settings.number("DefaultSyncWindow", 1000),
                enrolment.rolloutState(),
                !enrolment.paused(),
                info.state(enrolment.secrets(), serial, key, vault),
                info.plain(),
                command.owner(),
                draft.realms());
        token.execute(created -> created.enrol(enrolled));
    }

    private void reenrol(Aggregate<Token> token, EnrollToken command, EnrolmentDraft draft) {
        EnrolmentStep enrolment = draft.step();
        EnrolledInfo info = draft.info();
        String description = draft.description();
        Token known = token.invoke(found -> found);
        boolean wasWaiting = known.rolloutState().equals(EnrolmentStep.WAITING);
        String serial = known.serial();
        String key = known.seed().key();
        TokenReenrolled reenrolled = new TokenReenrolled(
                serial,
                known.tokenId(),
                enrolment.otpLength(),
                enrolment.secret() == null ? known.seed() : seed(serial, key, enrolment.secret()),
                command.pin() == null ? null : pin(serial, key, command.pin()),
                description == null ? enrolment.description() : description,
                settings.number("DefaultMaxFailCount", 10),
                settings.number("DefaultCountWindow", 10),
                settings.number("DefaultSyncWindow", 1000),
                enrolment.rolloutState(),
                info.state(enrolment.secrets(), serial, key, vault),
                info.plain(),
                command.owner(),
                draft.realms().isEmpty() ? known.realms() : draft.realms());
        tokens.endLogins(token);
        token.execute(found -> found.reenrol(reenrolled));
        token.execute(found -> found.removeInfo(EnrolmentDrafts.removedFrom(command)));
        switchFor(enrolment, wasWaiting, token);
    }

    private void keepUserPin(Aggregate<Token> token, EnrolmentStep step) {
        if (step.userPin() != null) {
            Token known = token.invoke(found -> found);
            Binding binding = Token.binding(known.serial(), SecretPurpose.USER_PIN);
            Sealed sealed = vault.seal(known.seed().key(), binding, step.userPin());
            token.execute(found -> found.changeUserPin(sealed));
        }
    }

    private Sealed seed(String serial, String key, Secret secret) {
        return vault.seal(key, Token.binding(serial, SecretPurpose.SEED), secret);
    }

    private Pin pin(String serial, String key, PinToKeep pin) {
        return pin.under(key, Token.binding(serial, SecretPurpose.PIN), vault);
    }

    private String serialFor(EnrollToken command, TokenType type) {
        String asked = command.parameters().get("serial");
        if (asked == null || asked.isEmpty()) {
            String prefix =
                    command.parameters().getOrDefault("prefix", type.describe().serialPrefix());
            return generated(checked(prefix.isEmpty() ? type.describe().serialPrefix() : prefix), type.name());
        }
        return checked(asked);
    }

    private static String checked(String serial) {
        if (!SERIAL.matcher(serial).matches()) {
            throw Refusal.parameter("Invalid serial number. Must comply to ^[0-9a-zA-Z\\-_]+$.");
        }
        return Limits.check("serial", serial, Limits.SERIAL);
    }

    /** Prefix, number of tokens of the type, random hexadecimal digits; the next number when that serial is taken. */
    private String generated(String prefix, String type) {
        int length = Math.min(settings.number("SerialLength", 8), Limits.SERIAL - prefix.length());
        int number = serials.countOf(type);
        String serial;
        do {
            String decimal = String.format(Locale.ROOT, "%04d", number++);
            int missing = Math.max(0, length - decimal.length());
            String random =
                    randomness.hex((missing + 1) / 2).toUpperCase(Locale.ROOT).substring(0, missing);
            serial = prefix + decimal + random;
        } while (serials.exists(serial));
        return checked(serial);
    }

    /** A token is out of use as long as it waits for its client's part of the seed. */
    private static void switchFor(EnrolmentStep enrolment, boolean wasWaiting, Aggregate<Token> token) {
        if (enrolment.paused()) {
            token.execute(Token::disable);
        } else if (wasWaiting) {
            token.execute(Token::enable);
        }
    }

    private static String describedAs(String given, EnrolmentStep enrolment) {
        return Objects.requireNonNullElse(given, Objects.requireNonNullElse(enrolment.description(), ""));
    }
}
