package org.symbolon.api.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.symbolon.api.validate.ChallengesForAnybody.Answered;
import org.symbolon.api.validate.ChallengesForAnybody.Made;
import org.symbolon.command.shared.Randomness;

/** Challenges of which nothing is kept. */
class ChallengesForAnybodyTest {

    private static final Instant NOW = Instant.parse("2026-11-30T22:00:00Z");

    private final ChallengesForAnybody challenges = ofServer(1);

    private static ChallengesForAnybody ofServer(int number) {
        byte[] key = new byte[32];
        key[0] = (byte) number;
        SecureRandom chance = new SecureRandom();
        Randomness randomness = count -> {
            byte[] bytes = new byte[count];
            chance.nextBytes(bytes);
            return bytes;
        };
        return new ChallengesForAnybody(key, randomness, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void aChallengeSaysUntilWhenItCountsAndWhoMustBeVerified() {
        for (boolean verifies : new boolean[] {true, false}) {
            Made made = challenges.make(verifies, 120);

            assertThat(made.challenge()).matches("[A-Za-z0-9_-]{43}");
            assertThat(challenges.read(made.transactionId(), made.challenge()))
                    .contains(new Answered(made.challenge(), verifies, NOW.plusSeconds(120)));
        }
    }

    @Test
    void aChallengeIsForItsTransactionAndServer() {
        Made made = challenges.make(false, 120);

        assertThat(challenges.read(challenges.make(false, 120).transactionId(), made.challenge()))
                .isEmpty();
        assertThat(ofServer(2).read(made.transactionId(), made.challenge())).isEmpty();
        assertThat(ofServer(1).read(made.transactionId(), made.challenge())).isPresent();
    }

    @Test
    void nothingOfAChallengeCanBeChanged() {
        Made made = challenges.make(false, 120);
        for (int place = 0; place < made.challenge().length(); place++) {
            StringBuilder other = new StringBuilder(made.challenge());
            other.setCharAt(place, other.charAt(place) == 'A' ? 'Q' : 'A');
            assertThat(challenges.read(made.transactionId(), other.toString()))
                    .as(other.toString())
                    .isEmpty();
        }
        String last = made.challenge().substring(42);
        String alike = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        String sameBytes = made.challenge().substring(0, 42) + alike.charAt(alike.indexOf(last) + 1);
        assertThat(challenges.read(made.transactionId(), sameBytes))
                .as("the same bytes")
                .isEmpty();
        for (String none : new String[] {
            "", "A", "§", made.challenge() + "A", made.challenge().substring(4)
        }) {
            assertThat(challenges.read(made.transactionId(), none)).as(none).isEmpty();
        }
    }

    @Test
    void noTwoChallengesAreAlike() {
        Set<String> made = new HashSet<>();
        for (int number = 0; number < 1000; number++) {
            made.add(challenges.make(false, 120).challenge());
        }
        assertThat(made).hasSize(1000);
    }
}
