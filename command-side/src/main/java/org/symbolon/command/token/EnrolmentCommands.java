package org.symbolon.command.token;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.PinToKeep;
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
import org.symbolon.events.shared.TokenDates;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenReenrolled;

/** Turns an enrolment request into a new token, or into a new life of the token that has the serial. */
public class EnrolmentCommands {

    private static final Pattern SERIAL = Pattern.compile("[0-9a-zA-Z\\-_]+");

    private final Tokens tokens;
    private final TokenTypes types;
    private final Serials serials;
    private final SecretVault vault;
    private final SystemSettings settings;
    private final Randomness randomness;
    private final Clock clock;
    private final EnrolmentSteps steps;

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
        this.types = types;
        this.serials = serials;
        this.vault = vault;
        this.settings = settings;
        this.randomness = randomness;
        this.clock = clock;
        this.steps = new EnrolmentSteps(vault, settings, randomness, challenges, unique, clock);
    }

    @CommandHandler
    public Enrolled handle(EnrollToken command) throws Exception {
        return enrol(command, TokenOrigin.HERE);
    }

    /** Enrols the token, which comes from wherever this says. */
    Enrolled enrol(EnrollToken command, TokenOrigin origin) throws Exception {
        TokenType type = types.require(command.parameters().getOrDefault("type", TokenTypes.DEFAULT));
        String serial = serialFor(command, type);
        Aggregate<Token> token = tokens.loadOrCreate(serial);
        boolean taken = token.invoke(found -> found.serial() != null && !found.deleted());
        if (taken) {
            requireSameType(serial, token.invoke(Token::type), type);
        }
        EnrolmentRequest request = steps.request(
                command, type, serial, taken ? Optional.of(token.invoke(found -> found)) : Optional.empty());
        if (taken) {
            Optional<Enrolled> verified = steps.verified(token, type, request);
            if (verified.isPresent()) {
                return verified.get();
            }
        }
        boolean byLogin = command.isByLogin();
        EnrolmentStep made = EnrolmentSteps.taken(type, request, byLogin);
        EnrolmentStep enrolment =
                command.toBeVerified() ? EnrolmentSteps.unverified(made, type, request, byLogin) : made;
        EnrolledInfo info = EnrolledInfo.of(infoFor(command, origin, type, enrolment), type, enrolment, request);
        List<String> realms = origin.realmsFor(command);
        String description = command.parameters().get("description");
        Limits.check("description", description, Limits.DESCRIPTION);
        if (taken) {
            reenrol(token, command, enrolment, info, realms, description);
        } else {
            enrol(token, serial, type, command, enrolment, info, realms, description);
        }
        return steps.goOn(request, enrolment, token.invoke(found -> found));
    }

    private void enrol(
            Aggregate<Token> token,
            String serial,
            TokenType type,
            EnrollToken command,
            EnrolmentStep enrolment,
            EnrolledInfo info,
            List<String> realms,
            String description) {
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
                realms);
        token.execute(created -> created.enrol(enrolled));
    }

    private void reenrol(
            Aggregate<Token> token,
            EnrollToken command,
            EnrolmentStep enrolment,
            EnrolledInfo info,
            List<String> realms,
            String description) {
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
                realms.isEmpty() ? known.realms() : realms);
        tokens.endLogins(token);
        token.execute(found -> found.reenrol(reenrolled));
        token.execute(found -> found.removeInfo(removedFrom(command)));
        switchFor(enrolment, wasWaiting, token);
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

    private static void requireSameType(String serial, String known, TokenType asked) {
        if (!known.equals(asked.name())) {
            throw Refusal.tokenAdmin("initToken failed: token '" + serial + "' already exist with type '" + known
                    + "'. Can not initialize token with new type '" + asked.name() + "'");
        }
    }

    private Map<String, String> infoFor(
            EnrollToken command, TokenOrigin origin, TokenType type, EnrolmentStep enrolment) {
        Map<String, String> info = new HashMap<>(command.info());
        removedFrom(command).forEach(info::remove);
        Instant now = clock.instant();
        command.parameters().forEach((name, value) -> {
            if (name.startsWith(type.name() + ".") && !type.describe().isSecret(name)) {
                info.put(name, value);
            }
        });
        putValidity(command, info, "validity_period_start", "start");
        putValidity(command, info, "validity_period_end", "end");
        String timeShift = command.parameters().getOrDefault("useTimeShift", "default");
        if (!timeShift.equals("default")) {
            info.put("useTimeShift", timeShift);
        }
        info.put("tokenkind", Objects.requireNonNullElse(enrolment.tokenKind(), origin.tokenKind()));
        info.put("created_at", TokenDates.toMicroseconds(now));
        info.keySet().forEach(key -> Limits.check("info", key, Limits.INFO_KEY));
        return info;
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

    private static List<String> removedFrom(EnrollToken command) {
        return command.info().keySet().stream()
                .filter(key -> command.info().get(key) == null)
                .toList();
    }

    private static void putValidity(EnrollToken command, Map<String, String> info, String name, String which) {
        String typed = command.parameters().get(name);
        if (typed == null || typed.isEmpty()) {
            return;
        }
        info.put(name, TokenDates.normalised(typed).orElseThrow(() -> unreadable(which)));
    }

    /** The refusal of a validity period's date: which is {@code start} or {@code end}. */
    public static Refusal unreadable(String which) {
        return Refusal.tokenAdmin("Could not parse validity period " + which + " date!");
    }
}
