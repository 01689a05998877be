package org.symbolon.command.tokentype.totp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
import org.symbolon.command.tokentype.hotp.HashAlgorithm;
import org.symbolon.command.tokentype.hotp.Hotp;
import org.symbolon.command.tokentype.hotp.HotpType;
import org.symbolon.command.tokentype.hotp.OathDisclosure;
import org.symbolon.command.tokentype.hotp.OathSeed;
import org.symbolon.command.tokentype.hotp.TwoSteps;

/** Time-based one-time passwords (RFC 6238). The token's counter is the time step that was used last. */
public final class TotpType implements TokenType {

    private static final String STEP = "timeStep";
    private static final String WINDOW = "timeWindow";
    private static final String SHIFT = "timeShift";
    private static final String PENDING_COUNTER = Verification.PENDING_COUNTER;

    @Override
    public String name() {
        return "totp";
    }

    @Override
    public String serialPrefix() {
        return "TOTP";
    }

    @Override
    public String title() {
        return "TOTP: Time based One Time Passwords.";
    }

    @Override
    public Enrolment enrol(EnrolmentRequest request) {
        HashAlgorithm algorithm = HotpType.hashOf(request, "totp.hashlib");
        int digits = HotpType.digitsOf(request);
        Secret seed = OathSeed.of(request, algorithm);
        String step = given(request, STEP, "totp.timeStep", "30");
        Map<String, String> info = new HashMap<>(Map.of(
                "hashlib",
                algorithm.wireName(),
                STEP,
                step,
                WINDOW,
                given(request, WINDOW, "totp.timeWindow", "180"),
                SHIFT,
                request.text(SHIFT).filter(text -> !text.isEmpty()).orElse("0")));
        Optional<TwoSteps> steps = TwoSteps.begunBy(request, algorithm);
        steps.ifPresent(begun -> info.putAll(begun.info()));
        return new Enrolment(
                seed,
                digits,
                info,
                OathDisclosure.timeBased(name(), algorithm, digits, step).of(seed, request),
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

    private static String given(EnrolmentRequest request, String parameter, String setting, String otherwise) {
        return request.text(parameter)
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> request.settings().text(setting).orElse(otherwise));
    }

    @Override
    public Verification verify(TokenView token, Secret seed, Attempt attempt) {
        Optional<Hotp> values = HotpType.valuesOf(token, seed);
        Optional<TimeSteps> steps = TimeSteps.of(token, attempt.now(), attempt.settings());
        if (values.isEmpty() || steps.isEmpty()) {
            return Verification.wrong(false);
        }
        long around = steps.get().current();
        long reach = steps.get().reach();
        OptionalLong found = values.get().find(attempt.otp(), around - reach, around + reach);
        if (found.isPresent()) {
            return judged(token, found.getAsLong(), steps.get());
        }
        if (attempt.settings().flag("AutoResync") && steps.get().learnsShift()) {
            return resynchroniseByUse(token, values.get(), attempt, steps.get());
        }
        return Verification.wrong(values.get().matches(token.counter(), attempt.otp()));
    }

    private static Verification judged(TokenView token, long counter, TimeSteps steps) {
        if (token.counter() != 0 && counter <= token.counter()) {
            return Verification.wrong(counter == token.counter());
        }
        return new Verification.Right(counter, learned(token, steps, counter));
    }

    private static Map<String, String> learned(TokenView token, TimeSteps steps, long counter) {
        Map<String, String> learned = new HashMap<>();
        if (steps.learnsShift()) {
            learned.put(SHIFT, steps.shiftFor(counter));
        }
        if (token.info(PENDING_COUNTER).isPresent()) {
            learned.put(PENDING_COUNTER, null);
        }
        return learned;
    }

    /** A value outside the window is remembered; the value of the very next step is then accepted. */
    private static Verification resynchroniseByUse(TokenView token, Hotp values, Attempt attempt, TimeSteps steps) {
        long around = steps.current();
        long reach = TimeSteps.within(token.syncWindow());
        OptionalLong found = values.find(attempt.otp(), around - reach, around + reach);
        Optional<String> pending = token.info(PENDING_COUNTER);
        if (pending.isPresent()) {
            boolean next = found.isPresent() && pending.get().equals(Long.toString(found.getAsLong() - 1));
            if (next && found.getAsLong() > token.counter()) {
                return new Verification.Right(found.getAsLong(), learned(token, steps, found.getAsLong()));
            }
            return new Verification.Wrong(false, Verification.removing(PENDING_COUNTER));
        }
        if (found.isEmpty()) {
            return Verification.wrong(values.matches(token.counter(), attempt.otp()));
        }
        return new Verification.Wrong(
                found.getAsLong() == token.counter(), Map.of(PENDING_COUNTER, Long.toString(found.getAsLong())));
    }

    @Override
    public boolean knowsResynchronisation() {
        return true;
    }

    @Override
    public Optional<Resynchronisation> resynchronise(TokenView token, Secret seed, OtpPair pair) {
        Optional<Hotp> values = HotpType.valuesOf(token, seed);
        Optional<TimeSteps> steps = TimeSteps.of(token, pair.now(), pair.settings());
        if (values.isEmpty() || steps.isEmpty()) {
            return Optional.empty();
        }
        long around = steps.get().current();
        long reach = TimeSteps.within(token.syncWindow());
        OptionalLong first = values.get().find(pair.first(), around - 1 - reach, around - 1 + reach);
        OptionalLong second = values.get().find(pair.second(), around - reach, around + reach);
        if (first.isEmpty()
                || second.isEmpty()
                || first.getAsLong() < token.counter()
                || first.getAsLong() + 1 != second.getAsLong()) {
            return Optional.empty();
        }
        String shift = steps.get().shiftForMiddleOf(second.getAsLong());
        return Optional.of(new Resynchronisation(second.getAsLong() + 1, Map.of(SHIFT, shift)));
    }
}
