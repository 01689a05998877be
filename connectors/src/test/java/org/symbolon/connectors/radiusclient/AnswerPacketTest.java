package org.symbolon.connectors.radiusclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.command.radiusclient.port.RadiusVerdict;
import org.symbolon.connectors.radiusclient.SoftPacket.Answer;

class AnswerPacketTest {

    private static final String SECRET = "a secret";

    private static Answer answer(SoftPacket request, RadiusVerdict verdict) {
        return request.read(packet(request).of(verdict).orElseThrow());
    }

    private static AnswerPacket packet(SoftPacket request) {
        return new AnswerPacket(
                RequestPacket.of(request.bytes()).orElseThrow(), SECRET.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAcceptSaysWhatPoliciesSay() {
        Answer answer = answer(
                SoftPacket.request(SECRET),
                new RadiusVerdict.Accepted(
                        "",
                        List.of(
                                new RadiusVerdict.Attribute(25, "7374616666"),
                                new RadiusVerdict.Attribute(26, "0000000901037a"))));

        assertThat(answer.isAccept()).isTrue();
        assertThat(answer.all(25)).containsExactly("staff");
        assertThat(answer.all(26)).containsExactly("\0\0\0\t\u0001\u0003z");
        assertThat(answer.all(18)).isEmpty();
    }

    @Test
    void aChallengeHasAStateAndAMessage() {
        Answer answer = answer(SoftPacket.request(SECRET), new RadiusVerdict.Challenged("Wert für €?", "0123"));

        assertThat(answer.isChallenge()).isTrue();
        assertThat(answer.state()).isEqualTo("0123");
        assertThat(answer.message()).isEqualTo("Wert für €?");
    }

    @Test
    void whatProxiesHavePutInComesBackInItsOrder() {
        SoftPacket request =
                SoftPacket.request(SECRET).with(33, "one").user("u").with(33, "two");

        assertThat(answer(request, new RadiusVerdict.Rejected("no")).all(33)).containsExactly("one", "two");
    }

    @Test
    void aLongMessageIsSplitBetweenLettersAndCut() {
        Answer answer = answer(SoftPacket.request(SECRET), new RadiusVerdict.Rejected("€".repeat(1000)));

        assertThat(answer.all(18)).hasSize(4).allMatch(piece -> piece.length() <= 253 && piece.length() % 3 == 0);
        assertThat(answer.message()).matches("€+").hasSizeBetween(300, 340);
        assertThat(answer(SoftPacket.request(SECRET), new RadiusVerdict.Rejected("x".repeat(253)))
                        .all(18))
                .hasSize(1);
        assertThat(answer(SoftPacket.request(SECRET), new RadiusVerdict.Rejected("x".repeat(254)))
                        .all(18))
                .hasSize(2);
    }

    @Test
    void aConversationInEapEndsWithFailure() {
        SoftPacket request = SoftPacket.request(SECRET).with(79, new byte[] {2, 7, 0, 5, 1});

        Answer answer = answer(request, new RadiusVerdict.Rejected("no"));

        assertThat(answer.isReject()).isTrue();
        assertThat(answer.all(79)).containsExactly("\u0004\u0007\u0000\u0004");
    }

    @Test
    void theMessageGivesWayAndWhatDoesNotFitAllTheSameIsNotSent() {
        SoftPacket full = SoftPacket.request(SECRET);
        for (int number = 0; number < 15; number++) {
            full.with(33, "x".repeat(253));
        }
        List<RadiusVerdict.Attribute> attributes = List.of(new RadiusVerdict.Attribute(25, "00".repeat(250)));

        assertThat(answer(full, new RadiusVerdict.Rejected("y".repeat(500))).message())
                .hasSizeBetween(200, 240)
                .matches("y+");
        assertThat(packet(full).of(new RadiusVerdict.Accepted("", attributes))).isEmpty();
    }

    @Test
    void whatIsNotDecidedIsNotAnswered() {
        assertThat(packet(SoftPacket.request(SECRET)).of(new RadiusVerdict.Unanswered()))
                .isEmpty();
    }

    @Test
    void theServerSaysThatItIsThere() {
        SoftPacket request = SoftPacket.of(12, SECRET).signed();

        assertThat(request.read(packet(request).ofStatus()).isAccept()).isTrue();
    }
}
