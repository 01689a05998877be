package org.symbolon.command.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.KeyedDigest;
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
import org.symbolon.command.token.Enrolled;
import org.symbolon.command.token.EnrolmentCommands;
import org.symbolon.command.token.KnownToken;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.FailLimitReached;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;
import tools.jackson.databind.json.JsonMapper;

/** What every type of token owes, from enrolment to lock: a new type is tested here once its device is described below. */
class TokenTypeContractTest {

    static final Instant NOW = Instant.parse("2026-11-24T12:34:44Z");
    static final String SERIAL = "CONTRACT1";
    private static final String PIN = "1234";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FakeSettings settings = new FakeSettings();
    private final FakeVault vault = new FakeVault();
    private final Stage stage = new Stage();
    private final TokenTypes types = TokenTypes.all();
    private Repository<Token> tokens;
    private Evidence evidence;

    @BeforeEach
    void raiseTheStage() {
        tokens = stage.repository(Token.class);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
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
                new OwedEvidence(types, (login, owner, whole) -> Holder.NOBODY),
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

    static Stream<String> names() {
        return TokenTypes.all().types().stream().map(TokenType::name);
    }

    /** Those whose devices show values; what others do is tested with the type. */
    static Stream<String> withValues() {
        return TokenTypes.all().types().stream()
                .filter(type -> type.describe().modes().contains(TypeDescription.Mode.AUTHENTICATE))
                .filter(type -> !type.name().equals("question"))
                .map(TokenType::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aTypeDescribesItself(String name) {
        TypeDescription described = types.require(name).describe();

        assertThat(described).isSameAs(types.require(name).describe());
        assertThat(described.name()).matches("[a-z0-9]{1,30}");
        assertThat(described.serialPrefix()).matches("[0-9a-zA-Z\\-_]{1,10}");
        assertThat(described.title()).isNotBlank().doesNotContain("\n");
        assertThat(described.modes()).isNotEmpty();
        assertThat(described.isAskable()).isEqualTo(described.trigger() != TypeDescription.Trigger.NEVER);
        assertThat(described.parameters()).extracting(TypeParameter::name).doesNotHaveDuplicates();
        assertThat(described.parameters()).extracting(TypeParameter::sentence).allMatch(said -> said.endsWith("."));
        assertThat(described.settings()).extracting(TypeSetting::sentence).allMatch(said -> said.endsWith("."));
        assertThat(described.actions()).extracting(action -> action.sentence()).allMatch(said -> said.endsWith("."));
        assertThat(described.state()).extracting(StateEntry::name).doesNotHaveDuplicates();
        assertThat(types.find(name.toUpperCase(Locale.ROOT))).contains(types.require(name));
    }

    @ParameterizedTest
    @MethodSource("withValues")
    void whatATypeKeepsIsDescribedAndOutlivesJson(String name) {
        Secret seed = enrolled(name);
        logIn(PIN + ContractDevices.value(name, seed, 0));
        TypeDescription described = types.require(name).describe();
        TypeState state = view().state();

        assertThat(described.state())
                .extracting(StateEntry::name)
                .containsAll(state.entries().keySet());
        assertThat(JSON.readValue(JSON.writeValueAsString(state), TypeState.class))
                .isEqualTo(state);
        Map<String, String> shown = new HashMap<>();
        state.entries().keySet().forEach(entry -> state.text(entry).ifPresent(text -> shown.put(entry, text)));
        assertThat(described.stateOf(state.count(), shown).entries()).isEqualTo(state.entries());
    }

    @ParameterizedTest
    @MethodSource("withValues")
    void onlyWhoSaysSoGathersBeforeALogIn(String name) {
        enrolled(name);
        TokenType type = types.require(name);

        assertThat(type.gather(view(), Credential.of(Secret.of("123456"))).isPresent())
                .isEqualTo(type.has(TypeDescription.Trait.GATHERS));
    }

    @ParameterizedTest
    @MethodSource("withValues")
    void nobodySetsAnEntryThatIsLocked(String name) {
        enrolled(name);
        TokenType type = types.require(name);

        for (StateEntry entry : type.describe().state()) {
            if (entry.editable()) {
                assertThat(view().state()
                                .after(type.edit(view(), entry.name(), null))
                                .text(entry.name()))
                        .isEmpty();
            } else {
                assertThatThrownBy(() -> type.edit(view(), entry.name(), "x")).isInstanceOf(Refusal.class);
            }
        }
        assertThatThrownBy(() -> type.edit(view(), "nobodys", "x")).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @MethodSource("withValues")
    void whatIsEnrolledLogsIn(String name) {
        Secret seed = enrolled(name);

        assertThat(logIn(PIN + ContractDevices.value(name, seed, 0)).accepted()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("withValues")
    void aWrongValueDoesNotLogIn(String name) {
        enrolled(name);

        assertThat(logIn(PIN + "x".repeat(view().otpLength())).accepted()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("withValues")
    void aWrongPinDoesNotLogIn(String name) {
        Secret seed = enrolled(name);

        assertThat(logIn("4321" + ContractDevices.value(name, seed, 0)).accepted())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("withValues")
    void aOneTimeValueLogsInOnceAndTheNextOneAgain(String name) {
        Secret seed = enrolled(name);
        String first = PIN + ContractDevices.value(name, seed, 0);
        logIn(first);

        assertThat(logIn(first).accepted()).isNotEqualTo(ContractDevices.oneTime(name));
        assertThat(logIn(PIN + ContractDevices.value(name, seed, 1)).accepted()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("withValues")
    void aTokenIsFoundByAValueUntilThatIsUsedUp(String name) {
        Secret seed = enrolled(name);
        String value = ContractDevices.value(name, seed, 0);
        boolean findable = types.require(name) instanceof Findable;

        assertThat(found(seed, value).isPresent()).isEqualTo(findable);
        assertThat(found(seed, "x".repeat(view().otpLength()))).isEmpty();
        logIn(PIN + value);
        assertThat(found(seed, value)).isEmpty();
        assertThat(found(seed, ContractDevices.value(name, seed, 1)).isPresent())
                .isEqualTo(findable);
    }

    @ParameterizedTest
    @MethodSource("withValues")
    void whatUsesTheFoundValueUpIsWhatALogInWould(String name) {
        Secret seed = enrolled(name);
        Secret value = Secret.of(ContractDevices.value(name, seed, 0));
        TokenType type = types.require(name);

        found(seed, value.reveal()).ifPresent(right -> assertThat(right)
                .isEqualTo(type.judge(view(), Credential.of(value), circumstances())
                        .change()));
    }

    private Optional<StateChange> found(Secret seed, String value) {
        TokenType type = types.require(view(Token::type));
        Sought sought = new Sought(Secret.of(value), NOW, settings, null);
        return type instanceof Findable findable
                ? findable.find(view().with(TokenSecrets.open(seed)), sought)
                : Optional.empty();
    }

    private Circumstances circumstances() {
        return new Circumstances(NOW, settings, Chance.seeded(9));
    }

    @ParameterizedTest
    @MethodSource("withValues")
    void afterTheFailLimitEvenTheRightValueIsRefused(String name) {
        settings.with("DefaultMaxFailCount", "3");
        Secret seed = enrolled(name);
        for (int attempt = 1; attempt <= 4; attempt++) {
            logIn("wrong" + "x".repeat(view().otpLength()));
            assertThat(stage.facts().contains(new FailLimitReached(SERIAL, FakeSerials.NEXT_TOKEN_ID)))
                    .isEqualTo(attempt == 3);
        }

        Decision decision = logIn(PIN + ContractDevices.value(name, seed, 0));

        assertThat(decision.accepted()).isFalse();
        assertThat(decision.message()).isEqualTo("matching 1 tokens, Failcounter exceeded");
    }

    @ParameterizedTest
    @MethodSource("withValues")
    void anAcceptanceForgetsFormerFailures(String name) {
        settings.with("DefaultMaxFailCount", "3");
        Secret seed = enrolled(name);
        for (int round = 0; round < 3; round++) {
            logIn("wrong" + "x".repeat(view().otpLength()));
            logIn("wrong" + "x".repeat(view().otpLength()));

            assertThat(logIn(PIN + ContractDevices.value(name, seed, round)).accepted())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("withValues")
    void noObjectThatHoldsASecretPrintsIt(String name) {
        EnrollToken command = enrolment(name);
        Enrolled enrolled = (Enrolled) stage.when(command);
        String seed = view().secret().reveal();
        TokenType type = types.require(name);
        EnrolmentRequest request =
                Requests.with(settings, "otpkey", seed).with(ContractDevices.parameters(name, "otpkey", seed));
        LogIn check = attempt(PIN + seed);

        for (Object printed : List.of(
                enrolled,
                new EnrollToken(Map.of("otpkey", seed), Map.of(), null, null, Holder.NOBODY, null),
                request,
                type.enrol(request),
                check,
                view(),
                view().state(),
                Credential.of(Secret.of(seed)),
                type.judge(view(), Credential.of(Secret.of(seed)), circumstances()),
                new OtpPair(Secret.of(seed), Secret.of(seed), NOW, settings),
                new Sought(Secret.of(seed), NOW, settings, null),
                stage.facts())) {
            assertThat(printed.toString()).doesNotContain(seed);
        }
    }

    private Secret enrolled(String name) {
        stage.when(enrolment(name));
        return view().secret();
    }

    private static EnrollToken enrolment(String name) {
        return new EnrollToken(
                ContractDevices.parameters(name, "genkey", "1"),
                Map.of(),
                PinToKeep.hashed(new Pin.Hashed("hash of " + PIN)),
                null,
                Holder.NOBODY,
                null);
    }

    private Decision logIn(String pass) {
        return (Decision) stage.when(attempt(pass));
    }

    private LogIn attempt(String pass) {
        return evidence.attempts(new LoginSubject.OneToken(SERIAL, null), LoginAttempt.plain(Secret.of(pass)))
                .get();
    }

    private TokenView view() {
        return view(token -> token.view(vault));
    }

    private <T> T view(Function<Token, T> part) {
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
