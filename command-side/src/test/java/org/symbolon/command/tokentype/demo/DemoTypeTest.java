package org.symbolon.command.tokentype.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.auth.LogInKit;
import org.symbolon.command.challenge.CallTokenType;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.challenge.ChallengesOfEnrolments;
import org.symbolon.command.challenge.KnownTokenCommands;
import org.symbolon.command.challenge.TokenQuestions;
import org.symbolon.command.challenge.TransactionIds;
import org.symbolon.command.challenge.TypeCallCommands;
import org.symbolon.command.config.ChallengeValidity;
import org.symbolon.command.effect.Effects;
import org.symbolon.command.effect.PlannedEffect;
import org.symbolon.command.error.OutdatedException;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeCensus;
import org.symbolon.command.support.FakeSerials;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.MovingClock;
import org.symbolon.command.support.Stage;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.token.Enrolled;
import org.symbolon.command.token.EnrolmentCommands;
import org.symbolon.command.token.EnrolmentEvidence;
import org.symbolon.command.token.KnownToken;
import org.symbolon.command.token.LookAtToken;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.Requests;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeCall;
import org.symbolon.command.tokentype.TypeReply;
import org.symbolon.command.tokentype.port.Inquiries;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.challenge.ChallengeAnswered;
import org.symbolon.events.challenge.ChallengeCancelled;
import org.symbolon.events.challenge.ChallengeDeclined;
import org.symbolon.events.challenge.ChallengesBegun;
import org.symbolon.events.challenge.ChallengesEnded;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.ChallengeRequested;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.StateChange;

/** Each part of the contract, from the request to the facts. */
class DemoTypeTest {

    private static final String SERIAL = "DEMO1";

    private final Stage stage = new Stage();
    private final TokenTypes types = new TokenTypes(List.of(new DemoType()));
    private EnrolmentEvidence evidence;
    private String openTransaction;

    @BeforeEach
    void raiseTheStage() {
        FakeVault vault = new FakeVault();
        FakeSettings settings = new FakeSettings();
        Randomness chance = Chance.seeded(3);
        Clock clock = new MovingClock();
        Tokens tokens = new Tokens(stage.repository(Token.class), owner -> {});
        Challenges challenges = new Challenges(stage.repository(ChallengeTransaction.class));
        TokenQuestions questions = new TokenQuestions(vault, new ChallengeValidity(settings));
        stage.handler(new EnrolmentCommands(
                        tokens,
                        types,
                        new FakeSerials(),
                        vault,
                        settings,
                        chance,
                        new ChallengesOfEnrolments(
                                challenges,
                                questions,
                                new TransactionIds(chance),
                                new Effects(stage.repository(PlannedEffect.class), vault, chance)),
                        (thing, token) -> {},
                        clock))
                .handler(new KnownTokenCommands(tokens, challenges, questions, vault, settings, clock))
                .handler(new TypeCallCommands(
                        tokens,
                        types,
                        challenges,
                        (serial, now) -> openTransaction == null ? List.of() : List.of(openTransaction),
                        questions,
                        vault,
                        settings,
                        chance,
                        clock))
                .handler(new LogInKit(tokens, vault, settings, new FakeCensus(), challenges, chance, clock)
                        .types(types)
                        .logIns());
        evidence = new EnrolmentEvidence(this::look, types, new Dictionary(), settings, chance, clock);
    }

    @SuppressWarnings("unchecked") // the handler answers nothing else
    private Optional<KnownToken> look(String serial, String transactionId) {
        return (Optional<KnownToken>) stage.when(new LookAtToken(serial, transactionId));
    }

    /** Somebody outside. */
    private static final class Dictionary implements Inquiries {

        @Override
        public <A> A answer(Inquiry<A> inquiry) {
            return inquiry.answer().cast("le " + ((DemoType.Translation) inquiry).word());
        }
    }

    private static EnrollToken step(String... parameters) {
        Map<String, String> named = new HashMap<>(Map.of("type", "demo", "serial", SERIAL));
        for (int i = 0; i < parameters.length; i += 2) {
            named.put(parameters[i], parameters[i + 1]);
        }
        return new EnrollToken(named, Map.of(), null, null, Holder.NOBODY, null, false);
    }

    private Disclosure.NextStep firstStep() {
        Enrolled first = (Enrolled) stage.when(step());
        return Requests.shown(Disclosure.NextStep.class, first.disclosures());
    }

    private void enrol() {
        Disclosure.NextStep next = firstStep();
        stage.when(evidence.prepared(second(next, next.attributes().get("nonce").toString())));
    }

    private static EnrollToken second(Disclosure.NextStep next, String answer) {
        return step("transaction_id", next.transactionId(), "answer", answer, "demo.word", "mot");
    }

    @Test
    void anEnrolmentTakesTwoStepsThatAChallengeConnects() {
        Disclosure.NextStep next = firstStep();
        String nonce = next.attributes().get("nonce").toString();

        assertThat(look(SERIAL, null).orElseThrow().token().rolloutState()).isEqualTo("clientwait");
        stage.when(evidence.prepared(second(next, nonce)));

        assertThat(stage.facts()).contains(new ChallengesEnded(next.transactionId(), List.of(SERIAL)));
        KnownToken token = look(SERIAL, next.transactionId()).orElseThrow();
        assertThat(token.token().rolloutState()).isEmpty();
        assertThat(token.token().secret().reveal()).isEqualTo("le mot");
        assertThat(token.challenge()).isEmpty();
    }

