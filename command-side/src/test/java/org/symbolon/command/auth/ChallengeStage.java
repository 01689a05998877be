package org.symbolon.command.auth;

import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.PIN_HASH;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.symbolon.command.auth.Asked.Question;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.EnrolledToken;
import org.symbolon.command.support.FakeCensus;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.support.MovingClock;
import org.symbolon.command.support.Stage;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.auth.ChallengeTerms;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.challenge.BegunChallenge;
import org.symbolon.events.challenge.ChallengesBegun;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/** Tokens of Alice and what they can be asked; the first transaction has a known id. */
final class ChallengeStage {

    static final String FIRST_ID = "00000283686952306183";
    static final String TEXT = "please enter otp: ";
    static final LoginTerms ASKING = asking().terms();

    private final Stage stage = new Stage();
    private final FakeSettings settings = new FakeSettings();
    private final MovingClock clock = new MovingClock();
    private final FakeCensus census = new FakeCensus();

    private final List<TokenOwner> endedLogins = new ArrayList<>();

    ChallengeStage() {
        this(TokenTypes.all());
    }

    /** With these types alone. */
    ChallengeStage(TokenTypes types) {
        Tokens tokens = new Tokens(stage.repository(Token.class), endedLogins::add);
        Challenges challenges = new Challenges(stage.repository(ChallengeTransaction.class));
        FakeVault vault = new FakeVault();
        stage.handler(new LogInKit(tokens, vault, settings, census, challenges, Chance.counting(), clock)
                .types(types)
                .tallies(stage.repository(LoginTally.class))
                .logIns());
    }

    /** Terms with which the PIN alone asks. */
    static LoginTerms.Draft asking() {
        return asking(null, Map.of(), false);
    }

    static LoginTerms.Draft asking(String text, Map<String, String> texts, boolean countAsFailures) {
        return LoginTerms.draft()
                .challenges(new ChallengeTerms(Set.of("hotp", "totp", "pw"), text, texts, countAsFailures, List.of()));
    }

    /** Whose remembered log-ins have ended. */
    List<TokenOwner> endedLogins() {
        return endedLogins;
    }

    FakeCensus census() {
        return census;
    }

    FakeSettings settings() {
        return settings;
    }

    MovingClock clock() {
        return clock;
    }

    ChallengeStage given(Object... facts) {
        stage.given(facts);
        return this;
    }

    List<Object> facts() {
        return stage.facts();
    }

    Decision when(LogIn command) {
        return (Decision) stage.when(command);
    }

    Decision when(LogInByPassword command) {
        return (Decision) stage.when(command);
    }

    Decision whenTriggered(TriggerChallenges command) {
        return (Decision) stage.when(command);
    }

    Asked when(TriggerChallenges command) {
        return ((Decision) stage.when(command)).asked();
    }

    static Object hotp(String serial) {
        return EnrolledToken.hotp().serial(serial).owner(ALICE).fact();
    }

    static LogIn request(LoginTerms terms, String... serials) {
        List<Trial> trials = Stream.of(serials).map(ChallengeStage::asking).toList();
        return LogInKit.checking(ALICE, trials, false, false, null, terms);
    }

    static Trial asking(String serial) {
        return new Trial(serial, Secret.EMPTY, false, PIN_HASH, true, true);
    }

    static Trial answering(String serial, String answer) {
        return new Trial(serial, Secret.of(answer), true, PIN_HASH, false);
    }

    static LogIn answer(String transaction, Trial... trials) {
        return LogInKit.checking(ALICE, List.of(trials), false, false, transaction, ASKING);
    }

    static ChallengesBegun begun(String... serials) {
        return new ChallengesBegun(
                FIRST_ID, Stream.of(serials).map(ChallengeStage::begunOf).toList());
    }

    static BegunChallenge begunOf(String serial) {
        return new BegunChallenge(serial, 1, "", "", null, "", 120);
    }

    static Question question(String serial, String type, String text) {
        return question(serial, type, text, false);
    }

    static Question questionOfLogin(String serial, String type, String text) {
        return question(serial, type, text, true);
    }

    private static Question question(String serial, String type, String text, boolean ofLogin) {
        return new Question(serial, type, ClientMode.INTERACTIVE, text, Map.of(), null, ChangeDates.NONE, ofLogin);
    }
}
