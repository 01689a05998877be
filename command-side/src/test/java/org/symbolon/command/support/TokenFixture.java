package org.symbolon.command.support;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.symbolon.command.auth.LogInKit;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.token.EnrolmentCommands;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.TokenCommands;
import org.symbolon.command.token.TokenRevocations;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.shared.TokenOwner;

/** One token and every command that can reach it, at a moment that does not pass. */
public final class TokenFixture {

    public static final Instant NOW = Instant.parse("2026-11-24T12:34:44.537961Z");

    private final AggregateTestFixture<Token> fixture = new AggregateTestFixture<>(Token.class);
    private final FakeSettings settings = new FakeSettings();
    private final FakeVault vault = new FakeVault();
    private final FakeSerials serials = new FakeSerials();
    private final FakeEnrolmentChallenges challenges = new FakeEnrolmentChallenges();

    private final List<TokenOwner> endedLogins = new ArrayList<>();

    public TokenFixture() {
        Tokens tokens = new Tokens(fixture.getRepository(), endedLogins::add);
        TokenTypes types = TokenTypes.all();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        fixture.registerAnnotatedCommandHandler(new TokenCommands(tokens, types, vault, settings, clock));
        fixture.registerAnnotatedCommandHandler(
                new TokenRevocations(tokens, types, vault, new FakeEnrolmentChallenges()));
        fixture.registerAnnotatedCommandHandler(new LogInKit(
                        tokens,
                        vault,
                        settings,
                        new FakeCensus(),
                        new Challenges(new Stage().repository(ChallengeTransaction.class)),
                        Chance.counting(),
                        clock)
                .logIns());
        fixture.registerAnnotatedCommandHandler(new EnrolmentCommands(
                tokens, types, serials, vault, settings, Chance.counting(), challenges, (thing, token) -> {}, clock));
    }

    public TokenFixture setting(String key, String text) {
        settings.with(key, text);
        return this;
    }

    public FakeVault vault() {
        return vault;
    }

    public FakeEnrolmentChallenges challenges() {
        return challenges;
    }

    /** Whose remembered log-ins have ended, each as often as they did. */
    public List<TokenOwner> endedLogins() {
        return endedLogins;
    }

    public FakeSerials serials() {
        return serials;
    }

    public TestExecutor<Token> given(Object... facts) {
        return givenAt(NOW, facts);
    }

    /** Facts of another moment than that of the command. */
    public TestExecutor<Token> givenAt(Instant time, Object... facts) {
        return fixture.givenCurrentTime(time).andGiven(facts).andGivenCurrentTime(NOW);
    }

    public TestExecutor<Token> givenNothing() {
        return fixture.givenCurrentTime(NOW);
    }
}