    @Test
    void aStepWithoutWhatWasToBeGatheredIsPreparedAgain() {
        Disclosure.NextStep next = firstStep();

        assertThatThrownBy(() -> stage.when(second(next, ""))).isInstanceOf(OutdatedException.class);
    }

    @Test
    void aChallengeThatIsNotAnsweredFinishesNothing() {
        Disclosure.NextStep next = firstStep();

        assertThatThrownBy(() -> stage.when(evidence.prepared(second(next, "wrong"))))
                .isInstanceOf(Refusal.class)
                .hasMessage("The nonce was not repeated.");
    }

    private Decision ask() {
        return logIn(new Trial(SERIAL, Secret.EMPTY, false, Pin.NONE, true, true), null);
    }

    private Decision answer(String transactionId, String typed) {
        return logIn(new Trial(SERIAL, Secret.of(typed), true, Pin.NONE, false), transactionId);
    }

    private Decision logIn(Trial trial, String transactionId) {
        return (Decision)
                stage.when(LogInKit.checking(null, List.of(trial), false, false, transactionId, LoginTerms.NONE));
    }

    private ChallengesBegun begun() {
        return stage.facts().stream()
                .filter(ChallengesBegun.class::isInstance)
                .map(ChallengesBegun.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aChallengeKeepsWhatTheTypeWantsAndChangesTheStateToBeAsked() {
        enrol();

        Decision asked = ask();

        assertThat(stage.facts())
                .contains(new ChallengeRequested(SERIAL, FakeSerials.NEXT_TOKEN_ID, null, StateChange.counter(1)));
        assertThat(begun().challenges().get(0).data()).isEqualTo("log-in");
        assertThat(begun().challenges().get(0).challenge()).hasSize(16);
        assertThat(begun().challenges().get(0).secretData()).isNotNull();
        assertThat(answer(asked.asked().transactionId(), "le mot").accepted()).isTrue();
    }

    @Test
    void whatIsRightAsFarAsItGoesIsAskedForMoreInAnotherTransaction() {
        enrol();
        String first = ask().asked().transactionId();

        Decision more = answer(first, "more");

        assertThat(more.accepted()).isFalse();
        assertThat(more.message()).isEqualTo("And now the word");
        assertThat(begun().challenges().get(0).session()).isEqualTo("second");
        assertThat(answer(first, "le mot").accepted()).isFalse();
        assertThat(answer(more.asked().transactionId(), "le mot").accepted()).isTrue();
    }

    private Object call(String method, String... parameters) {
        Map<String, String> named = new HashMap<>(Map.of("serial", SERIAL));
        for (int i = 0; i < parameters.length; i += 2) {
            named.put(parameters[i], parameters[i + 1]);
        }
        return ((TypeReply) stage.when(new CallTokenType("demo", new TypeCall(method, named)))).value();
    }

    @Test
    void aConfirmationByAnotherWayIsAFactAndTheLogInThatNamesTheTransactionEndsIt() {
        enrol();
        openTransaction = ask().asked().transactionId();
        String nonce = begun().challenges().get(0).challenge();

        assertThat(call("GET")).isEqualTo(List.of(nonce));
        assertThat(call("POST", "answer", "wrong")).isEqualTo(false);
        assertThat(stage.facts()).isEmpty();
        assertThat(call("POST", "answer", nonce)).isEqualTo(true);
        assertThat(stage.facts()).containsExactly(new ChallengeAnswered(openTransaction, SERIAL));

        assertThat(answer(openTransaction, "").accepted()).isTrue();
        assertThat(stage.facts())
                .contains(
                        new OtpAccepted(
                                SERIAL,
                                FakeSerials.NEXT_TOKEN_ID,
                                1,
                                1,
                                StateChange.of(Map.of("demo.answered", "outside"))),
                        new ChallengesEnded(openTransaction, List.of(SERIAL)));
        assertThat(call("GET")).isEqualTo(List.of());
    }

    @Test
    void whoDidNotWantToLogInSaysSo() {
        enrol();
        openTransaction = ask().asked().transactionId();

        assertThat(call("POST", "answer", "not me")).isEqualTo(true);
        assertThat(stage.facts()).containsExactly(new ChallengeDeclined(openTransaction, SERIAL));
        assertThat(answer(openTransaction, "").accepted()).isFalse();
        assertThat(call("POST", "answer", "not now")).isEqualTo(true);
        assertThat(stage.facts()).containsExactly(new ChallengeCancelled(openTransaction, SERIAL));
    }

    @Test
    void aLogInThatHasWaitedForHimSaysSoToo() {
        enrol();
        openTransaction = ask().asked().transactionId();

        assertThat(answer(openTransaction, "not me"))
                .extracting(Decision::accepted, Decision::ground)
                .containsExactly(false, Decision.Ground.DECLINED);
        assertThat(answer(openTransaction, "wrong").ground()).isEqualTo(Decision.Ground.TOKENS);
    }

    @Test
    void anEndpointKnowsNoTokenThatIsNotThere() {
        assertThatThrownBy(() -> call("GET")).isInstanceOf(Refusal.class);
    }
}
