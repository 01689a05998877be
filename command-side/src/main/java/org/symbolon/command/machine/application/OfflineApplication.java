package org.symbolon.command.machine.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.tokentype.oath.Hotp;
import org.symbolon.events.shared.Secret;

/** Log-ins at machines without a network: they get values of a HOTP token in advance, which the token then has used up. */
public final class OfflineApplication implements MachineApplication {

    private static final String COUNT = "count";
    private static final String ROUNDS = "rounds";
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
        return "offline";
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
        return Hotp.of(token.view()).map(values -> issue(token, values, request));
    }

    private static AuthItem issue(ApplicationToken token, Hotp values, ItemRequest request) {
        boolean pinFirst = request.settings().flagUnlessDenied("PrependPin");
        String pin = pin(request.challenge(), token.view().otpLength(), pinFirst);
        long first = token.view().state().count();
        int count = count(request.options());
        List<Secret> passes = new ArrayList<>(count);
        for (long counter = first; counter < first + count; counter++) {
            String value = values.value(counter);
            passes.add(Secret.of(pinFirst ? pin + value : value + pin));
        }
        Secret refillToken = Secret.of(request.randomness().hex(REFILL_TOKEN_BYTES));
        return new AuthItem.OfflineValues(first, passes, rounds(request.options()), refillToken);
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
