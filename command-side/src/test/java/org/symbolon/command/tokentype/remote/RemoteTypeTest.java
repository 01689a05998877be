package org.symbolon.command.tokentype.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.command.remoteserver.port.RemoteAnswer;
import org.symbolon.command.remoteserver.port.RemotePeer;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
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
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

class RemoteTypeTest {

    private static final String LAST = "last_matching_remote_serial";

    private final RemoteType type = new RemoteType();
    private final FakeSettings settings = new FakeSettings();

    private EnrolmentStep enrol(String... parameters) {
        return type.enrol(Requests.with(parameters));
    }

    @Test
    void anEnrolmentKeepsWhatIsSaidAndNothingOfAFormerOne() {
        EnrolmentStep step = enrol("remote.server", "http://far", "remote.user", "u", "remote.realm", "r");

        assertThat(step.secret()).isEqualTo(Secret.EMPTY);
        assertThat(step.otpLength()).isEqualTo(6);
        assertThat(step.tokenKind()).isEqualTo("virtual");
        assertThat(step.disclosures()).isEmpty();
        assertThat(step.state().entries())
                .isEqualTo(Map.of(
                        "remote.local_checkpin", "0",
                        "remote.server", "http://far",
                        "remote.user", "u",
                        "remote.realm", "r"));
        EnrolmentStep anew =
                type.enrol(Requests.step(Requests.with("remote.server_id", "1"), token(), Gathered.NOTHING));
        assertThat(anew.state().entries()).containsEntry("remote.user", null).containsEntry(LAST, null);
    }

    @Test
    void somebodyMustBeAsked() {
        assertThatThrownBy(() -> enrol("remote.user", "u")).hasMessage("Missing parameter: 'remote.server'");
        assertThatThrownBy(() -> enrol("remote.server", "x".repeat(256)))
                .hasMessage("Parameter 'remote.server' must not be longer than 255 characters");
        assertThat(enrol("remote.server_id", "1").state().text("remote.server_id"))
                .contains("1");
    }

    private TokenView token(String... shown) {
        Map<String, String> entries = new HashMap<>(Map.of("remote.user", "emma"));
        for (int i = 0; i < shown.length; i += 2) {
            entries.put(shown[i], shown[i + 1]);
        }
        return Views.of(type, Secret.EMPTY, 6, 0, 10, 1000, entries);
    }

    @ParameterizedTest
    @CsvSource({"0, NOTHING", "'', NOTHING", "1, BEFORE_VALUE", "True, BEFORE_VALUE"})
    void eachTokenSaysWhoChecksItsPin(String local, PinUse use) {
        assertThat(type.pinUse(token("remote.local_checkpin", local))).isEqualTo(use);
    }

    private RemoteInquiry inquiry(TokenView token) {
        return (RemoteInquiry)
                type.gather(token, Credential.of(Secret.of("123456"))).orElseThrow();
    }

    @Test
    void aServerThatIsDefinedIsToldAllAndOneAtAnAddressOneNameAlone() {
        String[] all = {"remote.serial", "FAR1", "remote.realm", "r", "remote.resolver", "s"};

        assertThat(inquiry(token("remote.server", "http://far", "remote.realm", "r"))
                        .request()
                        .who())
                .isEqualTo(Map.of("user", "emma", "realm", "r"));
        assertThat(inquiry(token(all)).request().who()).isEqualTo(Map.of("serial", "FAR1"));
        String[] defined = {"remote.server_id", "1", all[0], all[1], all[2], all[3], all[4], all[5]};
        assertThat(inquiry(token(defined)).request().who())
                .isEqualTo(Map.of("serial", "FAR1", "user", "emma", "realm", "r", "resolver", "s"));
    }

    @Test
    void itsServerIsFoundWhereItSays() {
        RemotePeer known = new RemotePeer("https://known/validate/check", false);
        RemoteInquiry named = inquiry(token("remote.server_id", "main", "remote.server", "http://other"));

        assertThat(named.peer(name -> Optional.of(known).filter(it -> name.equals("main")), settings))
                .contains(known);
        assertThat(named.peer(name -> Optional.empty(), settings)).isEmpty();
        RemoteInquiry own = inquiry(token("remote.server", "https://far/"));
        assertThat(own.peer(name -> Optional.of(known), settings))
                .contains(new RemotePeer("https://far/validate/check", true));
        settings.with("remote.verify_ssl_certificate", "False");
        RemoteInquiry elsewhere = inquiry(token("remote.server", "https://far/mfa", "remote.path", "ask"));
        assertThat(elsewhere.peer(name -> Optional.of(known), settings))
                .contains(new RemotePeer("https://far/mfa/ask", false));
    }

    private Judgement judge(TokenView token, Credential credential, RemoteAnswer answer) {
        RemoteInquiry asked = (RemoteInquiry) type.gather(token, credential).orElseThrow();
        Circumstances now = new Circumstances(Instant.EPOCH, settings, Chance.counting());
        return type.judge(token, credential.with(Gathered.of(asked, answer)), now);
    }

    private Judgement judge(TokenView token, RemoteAnswer answer) {
        return judge(token, Credential.of(Secret.of("123456")), answer);
    }

    @Test
    void theServerDecidesAndTheTokenRemembersWhichOneMatched() {
        assertThat(judge(token(), new RemoteAnswer.Accepted("FAR1")))
                .isEqualTo(Judgement.right(StateChange.of(Map.of(LAST, "FAR1"))));
        assertThat(judge(token(LAST, "FAR1"), new RemoteAnswer.Accepted("FAR1")))
                .isEqualTo(Judgement.RIGHT);
        assertThat(judge(token(), new RemoteAnswer.Accepted("no serial"))).isEqualTo(Judgement.RIGHT);
        assertThat(judge(token(), new RemoteAnswer.Refused(200))).isEqualTo(Judgement.WRONG);
        assertThat(judge(token(), new RemoteAnswer.Missing("away"))).isEqualTo(new Judgement.NoVerdict("away"));
    }

    @Test
    void anAnswerAboutSomebodyElseCountsAsNone() {
        RemoteInquiry other = inquiry(token("remote.user", "max"));
        Credential credential =
                Credential.of(Secret.of("123456")).with(Gathered.of(other, new RemoteAnswer.Accepted("FAR1")));

        assertThat(type.judge(token(), credential, new Circumstances(Instant.EPOCH, settings, Chance.counting())))
                .isEqualTo(Judgement.WRONG);
    }

    @Test
    void whatTheServerAsksBecomesAChallengeWhoseAnswerNamesItsTransactionThere() {
        Judgement found = judge(token(), new RemoteAnswer.Challenged("Enter\nthe OTP", "0123"));

        Question question = ((Judgement.NeedsMore) found).question();
        assertThat(question.message()).isEqualTo("Enter the OTP");
        assertThat(question.data()).isEqualTo("0123");
        OpenChallenge open = new OpenChallenge("99", "x", "0123", Optional.empty(), "", false);
        Credential answer = Credential.of(Secret.of("1")).answering(open);
        assertThat(((RemoteInquiry) type.gather(token(), answer).orElseThrow())
                        .request()
                        .transactionId())
                .contains("0123");
        assertThat(inquiry(token()).request().transactionId()).isEmpty();
    }

    @Test
    void noInquiryPrintsASecret() {
        assertThat(inquiry(token("remote.server", "https://me:deep@far")).toString())
                .doesNotContain("123456")
                .doesNotContain("deep");
    }
}
