package org.symbolon.api.radiusclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.api.kernel.Reply;
import org.symbolon.command.radiusclient.port.RadiusVerdict;
import org.symbolon.command.radiusclient.port.RadiusVerdict.Accepted;
import org.symbolon.command.radiusclient.port.RadiusVerdict.Attribute;
import org.symbolon.command.radiusclient.port.RadiusVerdict.Challenged;
import org.symbolon.command.radiusclient.port.RadiusVerdict.Rejected;
import org.symbolon.command.radiusclient.port.RadiusVerdict.Unanswered;

/** What event handlers can make of the answer to a log-in by RADIUS: nobody is let in by it. */
class RadiusAnswerTest {

    private static final Reply TOLD = Reply.value(true).detail(Map.of("message", "told"));
    private static final List<Attribute> STAFF = List.of(new Attribute(25, "7374616666"));

    private int tellings;

    private RadiusVerdict after(RadiusVerdict verdict, int status, Map<String, ?> result, Map<String, ?> detail) {
        RadiusAnswer answer = new RadiusAnswer(verdict, this::telling);
        Reply handled = TOLD.status(status).whole(Map.of("result", result, "detail", detail));
        return ((RadiusAnswer) answer.after(handled)).verdict();
    }

    private Reply telling() {
        tellings++;
        return TOLD;
    }

    private RadiusVerdict after(RadiusVerdict verdict, Map<String, ?> result) {
        return after(verdict, 200, result, Map.of("message", "told"));
    }

    @Test
    void whoeverIsLetInCanBeKeptOut() {
        RadiusVerdict accepted = new Accepted("", STAFF);

        assertThat(after(accepted, Map.of("value", true))).isEqualTo(accepted);
        assertThat(after(accepted, Map.of("value", false))).isEqualTo(new Rejected(""));
        assertThat(after(accepted, Map.of("value", "true"))).isEqualTo(new Rejected(""));
        assertThat(after(accepted, Map.of())).isEqualTo(new Rejected(""));
        assertThat(after(accepted, 403, Map.of("value", true), Map.of("message", "told")))
                .isEqualTo(new Rejected(""));
    }

    @Test
    void whoeverIsRefusedStaysSo() {
        Map<String, ?> right = Map.of("value", true, "authentication", "ACCEPT");

        assertThat(after(new Rejected("wrong"), right)).isEqualTo(new Rejected("wrong"));
        assertThat(after(new Unanswered(), right)).isEqualTo(new Unanswered());
    }

    @Test
    void whoeverIsAskedIsAskedOrKeptOut() {
        RadiusVerdict challenged = new Challenged("the value?", "state");

        assertThat(after(challenged, Map.of("value", true, "authentication", "ACCEPT")))
                .isEqualTo(challenged);
        assertThat(after(challenged, Map.of("value", false, "authentication", "REJECT")))
                .isEqualTo(new Rejected("the value?"));
        assertThat(after(challenged, 500, Map.of("authentication", "CHALLENGE"), Map.of()))
                .isEqualTo(new Rejected(""));
    }

    @Test
    void theTextIsTheHandlersWhereOneHasChangedIt() {
        Map<String, ?> right = Map.of("value", true);

        assertThat(after(new Rejected("wrong"), 200, right, Map.of("message", "ask the helpdesk")))
                .isEqualTo(new Rejected("ask the helpdesk"));
        assertThat(after(new Accepted("", STAFF), 200, right, Map.of("message", "welcome")))
                .isEqualTo(new Accepted("welcome", STAFF));
        assertThat(after(new Rejected("wrong"), 200, right, Map.of())).isEqualTo(new Rejected(""));
        assertThat(after(new Rejected("wrong"), 200, right, Map.of("message", List.of("a"))))
                .isEqualTo(new Rejected(""));
    }

    @Test
    void nothingIsMadeToBeToldWhereNobodyLooks() {
        RadiusAnswer answer = new RadiusAnswer(new Rejected("wrong"), this::telling);

        assertThat(answer.verdict()).isEqualTo(new Rejected("wrong"));
        assertThat(answer.after(TOLD)).isSameAs(answer);
        assertThat(tellings).isZero();
        assertThat(answer.toString()).isEqualTo("RadiusAnswer[Rejected]");
    }
}
