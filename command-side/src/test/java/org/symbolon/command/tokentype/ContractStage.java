package org.symbolon.command.tokentype;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.api.BeforeEach;
import org.symbolon.command.auth.CandidateMemory;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.auth.LogIn;
import org.symbolon.command.auth.LogInKit;
import org.symbolon.command.auth.LoginAttempt;
import org.symbolon.command.auth.LoginSubject;
import org.symbolon.command.auth.OwedEvidence;
import org.symbolon.command.auth.PinEvidence;
import org.symbolon.command.auth.Trials;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.secret.KeyedDigest;
import org.symbolon.command.secret.Payer;
import org.symbolon.command.secret.PinMemory;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.port.PinDigests;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeCensus;
import org.symbolon.command.support.FakeEnrolmentChallenges;
import org.symbolon.command.support.FakeHasher;
import org.symbolon.command.support.FakeSerials;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.Stage;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.token.EnrolmentCommands;
import org.symbolon.command.token.KnownToken;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.TokenCommands;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/** One token of a type on a stage, enrolled and logged in with as by anybody. */
abstract class ContractStage {

    static final Instant NOW = Instant.parse("2026-11-24T12:34:44Z");
    static final String SERIAL = "CONTRACT1";
    static final String PIN = "1234";

    final FakeSettings settings = new FakeSettings();
    final FakeVault vault = new FakeVault();
    final Stage stage = new Stage();
    final TokenTypes types = TokenTypes.all();
    private Repository<Token> tokens;
    Evidence evidence;
    Instant now;

    @BeforeEach
    void raiseTheStage() {
        now = NOW;
        tokens = stage.repository(Token.class);
        InstantSource time = () -> now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        PinVerifier pins = new PinVerifier(
                new FakeHasher(),
                new PinMemory(
                        new KeyedDigest(new byte[32]), PinDigests.NONE, 10, Duration.ofHours(1), Duration.ofDays(29)),
                new FakeVault());
        CandidateTokens candidates = new StagedCandidate();
        evidence = new Evidence(
                candidates,
                new CandidateMemory(),
                new Trials(
                        types,
                        pins,
                        (user, password) -> false,
                        settings,
                        (serial, transaction) ->
                                Optional.of(new KnownToken(view(Token::type), view(), Optional.empty(), true)),
                        new ContractDevices.Servers()),
                new PinEvidence(id -> Optional.empty(), candidates, pins, vault),
                (user, password) -> false,
                null,
                null,
                new OwedEvidence(types, (login, owner, whole) -> Holder.NOBODY, null),
                (login, owner, whole) -> Holder.NOBODY);
        stage.handler(new EnrolmentCommands(
                        new Tokens(tokens, owner -> {}),
                        types,
                        new FakeSerials(),
                        vault,
                        settings,
                        Chance.seeded(7),
                        new FakeEnrolmentChallenges(),
                        (thing, token) -> {},
                        clock))
                .handler(new TokenCommands(new Tokens(tokens, owner -> {}), types, vault, settings, clock))
                .handler(new LogInKit(
                                new Tokens(tokens, owner -> {}),
                                vault,
                                settings,
                                new FakeCensus(),
                                new Challenges(stage.repository(ChallengeTransaction.class)),
                                Chance.seeded(8),
                                clock)
                        .logIns());
    }

    Secret enrolled(String name) {
        stage.when(enrolment(name));
        return view().secret();
    }

    static EnrollToken enrolment(String name) {
        return new EnrollToken(
                ContractDevices.parameters(name, "genkey", "1"),
                Map.of(),
                PinToKeep.hashed(new Pin.Hashed("hash of " + PIN)),
                null,
                Holder.NOBODY,
                null);
    }

    Decision logIn(String pass) {
        return (Decision) stage.when(attempt(pass));
    }

    LogIn attempt(String pass) {
        return evidence.attempts(new LoginSubject.OneToken(SERIAL, null), typing(Secret.of(pass)))
                .get();
    }

    static LoginAttempt typing(Secret typed) {
        return new LoginAttempt(typed, null, LoginTerms.NONE, ContractDevices.FIELDS, Payer.NOBODY);
    }

    TokenView view() {
        return view(token -> token.view(vault));
    }

    <T> T view(Function<Token, T> part) {
        DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        try {
            Aggregate<Token> found = tokens.load(Token.idOf(SERIAL));
            return found.invoke(part);
        } finally {
            work.rollback();
        }
    }

    /** The enrolled token as the read model would show it. */
    private final class StagedCandidate implements CandidateTokens {

        @Override
        public List<Candidate> ofOwner(TokenOwner owner) {
            return List.of();
        }

        @Override
        public Optional<Candidate> withSerial(String serial) {
            return Optional.of(view(token ->
                    new Candidate(token.serial(), token.type(), token.otpLength(), token.pin(), token.owner())));
        }
    }
}
