package org.symbolon.command.tokentype.oath;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.Views;
import org.symbolon.command.tokentype.hotp.HotpType;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

class HotpPropertiesTest {

    private static final int DIGITS = 9;
    private static final FakeSettings SETTINGS = new FakeSettings();

    private final HotpType type = new HotpType();

    @Test
    void exactlyTheValuesInsideTheWindowAreRight() {
        for (long run = 0; run < 200; run++) {
            Random random = new Random(run);
            Secret seed = Secret.of(Chance.seeded(run).hex(20));
            Hotp device = Hotp.of(seed, DIGITS, HashAlgorithm.SHA1).orElseThrow();
            long next = random.nextInt(1_000_000);
            int window = random.nextInt(1, 20);
            for (long counter = Math.max(0, next - 5); counter < next + window + 5; counter++) {
                boolean inside = counter >= next && counter < next + window;
                Judgement found = verify(token(next, window), seed, device.value(counter));
                assertThat(found)
                        .as("run %d: value %d of a token at %d with window %d", run, counter, next, window)
                        .isEqualTo(
                                inside
                                        ? Judgement.right(StateChange.counter(counter + 1))
                                        : Judgement.wrong(next > 0 && counter == next - 1));
            }
        }
    }

    @Test
    void noValueIsEverRightTwice() {
        for (long run = 0; run < 50; run++) {
            Random random = new Random(run);
            Secret seed = Secret.of(Chance.seeded(run).hex(20));
            Hotp device = Hotp.of(seed, DIGITS, HashAlgorithm.SHA1).orElseThrow();
            Set<String> spent = new HashSet<>();
            long next = 0;
            for (int attempt = 0; attempt < 200; attempt++) {
                String otp = device.value(Math.max(0, next + random.nextInt(-10, 15)));
                if (verify(token(next, 10), seed, otp) instanceof Judgement.Right right) {
                    assertThat(spent.add(otp))
                            .as("run %d: attempt %d spends %s for the first time", run, attempt, otp)
                            .isTrue();
                    assertThat(right.change().counter()).isGreaterThan(next);
                    next = right.change().counter();
                }
            }
            assertThat(spent).isNotEmpty();
        }
    }

    private Judgement verify(TokenView token, Secret seed, String otp) {
        return type.judge(
                token.with(TokenSecrets.open(seed)),
                Credential.of(Secret.of(otp)),
                new Circumstances(Instant.EPOCH, SETTINGS, Chance.counting()));
    }

    private TokenView token(long next, int window) {
        return Views.of(type, Secret.EMPTY, DIGITS, next, window, 1000, Map.of());
    }
}
