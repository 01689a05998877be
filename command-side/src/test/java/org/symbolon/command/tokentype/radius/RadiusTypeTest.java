package org.symbolon.command.tokentype.radius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.command.radiusserver.port.RadiusAnswer;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.command.radiusserver.port.RadiusState;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.Requests;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription.PinUse;
import org.symbolon.command.tokentype.Views;
import org.symbolon.command.tokentype.radius.RadiusInquiry.Where;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;

class RadiusTypeTest {

    private static final RadiusState STATE = RadiusState.ofHex("00ff10");

    private final RadiusType type = new RadiusType();
    private final FakeSettings settings = new FakeSettings();

    private EnrolmentStep enrol(String... parameters) {
        return type.enrol(Requests.with(parameters));
    }

    @Test
    void aTokenOfADefinedServerKeepsWhatItNeedsAndSharesNothing() {
        EnrolmentStep step = enrol("radius.identifier", "main", "radius.user", "emma");

        assertThat(step.secret()).isEqualTo(Secret.EMPTY);
        assertThat(step.otpLength()).isEqualTo(6);
        assertThat(step.tokenKind()).isEqualTo("virtual");
        assertThat(step.disclosures()).isEmpty();
        assertThat(step.state()).isEqualTo(TypeState.of(null, shown("radius.identifier", "main")));
    }

    private static Map<String, String> shown(String... pairs) {
        Map<String, String> shown = new HashMap<>(Map.of(
                "radius.identifier", "",
                "radius.server", "",
                "radius.system_settings", "",
                "radius.user", "emma",
                "radius.local_checkpin", "0"));
        for (int i = 0; i < pairs.length; i += 2) {
            shown.put(pairs[i], pairs[i + 1]);
        }
        return shown;
    }

    @Test
    void whatIsSharedWithAServerOfItsOwnIsItsSecretAndIsNotAmongWhatIsShown() {
        EnrolmentStep step = enrol("radius.server", "r:1645", "radius.secret", "sh4red", "radius.user", "emma");

        assertThat(step.secret()).isEqualTo(Secret.of("sh4red"));
        assertThat(step.state().entries()).doesNotContainKey("radius.secret").doesNotContainValue("sh4red");
        assertThat(type.describe().isSecret("radius.secret")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "radius.user, u, radius.server, s, radius.secret",
        "radius.user, u, radius.secret, s, radius.server",
        "radius.user, u, radius.system_settings, 0, radius.server",
        "radius.system_settings, 1, x, y, radius.user",
        "radius.identifier, i, radius.user, '', radius.user"
    })
    void whatIsMissingIsNamed(String name, String value, String other, String text, String missing) {
        assertThatThrownBy(() -> enrol(name, value, other, text)).hasMessage("Missing parameter: '" + missing + "'");
    }

    private TokenView token(String... shown) {
        return Views.of(type, Secret.of("sh4red"), 6, 0, 10, 1000, shown(shown));
    }

    @ParameterizedTest
    @CsvSource({"0, NOTHING", "'', NOTHING", "False, NOTHING", "1, BEFORE_VALUE", "true, BEFORE_VALUE"})
    void eachTokenSaysWhoChecksItsPin(String local, PinUse use) {
        assertThat(type.pinUse(token("radius.local_checkpin", local))).isEqualTo(use);
    }

    private RadiusInquiry inquiry(TokenView token) {
        return (RadiusInquiry)
                type.gather(token, Credential.of(Secret.of("123456"))).orElseThrow();
    }

    @Test
    void aNamedServerComesBeforeThatOfTheSettingsAndThatBeforeOneOfItsOwn() {
        assertThat(inquiry(token("radius.identifier", "main", "radius.system_settings", "1"))
                        .where())
                .isEqualTo(new Where.Defined("main"));
        assertThat(inquiry(token("radius.system_settings", "1", "radius.server", "r"))
                        .where())
                .isEqualTo(new Where.Settings());
        assertThat(inquiry(token("radius.server", "r")).where()).isEqualTo(new Where.Own("r", Secret.of("sh4red")));
    }

    @Test
    void itsServerIsFoundWhereItSays() {
        RadiusPeer known = RadiusPeer.at("known", Secret.of("s"));
        RadiusInquiry named = inquiry(token("radius.identifier", "main"));
        RadiusInquiry set = inquiry(token("radius.system_settings", "1"));

        assertThat(named.peer(name -> name.equals("main") ? Optional.of(known) : Optional.empty(), settings))
                .contains(known);
        assertThat(named.peer(name -> Optional.empty(), settings)).isEmpty();
        assertThat(set.peer(name -> Optional.of(known), settings)).isEmpty();
        settings.with("radius.server", "set:99").with("radius.secret", "deep");
        assertThat(set.peer(name -> Optional.of(known), settings))
                .contains(new RadiusPeer("set", 99, Secret.of("deep"), Duration.ofSeconds(5), 3, false));
        assertThat(inquiry(token("radius.server", "own")).peer(name -> Optional.empty(), settings))
                .contains(new RadiusPeer("own", 1812, Secret.of("sh4red"), Duration.ofSeconds(5), 3, false));
    }

