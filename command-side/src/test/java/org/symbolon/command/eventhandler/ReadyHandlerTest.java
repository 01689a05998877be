package org.symbolon.command.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.fact.TokenHappening;
import org.symbolon.command.eventhandler.module.RequestEvents;
import org.symbolon.command.eventhandler.ready.ReadyHandler;
import org.symbolon.command.eventhandler.ready.ReadySettings;
import org.symbolon.command.eventhandler.text.ReadyTexts;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.shared.ConfigEntry;

/** Notifications that are ready to be installed, and what they listen to. */
class ReadyHandlerTest {

    private static final ReadySettings SETTINGS = new ReadySettings("post", "de", "help@example.org", "");

    private static Map<String, ConfigEntry> options(ReadyHandler ready) {
        Map<String, ConfigEntry> options = new HashMap<>();
        ready.options(SETTINGS).forEach((key, value) -> options.put(key, ConfigEntry.plain(value.reveal())));
        return options;
    }

    @ParameterizedTest
    @EnumSource
    void eachIsAHandlerThatCanBeAndHasTexts(ReadyHandler ready) {
        assertThatCode(() -> DefinitionRules.check(ready.definition(), ready.options(SETTINGS)))
                .doesNotThrowAnyException();
        assertThat(ReadyTexts.FAMILIES).contains(ready.word());
        assertThat(ready.is(ready.definition(), options(ready))).isTrue();
        assertThat(ReadyHandler.isUntouched(ready.definition(), options(ready))).isTrue();
    }

    @Test
    void noTextTellsASecret() {
        assertThat(ReadyTexts.all()).hasSize(10).noneMatch(text -> Stream.of(
                        "{pin}", "{registrationcode}", "{googleurl", "{request_value}")
                .anyMatch(text::contains));
    }

    @Test
    void whateverSomebodyChangesIsSeen() {
        HandlerDefinition made = ReadyHandler.LOCKED.definition();
        HandlerDefinition disabled = new HandlerDefinition(
                made.name(), false, made.events(), made.module(), made.action(), "post", 0, made.conditions());
        Map<String, ConfigEntry> options = options(ReadyHandler.LOCKED);
        Map<String, ConfigEntry> others = new HashMap<>(options);
        others.put("contact", ConfigEntry.plain("nobody"));

        assertThat(ReadyHandler.isUntouched(disabled, options)).isFalse();
        assertThat(ReadyHandler.isUntouched(made, others)).isFalse();
        assertThat(ReadyHandler.isUntouched(made, Map.of("template", ConfigEntry.plain("token-locked"))))
                .isFalse();
        assertThat(ReadyHandler.LOCKED.is(disabled, others)).isTrue();
        assertThat(ReadyHandler.ENROLLED.is(made, options)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"de_DE,'',''", "'','',''", "de,'a\nb',''", "de,'',nobody", "de,'','a@b, c@d'"})
    void whatCannotBeSaidIsRefused(String language, String contact, String replyTo) {
        assertThatThrownBy(() -> new ReadySettings("post", language, contact, replyTo))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatHasHappenedHasNamesOfItsOwn() {
        assertThat(TokenHappening.names()).doesNotHaveDuplicates().doesNotContainAnyElementsOf(RequestEvents.all());
    }

    @ParameterizedTest
    @CsvSource({
        "Token, delete, post, 'The handler module Token needs a request, and cannot listen to what has happened to a token'",
        "ResponseMangler, set, post, 'The handler module ResponseMangler needs a request, and cannot listen to what has happened to a token'",
        "UserNotification, sendmail, pre, What has happened to a token has no position 'pre'"
    })
    void whatHasHappenedCannotBeChanged(String module, String action, String position, String message) {
        HandlerDefinition definition = new HandlerDefinition(
                "some", true, List.of("token_list", "token_locked"), module, action, position, 0, Map.of());

        assertThatThrownBy(() -> DefinitionRules.check(definition, Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage(message);
    }
}
