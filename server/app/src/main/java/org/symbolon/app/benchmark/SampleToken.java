package org.symbolon.app.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.TokenDates;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TypeState;

/**
 * A made-up token, of which the number says everything: type, owner, realm. Of 20 tokens 13 are of the type hotp, 5 totp and
 * 2 spass; one has no owner; half of the owners are in the first realm.
 */
record SampleToken(int number) {

    static final String RESOLVER = "bench";
    static final List<String> REALMS = List.of("bench1", "bench2", "bench3", "bench4");

    /** What serials look like, as a regular expression: no other token has such a one. */
    static final String SERIALS = "^(OATH|TOTP|PISP)X[0-9A-F]{8}$";

    private static final int TOKENS_OF_A_PERSON = 2;

    /** Neighbours are far from each other when their numbers are multiplied by this, so that realms and types mix. */
    private static final int SCATTERING = 0x9E3779B9;

    private static final List<String> DESCRIPTIONS =
            List.of("", "phone", "spare key", "token of the office", "private phone");

    static int people(int lastNumber) {
        return lastNumber / TOKENS_OF_A_PERSON + 1;
    }

    static String login(int person) {
        return String.format(Locale.ROOT, "user%07d", person);
    }

    static String userId(int person) {
        return Integer.toString(100_000 + person);
    }

    int person() {
        return number / TOKENS_OF_A_PERSON;
    }

    String type() {
        int kind = number % 20;
        if (kind < 13) {
            return "hotp";
        }
        return kind < 18 ? "totp" : "spass";
    }

    String serial() {
        String prefix =
                switch (type()) {
                    case "hotp" -> "OATH";
                    case "totp" -> "TOTP";
                    default -> "PISP";
                };
        return String.format(Locale.ROOT, "%sX%08X", prefix, number);
    }

    boolean owned() {
        return number % 20 != 7;
    }

    String realm() {
        int share = ((person() * SCATTERING) >>> 16) % 20;
        if (share < 10) {
            return REALMS.get(0);
        }
        if (share < 16) {
            return REALMS.get(1);
        }
        return REALMS.get(share < 19 ? 2 : 3);
    }

    TokenEnrolled enrolled(Sealed seed, Pin pin, Instant time) {
        return new TokenEnrolled(
                serial(),
                number,
                type(),
                6,
                seed,
                pin,
                DESCRIPTIONS.get(number % DESCRIPTIONS.size()),
                10,
                10,
                1000,
                "",
                number % 25 != 3,
                state(),
                Map.of("tokenkind", "software", "created_at", TokenDates.toMicroseconds(time)),
                owned() ? new TokenOwner(RESOLVER, userId(person()), realm()) : null,
                owned() ? List.of(realm()) : List.of());
    }

    private TypeState state() {
        return switch (type()) {
            case "hotp" -> TypeState.of(0L, Map.of("hashlib", "sha1"));
            case "totp" ->
                TypeState.of(0L, Map.of("hashlib", "sha1", "timeStep", 30, "timeWindow", 180, "timeShift", "0"));
            default -> TypeState.EMPTY;
        };
    }
}
