package org.symbolon.api.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.api.kernel.Reply;

/** Answers as handlers see and change them. */
class AnswerJsonTest {

    private static final Reply REPLY =
            Reply.value(Map.of("a", 1)).detail(Map.of("message", "some")).beside("auth_items", Map.of());

    @Test
    void anAnswerIsSeenAsItGoesOut() {
        assertThat(AnswerJson.of(REPLY).json())
                .containsEntry("id", 1)
                .containsEntry("result", Map.of("status", true, "value", Map.of("a", 1)))
                .containsEntry("auth_items", Map.of())
                .hasEntrySatisfying(
                        "detail", detail -> assertThat(detail.toString()).contains("message=some", "threadid="));
        assertThat(AnswerJson.of(Reply.empty(204)).json()).isEmpty();
    }

    @Test
    void whatIsMissingOnTheWayIsMade() {
        AnswerJson answer = AnswerJson.of(REPLY);

        assertThat(answer.change(List.of("detail", "hint", "text"), Optional.of("x")))
                .isTrue();
        assertThat(answer.change(List.of("result", "value", "a"), Optional.empty()))
                .isTrue();
        assertThat(answer.change(List.of("result", "value", "a"), Optional.empty()))
                .isFalse();
        assertThat(answer.change(List.of("nothing", "here"), Optional.empty())).isFalse();
        assertThat(answer.change(List.of("result", "value"), Optional.of(false)))
                .isTrue();

        assertThat(answer.json())
                .doesNotContainKey("nothing")
                .containsEntry("result", Map.of("status", true, "value", false));
        assertThat(answer.toString()).doesNotContain("some");
    }
}
