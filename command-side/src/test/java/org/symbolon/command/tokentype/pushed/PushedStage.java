package org.symbolon.command.tokentype.pushed;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.LogIn;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.auth.LogInKit;
import org.symbolon.command.challenge.CallTokenType;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.challenge.ChallengesOfEnrolments;
import org.symbolon.command.challenge.DeviceEnrolments;
import org.symbolon.command.challenge.EnrolOnDevice;
import org.symbolon.command.challenge.KnownTokenCommands;
import org.symbolon.command.challenge.TokenQuestions;
import org.symbolon.command.challenge.TransactionIds;
import org.symbolon.command.challenge.TypeCallCommands;
import org.symbolon.command.config.ChallengeValidity;
import org.symbolon.command.effect.Effects;
import org.symbolon.command.effect.PlannedEffect;
import org.symbolon.command.secret.NativeCrypto;
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
import org.symbolon.command.token.TokenCommands;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokentype.Disclosure.TelephoneUrl;
import org.symbolon.command.tokentype.EnrollingEndpoint;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.Requests;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeCall;
import org.symbolon.command.tokentype.TypeReply;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.port.Inquiries;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.challenge.ChallengesBegun;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;

/** A token of one type, its telephone, and the server with which both talk. */
final class PushedStage {

    static final String SERIAL = "PUSHED1";
    static final String URL = "https://mfa.example.com/ttype/x";
    static final String GATEWAY = "firebase";

    private static final ServerKeys SERVER_KEYS = serverKeys();

    final Stage stage = new Stage();
    final MovingClock clock = new MovingClock();
    final FakeSettings settings = new FakeSettings();
    private final String type;
    private final Map<String, String> said = new HashMap<>();
    private final TokenTypes types = TokenTypes.all();
    private final EnrolmentEvidence evidence;
    private List<String> open = List.of();
    private String lastNonce;
    private int keysMade;

    PushedStage(String type) {
        this.type = type;
        says("firebase_configuration", GATEWAY);
        says("registration_url", URL);
        FakeVault vault = new FakeVault();
        Randomness chance = Chance.seeded(3);
        Tokens tokens = new Tokens(stage.repository(Token.class), owner -> {});
        Challenges challenges = new Challenges(stage.repository(ChallengeTransaction.class));
        TokenQuestions questions = new TokenQuestions(vault, new ChallengeValidity(settings));
        EnrolmentCommands enrolments = new EnrolmentCommands(
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
                clock);
        stage.handler(enrolments)
                .handler(new KnownTokenCommands(tokens, challenges, questions, vault, settings, clock))
                .handler(new TokenCommands(tokens, types, vault, settings, clock))
                .handler(new DeviceEnrolments(
                        enrolments, tokens, types, challenges, (serial, now) -> open, questions, clock))
                .handler(new TypeCallCommands(
                        tokens, types, challenges, (serial, now) -> open, questions, vault, settings, chance, clock))
                .handler(new LogInKit(tokens, vault, settings, new FakeCensus(), challenges, chance, clock).logIns());
        evidence = new EnrolmentEvidence(this::look, types, new KeyMaker(), settings, chance, clock);
    }

    private static ServerKeys serverKeys() {
        return ServerKeys.of(NativeCrypto.rsaPair(2048, new SecureRandom()));
    }

    /** Makes the keys of all tokens alike, which saves time. */
    private final class KeyMaker implements Inquiries {

        @Override
        public <A> A answer(Inquiry<A> inquiry) {
            keysMade++;
            return inquiry.answer().cast(SERVER_KEYS);
        }
    }

    /** A policy says this of the action that is called so behind the type's name. */
    PushedStage says(String action, String value) {
        said.put(type + "_" + action, value);
        return this;
    }

    PushedStage saysNothingOf(String action) {
        said.remove(type + "_" + action);
        return this;
    }

    int keysMade() {
        return keysMade;
    }

    TypeTerms terms() {
        return new TypeTerms(said);
    }

    @SuppressWarnings("unchecked") // the handler answers nothing else
    private Optional<KnownToken> look(String serial, String transactionId) {
        return (Optional<KnownToken>) stage.when(new LookAtToken(serial, transactionId));
    }

    KnownToken token() {
        return look(SERIAL, null).orElseThrow();
    }

    Enrolled begin(String... more) {
        Map<String, String> parameters = new HashMap<>(Map.of("type", type, "serial", SERIAL, "genkey", "1"));
        for (int index = 0; index < more.length; index += 2) {
            parameters.put(more[index], more[index + 1]);
        }
        return (Enrolled) stage.when(step(parameters).under(terms()));
    }

    private static EnrollToken step(Map<String, String> parameters) {
        return new EnrollToken(parameters, Map.of(), null, null, Holder.NOBODY, null, false);
    }

    static String address(Enrolled begun) {
        return Requests.shown(TelephoneUrl.class, begun.disclosures()).url().reveal();
    }

    /** What the telephone sends as its step, as the edge hands it on. */
    TypeReply finish(Map<String, String> sent) {
        TypeCall call = new TypeCall("POST", sent);
        EnrollingEndpoint endpoint =
                (EnrollingEndpoint) types.require(type).endpoint().orElseThrow();
        Map<String, String> parameters = new HashMap<>(endpoint.step(call).orElseThrow());
        parameters.put("type", type);
        Enrolled enrolled = (Enrolled) stage.when(new EnrolOnDevice(call, evidence.prepared(step(parameters)), true));
        return endpoint.done(enrolled.serial(), enrolled.disclosures());
    }

    /** A token that this telephone has. */
    SoftPhone enrolled(SoftPhone phone) {
        phone.learn(
                finish(phone.scan(address(begin()))).detail().get("public_key").toString());
        return phone;
    }

    TypeReply call(String method, Map<String, String> sent) {
        return (TypeReply)
                stage.when(new CallTokenType(type, new TypeCall(method, sent), terms(), Holder.NOBODY, true));
    }

    Object post(Map<String, String> sent) {
        return call("POST", sent).value();
    }

    Decision logIn(String transactionId, String typed, UnaryOperator<LogIn> as) {
        boolean triggered = types.require(type).isTriggered(terms());
        Trial trial = transactionId == null
                ? new Trial(SERIAL, Secret.EMPTY, !triggered, Pin.NONE, true, triggered)
                : new Trial(SERIAL, Secret.of(typed), true, Pin.NONE, false);
        LoginTerms judged = LoginTerms.draft().toTypes(Map.of(type, said)).terms();
        return (Decision)
                stage.when(as.apply(LogInKit.checking(null, List.of(trial), false, false, transactionId, judged)));
    }

    /** Types the PIN; the challenge is open from then on. */
    Decision pin() {
        Decision decision = logIn(null, "", UnaryOperator.identity());
        open = Optional.ofNullable(decision.asked().transactionId())
                .map(List::of)
                .orElse(List.of());
        lastNonce = stage.facts().stream()
                .filter(ChallengesBegun.class::isInstance)
                .map(fact -> ((ChallengesBegun) fact).challenges().get(0).challenge())
                .findFirst()
                .orElse(lastNonce);
        return decision;
    }

    Decision check(String transactionId) {
        return check(transactionId, "");
    }

    Decision check(String transactionId, String typed) {
        return logIn(transactionId, typed, UnaryOperator.identity());
    }

    /** The log-in has waited. */
    Decision after(String transactionId) {
        return logIn(null, "", login -> login.after(transactionId));
    }

    /** The nonce of what was asked last. */
    String nonce() {
        return lastNonce;
    }

    Clock clock() {
        return clock;
    }
}
