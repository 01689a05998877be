package org.symbolon.command.tokentype.hotp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.tokentype.Attempt;
import org.symbolon.command.tokentype.Enrolment;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.OtpPair;
import org.symbolon.command.tokentype.Resynchronisation;
import org.symbolon.command.tokentype.SeedParts;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.Verification;

/** Event-based one-time passwords (RFC 4226). The token's counter is the next one that may be used. */
public final class HotpType implements TokenType {

    public static final int LEAST_DIGITS = 4;
    public static final int MOST_DIGITS = 10;

    private static final int PRESET_DIGITS = 6;
    private static final String HASH = "hashlib";
    private static final String PENDING_COUNTER = Verification.PENDING_COUNTER;
    private static final String PENDING_UNTIL = "dueDate";
    private static final int SECONDS_TO_RESYNCHRONISE = 300;

    @Override
    public String name() {
        return "hotp";
    }

    @Override
    public String serialPrefix() {
        return "OATH";
    }

    @Override
    public String title() {
        return "HOTP: Event based One Time Passwords.";
    }

    @Override
    public Enrolment enrol(EnrolmentRequest request) {
        HashAlgorithm algorithm = hashOf(request, "hotp.hashlib");
        int digits = digitsOf(request);
        Secret seed = OathSeed.of(request, algorithm);
        Optional<TwoSteps> steps = TwoSteps.begunBy(request, algorithm);
        Map<String, String> info = new HashMap<>(Map.of(HASH, algorithm.wireName()));
        steps.ifPresent(begun -> info.putAll(begun.info()));
        return new Enrolment(
                seed,
                digits,
                info,
                OathDisclosure.eventBased(name(), algorithm, digits).of(seed, request),
                steps.isPresent() ? Enrolment.WAITING : "");
    }

    @Override
    public Optional<SeedParts> seedParts(EnrolmentRequest second, TokenView token, Secret serverPart) {
        return Optional.of(TwoSteps.seedParts(second, token, serverPart));
    }

    @Override
    public EnrolmentRequest joined(EnrolmentRequest second, TokenView token, Secret seed) {
        return TwoSteps.joined(second, token, seed);
    }

    @Override
    public boolean canBeVerified() {
        return true;
    }

    /** The hash function that was asked for, or the system's default. */
    public static HashAlgorithm hashOf(EnrolmentRequest request, String setting) {
        String name = request.text(HASH)
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> request.settings().text(setting).orElse("sha1"));
        return HashAlgorithm.find(name)
                .orElseThrow(() -> Refusal.parameter("Unknown hash algorithm in parameter 'hashlib'"));
    }

    /** The length that was asked for, or the system's default; a default that no token can have counts as not stored. */
    public static int digitsOf(EnrolmentRequest request) {
        int stored = request.settings().number("DefaultOtpLen", PRESET_DIGITS);
        int preset = stored < LEAST_DIGITS || stored > MOST_DIGITS ? PRESET_DIGITS : stored;
        return request.number("otplen", preset, LEAST_DIGITS, MOST_DIGITS);
    }

    /** The values of a token, by the hash function in its info. */
    public static Optional<Hotp> valuesOf(TokenView token, Secret seed) {
        return token.info(HASH)
                .or(() -> Optional.of("sha1"))
                .flatMap(HashAlgorithm::find)
                .flatMap(algorithm -> Hotp.of(seed, token.otpLength(), algorithm));
    }

    @Override
    public Verification verify(TokenView token, Secret seed, Attempt attempt) {
        Optional<Hotp> values = valuesOf(token, seed);
        if (values.isEmpty()) {
            return Verification.wrong(false);
        }
        long next = token.counter();
        OptionalLong found = values.get().find(attempt.otp(), next, next + token.countWindow());
        if (found.isPresent()) {
            return new Verification.Right(found.getAsLong() + 1, forgetPending(token));
        }
        if (attempt.settings().flag("AutoResync")) {
            return resynchroniseByUse(token, values.get(), attempt);
        }
        return Verification.wrong(next > 0 && values.get().matches(next - 1, attempt.otp()));
    }

    /** A value beyond the window is remembered; the very next value, given in time, is then accepted. */
    private static Verification resynchroniseByUse(TokenView token, Hotp values, Attempt attempt) {
        long next = token.counter();
        OptionalLong found = values.find(attempt.otp(), next + token.countWindow(), next + token.syncWindow());
        boolean replayed = next > 0 && values.matches(next - 1, attempt.otp());
        Optional<String> pending = token.info(PENDING_COUNTER);
        if (pending.isPresent()) {
            boolean inTime = attempt.now().getEpochSecond() <= seconds(token.info(PENDING_UNTIL));
            if (found.isPresent() && inTime && found.getAsLong() == seconds(pending) + 1) {
                return new Verification.Right(found.getAsLong() + 1, forgetPending(token));
            }
            return new Verification.Wrong(replayed, forgetPending(token));
        }
        if (found.isEmpty()) {
            return Verification.wrong(replayed);
        }
        int patience = attempt.settings().number("AutoResyncTimeout", SECONDS_TO_RESYNCHRONISE);
        Map<String, String> learned = new HashMap<>();
        learned.put(PENDING_COUNTER, Long.toString(found.getAsLong()));
        learned.put(PENDING_UNTIL, Long.toString(attempt.now().getEpochSecond() + patience));
        return new Verification.Wrong(false, learned);
    }

    private static Map<String, String> forgetPending(TokenView token) {
        if (token.info(PENDING_COUNTER).isEmpty()) {
            return Map.of();
        }
        return Verification.removing(PENDING_COUNTER, PENDING_UNTIL);
    }

    private static long seconds(Optional<String> text) {
        return text.filter(value -> value.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(-2L);
    }

    @Override
    public boolean knowsResynchronisation() {
        return true;
    }

    @Override
    public Optional<Resynchronisation> resynchronise(TokenView token, Secret seed, OtpPair pair) {
        Optional<Hotp> values = valuesOf(token, seed);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        long end = token.counter() + token.syncWindow();
        OptionalLong first = values.get().find(pair.first(), token.counter(), end);
        while (first.isPresent()) {
            if (values.get().matches(first.getAsLong() + 1, pair.second())) {
                return Optional.of(new Resynchronisation(first.getAsLong() + 2, forgetPending(token)));
            }
            first = values.get().find(pair.first(), first.getAsLong() + 1, end);
        }
        return Optional.empty();
    }
}
