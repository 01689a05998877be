package org.symbolon.command.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.CharacterRule;
import org.symbolon.events.auth.PinRule;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.shared.Secret;

/** Holds PINs that people choose against what policies say of PINs. */
final class PinRules {

    private PinRules() {}

    /**
     * What came of it.
     *
     * @param text what is wrong with the PIN, in words that do not show it; null if nothing is
     * @param policies the names of the policies that had a say
     */
    record Complaint(String text, List<String> policies) {}

    static Complaint complaint(PinRule rule, Secret pin) {
        String typed = pin.reveal();
        int length = typed.codePointCount(0, typed.length());
        List<String> policies = new ArrayList<>();
        return read(rule.least(), policies)
                .or(() -> Optional.ofNullable(rule.least().value())
                        .filter(least -> length < least)
                        .map(least -> "The minimum OTP PIN length is " + least))
                .or(() -> read(rule.most(), policies))
                .or(() -> Optional.ofNullable(rule.most().value())
                        .filter(most -> length > most)
                        .map(most -> "The maximum OTP PIN length is " + most))
                .or(() -> read(rule.contents(), policies))
                .or(() -> Optional.ofNullable(rule.contents().value()).flatMap(written -> contents(written, typed)))
                .map(text -> new Complaint(text, policies))
                .orElseGet(() -> new Complaint(null, policies));
    }

    /** Why it cannot be followed. */
    private static Optional<String> read(Ruled<?> said, List<String> policies) {
        policies.addAll(said.policies());
        return Optional.ofNullable(said.fault());
    }

    private static Optional<String> contents(String written, String typed) {
        try {
            return CharacterRule.of(written).complaint(typed);
        } catch (Refusal malformed) {
            return Optional.of(malformed.getMessage());
        }
    }
}
