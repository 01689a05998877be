package org.symbolon.command.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.LogIn;
import org.symbolon.command.auth.LoginSubject;
import org.symbolon.command.auth.StaleEvidenceException;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSerials;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.token.Enrolled;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.FailLimitReached;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TypeState;
import tools.jackson.databind.json.JsonMapper;

/** What every type of token owes, from enrolment to lock: a new type is tested here once its device is described below. */
class TokenTypeContractTest extends ContractStage {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<String> names() {
        return TokenTypes.all().types().stream().map(TokenType::name);
    }

    /** Those whose devices show values; what others do is tested with the type. */
    static Stream<String> withValues() {
        return TokenTypes.all().types().stream()
                .filter(type -> type.describe().modes().contains(TypeDescription.Mode.AUTHENTICATE))
                .filter(type -> type.describe().trigger() != TypeDescription.Trigger.ALWAYS)
                .filter(type -> !type.has(TypeDescription.Trait.WITHOUT_PIN))
                .map(TokenType::name);
    }

    /** Those of them whose tokens outlive a log-in. */
    static Stream<String> lasting() {
        return withValues().filter(name -> !TokenTypes.all().require(name).has(TypeDescription.Trait.USED_ONCE));
    }

    /** Those whose tokens do not. */
    static Stream<String> usedOnce() {
        return withValues().filter(name -> TokenTypes.all().require(name).has(TypeDescription.Trait.USED_ONCE));
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
    @MethodSource("lasting")
    void whatATypeKeepsIsDescribedAndOutlivesJson(String name) {
        Secret seed = enrolled(name);
        logIn(PIN + ContractDevices.value(name, seed, 0));
        TypeDescription described = types.require(name).describe();
        TypeState state = view().state();
        Map<String, Object> open = new TreeMap<>(state.entries());
        open.values().removeIf(Sealed.class::isInstance);

        assertThat(described.state()).extracting(StateEntry::name).containsAll(open.keySet());
        assertThat(JSON.readValue(JSON.writeValueAsString(state), TypeState.class))
                .isEqualTo(state);
        Map<String, String> shown = new HashMap<>();
        state.entries().keySet().forEach(entry -> state.text(entry).ifPresent(text -> shown.put(entry, text)));
        assertThat(described.stateOf(state.count(), shown).entries()).isEqualTo(open);
    }

    @ParameterizedTest
    @MethodSource("withValues")
    void onlyWhoSaysSoGathersBeforeALogIn(String name) {
        Secret shown = Secret.of(ContractDevices.value(name, enrolled(name), 0));
        TokenType type = types.require(name);

        assertThat(type.gather(view(), Credential.of(shown)).isPresent())
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

        assertThat(logIn(PIN + "x".repeat(types.require(view(Token::type)).typedLength(view().otpLength())))
                        .accepted())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("withValues")
    void aWrongPinDoesNotLogIn(String name) {
        Secret seed = enrolled(name);

        assertThat(logIn("4321" + ContractDevices.value(name, seed, 0)).accepted())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void aOneTimeValueLogsInOnceAndTheNextOneAgain(String name) {
        Secret seed = enrolled(name);
        String first = PIN + ContractDevices.value(name, seed, 0);
        logIn(first);

        assertThat(logIn(first).accepted()).isNotEqualTo(ContractDevices.oneTime(name));
        assertThat(logIn(PIN + ContractDevices.value(name, seed, 1)).accepted()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("usedOnce")
    void aTokenThatIsGoodForOneLogInIsGoneAfterwards(String name) {
        Secret seed = enrolled(name);
        String value = PIN + ContractDevices.value(name, seed, 0);
        LogIn again = attempt(value);

        assertThat(logIn("4321" + ContractDevices.value(name, seed, 0)).accepted())
                .isFalse();
        assertThat(logIn(value).accepted()).isTrue();
        assertThat(stage.facts()).contains(new TokenDeleted(SERIAL, FakeSerials.NEXT_TOKEN_ID));
        assertThatThrownBy(() -> stage.when(again)).isInstanceOf(StaleEvidenceException.class);
    }

    @ParameterizedTest
    @MethodSource("usedOnce")
    void aTokenThatIsGoodForOneLogInIsGoneOnceItsValueAloneWasRight(String name) {
        Secret value = Secret.of(ContractDevices.value(name, enrolled(name), 0));
        LogIn alone = evidence.attempts(new LoginSubject.Value(SERIAL, null), typing(value))
                .get();

        assertThat(((Decision) stage.when(alone)).accepted()).isTrue();
        assertThatThrownBy(() -> stage.when(alone)).isInstanceOf(StaleEvidenceException.class);
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void aTokenIsFoundByAValueUntilThatIsUsedUp(String name) {
        Secret seed = enrolled(name);
        String value = ContractDevices.value(name, seed, 0);
        boolean findable = types.require(name) instanceof Findable;

        assertThat(found(seed, value).isPresent()).isEqualTo(findable);
        assertThat(found(seed, "x".repeat(types.require(view(Token::type)).typedLength(view().otpLength()))))
                .isEmpty();
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
            logIn("wrong" + "x".repeat(types.require(view(Token::type)).typedLength(view().otpLength())));
            assertThat(stage.facts().contains(new FailLimitReached(SERIAL, FakeSerials.NEXT_TOKEN_ID)))
                    .isEqualTo(attempt == 3);
        }

        Decision decision = logIn(PIN + ContractDevices.value(name, seed, 0));

        assertThat(decision.accepted()).isFalse();
        assertThat(decision.message()).isEqualTo("matching 1 tokens, Failcounter exceeded");
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void anAcceptanceForgetsFormerFailures(String name) {
        settings.with("DefaultMaxFailCount", "3");
        Secret seed = enrolled(name);
        for (int round = 0; round < 3; round++) {
            logIn("wrong" + "x".repeat(types.require(view(Token::type)).typedLength(view().otpLength())));
            logIn("wrong" + "x".repeat(types.require(view(Token::type)).typedLength(view().otpLength())));

            assertThat(logIn(PIN + ContractDevices.value(name, seed, round)).accepted())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("withValues")
    void noObjectThatHoldsASecretPrintsIt(String name) {
        EnrollToken command = enrolment(name);
        Enrolled enrolled = (Enrolled) stage.when(command);
        String seed =
                view().secret().isEmpty() ? "s3ed-of-nobody" : view().secret().reveal();
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
}