    @ParameterizedTest
    @CsvSource({"host, host, 1812", "10.1.2.3:18120, 10.1.2.3, 18120", "[::1]:18, [::1], 18", "::1, ::1, 1812"})
    void anAddressMayHaveAPort(String address, String host, int port) {
        RadiusPeer peer = RadiusPeer.at(address, Secret.EMPTY);

        assertThat(peer.host()).isEqualTo(host);
        assertThat(peer.port()).isEqualTo(port);
    }

    @Test
    void itAsksAsWhomTheSettingsSay() {
        assertThat(inquiry(token()).request(settings).nasIdentifier()).isEqualTo("eduMFA");
        settings.with("radius.nas_identifier", "door");
        assertThat(inquiry(token()).request(settings).nasIdentifier()).isEqualTo("door");
        assertThat(inquiry(token()).request(settings).user()).isEqualTo("emma");
    }

    private Circumstances now() {
        return new Circumstances(Instant.EPOCH, settings, Chance.counting());
    }

    private Judgement judge(RadiusAnswer answer) {
        return judge(Credential.of(Secret.of("123456")), answer);
    }

    private Judgement judge(Credential credential, RadiusAnswer answer) {
        RadiusInquiry asked = (RadiusInquiry) type.gather(token(), credential).orElseThrow();
        return type.judge(token(), credential.with(Gathered.of(asked, answer)), now());
    }

    @Test
    void theServerDecides() {
        assertThat(judge(new RadiusAnswer.Accepted("welcome"))).isEqualTo(Judgement.RIGHT);
        assertThat(judge(new RadiusAnswer.Rejected("go away"))).isEqualTo(Judgement.WRONG);
    }

    @Test
    void anAnswerToSomethingElseCountsAsNone() {
        Gathered other = Gathered.of(inquiry(token("radius.user", "max")), new RadiusAnswer.Accepted(""));
        Credential credential = Credential.of(Secret.of("123456")).with(other);

        assertThat(type.judge(token(), credential, now())).isEqualTo(Judgement.WRONG);
    }

    private Question asked(String message, RadiusState state) {
        Judgement judged = judge(new RadiusAnswer.Challenged(message, Optional.ofNullable(state)));
        return ((Judgement.NeedsMore) judged).question();
    }

    @Test
    void whatTheServerWantsToKnowBecomesAQuestionThatKeepsItsState() {
        Question question = asked("Second value, bitte", STATE);

        assertThat(question.message()).isEqualTo("Second value, bitte");
        assertThat(question.challenge()).isEqualTo("Second value, bitte");
        assertThat(question.data()).isEqualTo("00ff10");
        assertThat(question.in("0123").attributes()).isEqualTo(Map.of("state", "0123"));
        assertThat(question.validSeconds()).isEqualTo(120);
    }

    @Test
    void itsWordsAreShownAsTextAndCut() {
        assertThat(asked("one\r\ntwo\u0000", STATE).message()).isEqualTo("one  two");
        assertThat(asked("\t", null).message()).isEqualTo("Enter your RADIUS tokencode:");
        assertThat(asked("😀".repeat(600), STATE).challenge()).isEqualTo("😀".repeat(512));
        assertThat(asked("x", RadiusState.of(new byte[253])).data()).hasSize(506);
        assertThat(asked("x", null).data()).isEmpty();
    }

    @Test
    void anAnswerGoesBackWithTheState() {
        OpenChallenge open = new OpenChallenge("01", "x", "00ff10", Optional.empty(), "", false);
        Credential answer = Credential.of(Secret.of("1")).answering(open);

        assertThat(((RadiusInquiry) type.gather(token(), answer).orElseThrow()).state())
                .contains(STATE);
        assertThat(inquiry(token()).state()).isEmpty();
        assertThat(judge(answer, new RadiusAnswer.Accepted(""))).isEqualTo(Judgement.RIGHT);
    }

    @Test
    void thePinAloneIsAskedForTheCode() {
        settings.with("DefaultChallengeValidityTime", "60").with("RadiusChallengeValidityTime", "7");

        Question question = type.ask(token(), new Asking("please", "0123", new HashMap<>(), now()));

        assertThat(question.message()).isEqualTo("Enter your RADIUS tokencode:");
        assertThat(question.data()).isEmpty();
        assertThat(question.validSeconds()).isEqualTo(60);
        assertThat(question.in("0123").attributes()).isEqualTo(Map.of("state", "0123"));
    }

    @Test
    void noInquiryPrintsASecret() {
        assertThat(inquiry(token("radius.server", "r")).toString())
                .doesNotContain("123456")
                .doesNotContain("sh4red");
    }
}
