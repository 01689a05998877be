package org.symbolon.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.BOB;
import static org.symbolon.command.support.EnrolledToken.RFC_SEED;
import static org.symbolon.command.support.EnrolledToken.SERIAL;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.auth.LogInKit;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.DeviceValue;
import org.symbolon.command.support.FakeCensus;
import org.symbolon.command.support.FakeEnrolmentChallenges;
import org.symbolon.command.support.FakeSerials;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.Stage;
import org.symbolon.command.support.TokenFixture;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.FailLimitReached;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpConsumed;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenResynchronised;

/** Whatever is done to a token, in whatever order, its state keeps its promises. */
class TokenHistoriesTest {

    private static final int COMMANDS = 300;
    private static final List<String> ONE = List.of(SERIAL);

    private final FakeSettings settings = new FakeSettings().with("AutoResync", "True");
    private final Stage stage = new Stage();
    private final Repository<Token> repository = stage.repository(Token.class);
    private final List<Supplier<Object>> commands = List.of(
            this::logIn,
            this::logIn,
            this::logIn,
            this::logIn,
            this::enrolment,
            this::resynchronisation,
            () -> new EnableTokens(ONE),
            () -> new DisableTokens(ONE),
            () -> new ResetFailCounters(ONE),
            () -> new UnassignTokens(ONE),
            () -> new AssignToken(
                    SERIAL,
                    chance(2) == 0 ? ALICE : BOB,
                    chance(2) == 0 ? PinToKeep.hashed(new Pin.Hashed("hash")) : null),
            () -> new ChangePins(SERIAL, pin(), null, Secret.of("9")),
            () -> new ConfigureToken(SERIAL, "d", 1 + chance(20), 1 + chance(50), 1 + chance(5), info(), null),
            () -> new SetTokenInfo(SERIAL, info()),
            () -> new ChangeTokenRealms(SERIAL, List.of("a", "b")));

    private Random random = new Random();
    private long counter;

    TokenHistoriesTest() {
        Tokens tokens = new Tokens(repository, owner -> {});
        FakeVault vault = new FakeVault();
        Clock clock = Clock.fixed(TokenFixture.NOW, ZoneOffset.UTC);
        TokenTypes types = TokenTypes.all();
        stage.handler(new TokenRevocations(tokens, types, vault, new FakeEnrolmentChallenges()))
                .handler(new TokenCommands(tokens, types, vault, settings, clock))
                .handler(new LogInKit(
                                tokens,
                                vault,
                                settings,
                                new FakeCensus(),
                                new Challenges(stage.repository(ChallengeTransaction.class)),
                                Chance.seeded(2),
                                clock)
                        .logIns())
                .handler(new EnrolmentCommands(
                        tokens,
                        types,
                        new FakeSerials(),
                        vault,
                        settings,
                        Chance.seeded(1),
                        new FakeEnrolmentChallenges(),
                        (thing, token) -> {},
                        clock));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aTokenKeepsItsPromises(long seed) {
        random = new Random(seed);
        stage.when(enrolment());
        List<Object> facts = new ArrayList<>(stage.facts());
        for (int i = 0; i < COMMANDS; i++) {
            Token before = state();
            send(next(before));
            facts.addAll(stage.facts());
            Token after = state();
            assertConsistent(after);
            assertThat(stage.facts().contains(new FailLimitReached(SERIAL, after.tokenId())))
                    .as("seed %d, command %d: the limit is reached where the counter reaches it", seed, i)
                    .isEqualTo(before.failCount() < before.failLimit()
                            && !after.deleted()
                            && after.failCount() >= after.failLimit()
                            && after.failCount() > before.failCount());
        }
        assertNoValueIsUsedTwice(facts);
        assertThat(facts).hasAtLeastOneElementOfType(OtpAccepted.class);
    }

    private Object next(Token token) {
        if (token.deleted()) {
            return enrolment();
        }
        int kind = chance(100);
        if (kind == 0 || (token.revoked() && kind < 20)) {
            return new DeleteToken(SERIAL);
        }
        if (kind == 1) {
            return new RevokeTokens(ONE);
        }
        return commands.get(chance(commands.size())).get();
    }

    private static void assertConsistent(Token token) {
        assertThat(token.serial()).isEqualTo(SERIAL);
        assertThat(token.failCount()).isNotNegative();
        assertThat(token.state().count()).isNotNegative();
        assertThat(token.successCount()).isLessThanOrEqualTo(token.authCount());
        assertThat(token.info()).doesNotContainValue(null);
        assertThat(token.deleted()).isEqualTo(token.seed() == null);
        assertThat(token.state().entries().containsKey("otp1c"))
                .isEqualTo(token.state().entries().containsKey("dueDate"));
        if (token.failCount() == 0) {
            assertThat(token.info()).doesNotContainKey("failcounter_exceeded");
        }
        if (token.revoked()) {
            assertThat(token.active()).isFalse();
        }
    }

    /** From one seed to the next the counter only moves ahead, so that what is behind it is spent. */
    private static void assertNoValueIsUsedTwice(List<Object> facts) {
        long next = 0;
        for (Object fact : facts) {
            Long moved = null;
            if (fact instanceof TokenEnrolled || fact instanceof TokenReenrolled || fact instanceof TokenDeleted) {
                next = 0;
            } else if (fact instanceof OtpAccepted accepted) {
                moved = accepted.change().counter();
            } else if (fact instanceof OtpConsumed consumed) {
                moved = consumed.change().counter();
            } else if (fact instanceof TokenResynchronised resynchronised) {
                moved = resynchronised.change().counter();
            }
            if (moved != null) {
                assertThat(moved).isGreaterThan(next);
                next = moved;
            }
        }
    }

    private void send(Object command) {
        try {
            stage.when(command);
        } catch (Refusal refusal) {
            assertThat(stage.facts()).isEmpty();
        }
    }

    private Object logIn() {
        Token token = state();
        boolean rightPin = chance(5) > 0;
        long asked = Math.max(0, token.state().count() + chance(30) - 3);
        counter = chance(3) == 0 ? counter + 1 : asked;
        Trial trial = new Trial(SERIAL, Secret.of(DeviceValue.at(counter)), true, token.pin(), rightPin);
        return LogInKit.checking(null, List.of(trial), chance(10) == 0);
    }

    private Object resynchronisation() {
        long first = state().state().count() + chance(60);
        int gap = chance(4) == 0 ? 2 : 1;
        return new ResynchronizeToken(SERIAL, Secret.of(DeviceValue.at(first)), Secret.of(DeviceValue.at(first + gap)));
    }

    private Object enrolment() {
        return new EnrollToken(
                Map.of("serial", SERIAL, "otpkey", RFC_SEED), Map.of(), pin(), null, Holder.NOBODY, null);
    }

    private Map<String, String> info() {
        Map<String, String> info = new HashMap<>();
        info.put("colour", chance(2) == 0 ? null : "red");
        info.put("count_auth_max", chance(3) == 0 ? "1" : "0");
        return info;
    }

    private PinToKeep pin() {
        return chance(2) == 0
                ? PinToKeep.hashed(new Pin.Hashed("hash " + chance(3)))
                : PinToKeep.readable(Secret.of("pin" + chance(3)));
    }

    private int chance(int bound) {
        return random.nextInt(bound);
    }

    /** The token as its events alone make it. */
    private Token state() {
        DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        try {
            return repository.load(Token.idOf(SERIAL)).invoke(token -> token);
        } finally {
            work.rollback();
        }
    }
}
