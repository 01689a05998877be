package org.symbolon.api.kernel.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.api.kernel.Reply;
import org.symbolon.projections.shared.Staleness;

class StaleAnswerTest {

    @Test
    void saysHowOldItIsBesideWhatTheDetailSays() {
        Reply reply = StaleAnswer.with(Reply.value(1).detail(Map.of("message", "found")), new Staleness(120, 4, 0));

        assertThat(reply.headers()).containsExactly(entry("Symbolon-Stale", "position=120, behind=4, unreadable=0"));
        assertThat(reply.envelope().detail().get("message")).isEqualTo("found");
        assertThat(reply.envelope().detail().get("stale"))
                .isEqualTo(Map.of(
                        "position", 120L,
                        "behind", 4L,
                        "unreadable", 0L,
                        "message", "This is how it was 4 events ago."));
    }

    @Test
    void aBodyOfItsOwnHasTheHeaderAlone() {
        Reply reply = StaleAnswer.with(Reply.text("text/csv", "a,b"), new Staleness(120, 0, 2));

        assertThat(reply.headers()).containsExactly(entry("Symbolon-Stale", "position=120, behind=0, unreadable=2"));
    }

    @Test
    void anAnswerThatIsUpToDateStaysAsItIs() {
        Reply reply = Reply.value(1);

        StaleAnswer.begin();

        assertThat(StaleAnswer.told(reply)).isSameAs(reply);
    }
}
