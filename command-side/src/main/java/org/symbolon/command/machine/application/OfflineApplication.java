package org.symbolon.command.machine.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.KeyOffline;
import org.symbolon.command.tokentype.oath.Hotp;
import org.symbolon.events.shared.Secret;

/**
 * Log-ins at machines without a network: they get values of a HOTP token in advance, which the token then has used up, or the key of a
 * device.
 */
public final class OfflineApplication implements MachineApplication {

    public static final String NAME = "offline";

    private static final String COUNT = "count";
    private static final String ROUNDS = "rounds";
    private static final int WRONG_VALUE = 401;
    private static final int PRESET_COUNT = 100;
    private static final int PRESET_ROUNDS = 6549;
    /** Whoever hands out values must hash them: these bounds keep that to some seconds. */
    private static final int MOST_VALUES = 1000;

    private static final int MOST_ROUNDS = 20_000;
    private static final int REFILL_TOKEN_BYTES = 40;
    private static final List<ApplicationOption> OPTIONS =
            List.of(ApplicationOption.text(COUNT), ApplicationOption.text(ROUNDS));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ApplicationOption> options() {
        return OPTIONS;
    }

    @Override
    public void check(Map<String, String> options) {
        count(options);
        rounds(options);
    }

    private static int count(Map<String, String> options) {
        return OptionNumbers.read(options, COUNT, PRESET_COUNT, 1, MOST_VALUES);
    }

    private static int rounds(Map<String, String> options) {
        return OptionNumbers.read(options, ROUNDS, PRESET_ROUNDS, 1, MOST_ROUNDS);
    }

    @Override
    public Optional<AuthItem> itemFor(ApplicationToken token, ItemRequest request) {
        if (!token.isOfType("hotp")) {
            return Optional.empty();
        }
        return Hotp.of(token.view()).map(values -> issue(token, values, request, count(request.options())));
    }

    /** The key that a machine checks answers with; empty where the token's type has none. */
    public Optional<AuthItem> keyFor(ApplicationToken token, ItemRequest request) {
        return token.type()
                .filter(KeyOffline.class::isInstance)
                .map(KeyOffline.class::cast)
                .flatMap(type -> type.offlineKey(token.view()))
                .map(key -> new AuthItem.OfflineKey(key, refillToken(request)));
    }

    /**
     * As many values as the machine has used up, the last of them with what was typed.
     *
     * @throws Refusal 905 if that can hold no value, 401 if it holds none of those that the machine has
     */
    public Optional<AuthItem> refillFor(ApplicationToken token, ItemRequest request) {
        return Hotp.of(token.view()).map(values -> refill(token, values, request));
    }

    private static AuthItem refill(ApplicationToken token, Hotp values, ItemRequest request) {
        int length = token.view().otpLength();
        if (request.challenge().length() < length) {
            throw Refusal.parameter("Could not split password");
        }
        long next = token.view().state().count();
        long first = Math.max(0, next - count(request.options()));
        OptionalLong used = values.find(otp(request, length), first, next);
        if (used.isEmpty()) {
            throw Refusal.of(WRONG_VALUE, "You provided a wrong OTP value.");
        }
        return issue(token, values, request, (int) (used.getAsLong() - first + 1));
    }

    private static Secret otp(ItemRequest request, int length) {
        String text = request.challenge().reveal();
        return Secret.of(isPinFirst(request) ? text.substring(text.length() - length) : text.substring(0, length));
    }

    private static boolean isPinFirst(ItemRequest request) {
        return request.settings().flagUnlessDenied("PrependPin");
    }

    private static Secret refillToken(ItemRequest request) {
        return Secret.of(request.randomness().hex(REFILL_TOKEN_BYTES));
    }

    private static AuthItem issue(ApplicationToken token, Hotp values, ItemRequest request, int count) {
        boolean pinFirst = isPinFirst(request);
        String pin = pin(request.challenge(), token.view().otpLength(), pinFirst);
        long first = token.view().state().count();
        List<Secret> passes = new ArrayList<>(count);
        for (long counter = first; counter < first + count; counter++) {
            String value = values.value(counter);
            passes.add(Secret.of(pinFirst ? pin + value : value + pin));
        }
        return new AuthItem.OfflineValues(first, passes, rounds(request.options()), refillToken(request));
    }

    /** What of the pass that was typed is no value. */
    private static String pin(Secret pass, int otpLength, boolean pinFirst) {
        if (pass.length() <= otpLength) {
            return "";
        }
        String text = pass.reveal();
        return pinFirst ? text.substring(0, text.length() - otpLength) : text.substring(otpLength);
    }
}
