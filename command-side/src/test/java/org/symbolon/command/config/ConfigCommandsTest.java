package org.symbolon.command.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.FakeVault.sealed;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.symbolon.command.config.StoreSettings.NewSetting;
import org.symbolon.command.config.StoreSettings.Stored;
import org.symbolon.command.support.FakeVault;
import org.symbolon.events.config.DefaultRealmChanged;
import org.symbolon.events.config.SettingDeleted;
import org.symbolon.events.config.SettingStored;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Secret;

class ConfigCommandsTest {

    private final AggregateTestFixture<SystemConfig> fixture = new AggregateTestFixture<>(SystemConfig.class);
    private final FakeVault vault = new FakeVault();

    ConfigCommandsTest() {
        fixture.registerAnnotatedCommandHandler(new ConfigCommands(fixture.getRepository(), vault));
    }

    @Test
    void theFirstSettingOfAllIsStored() {
        fixture.givenNoPriorActivity()
                .when(store("PrependPin", "False", null, null))
                .expectEvents(new SettingStored("PrependPin", ConfigEntry.plain("False")))
                .expectResultMessagePayload(Map.of("PrependPin", new Stored(true, false)));
    }

    @Test
    void theAnswerTellsNewSettingsFromKnownOnes() {
        Map<String, NewSetting> settings = new LinkedHashMap<>();
        settings.put("known", setting("2", null, null));
        settings.put("new", setting("3", null, null));
        fixture.given(new SettingStored("known", ConfigEntry.plain("1")))
                .when(new StoreSettings(settings))
                .expectEvents(
                        new SettingStored("known", ConfigEntry.plain("2")),
                        new SettingStored("new", ConfigEntry.plain("3")))
                .expectResultMessagePayload(Map.of("known", new Stored(false, false), "new", new Stored(true, false)));
    }

    @Test
    void aSettingThatWasDeletedIsNew() {
        fixture.given(new SettingStored("k", ConfigEntry.plain("1")), new SettingDeleted("k"))
                .when(store("k", "2", null, null))
                .expectResultMessagePayload(Map.of("k", new Stored(true, false)));
    }

    @Test
    void typeAndDescriptionStayWhenTheyAreNotGiven() {
        fixture.given(new SettingStored("k", new ConfigEntry("1", null, "public", "what it does")))
                .when(store("k", "2", null, null))
                .expectEvents(new SettingStored("k", new ConfigEntry("2", null, "public", "what it does")));
    }

    @Test
    void typeAndDescriptionCanBeEmptied() {
        fixture.given(new SettingStored("k", new ConfigEntry("1", null, "public", "what it does")))
                .when(store("k", "2", "", ""))
                .expectEvents(new SettingStored("k", ConfigEntry.plain("2")));
    }

    @Test
    void aPasswordIsSealed() {
        fixture.givenNoPriorActivity()
                .when(store("smtp", "secret", "password", "the server's"))
                .expectEvents(new SettingStored(
                        "smtp", new ConfigEntry(null, sealed("new-key-1", "secret"), "password", "the server's")));
    }

    @Test
    void aPasswordStaysSealedWhenItIsWrittenWithoutItsType() {
        fixture.given(new SettingStored("smtp", password("k1", "secret")))
                .when(store("smtp", "changed", null, null))
                .expectEvents(new SettingStored("smtp", password("k1", "changed")))
                .expectResultMessagePayload(Map.of("smtp", new Stored(false, true)));
    }

    @Test
    void aPasswordIsOpenedOnlyByTypeAndItsOldValueIsErased() {
        fixture.given(new SettingStored("smtp", password("k1", "secret")))
                .when(store("smtp", "open", "public", null))
                .expectEvents(new SettingStored("smtp", new ConfigEntry("open", null, "public", "")));
        assertThat(vault.forgotten()).containsExactly("k1");
    }

    @Test
    void aKeyMustNotBeEmpty() {
        fixture.givenNoPriorActivity()
                .when(store("", "1", null, null))
                .expectNoEvents()
                .expectException(refusal(905, "The key of a setting must not be empty"));
    }

    @Test
    void whatIsLongerThanItsColumnIsRefused() {
        String key = "k".repeat(256);
        refuses(store(key, "1", null, null), key, 255);
        refuses(store("k", "v".repeat(2001), null, null), "k", 2000);
        refuses(store("k", "v".repeat(2001), "password", null), "k", 2000);
        refuses(store("k", "v", "t".repeat(2001), null), "k.type", 2000);
        refuses(store("k", "v", null, "d".repeat(2001)), "k.desc", 2000);
    }

    private void refuses(StoreSettings command, String parameter, int most) {
        fixture.givenNoPriorActivity().when(command).expectNoEvents().expectException(tooLong(parameter, most));
    }

    @Test
    void oneBadSettingKeepsAllFromBeingStored() {
        Map<String, NewSetting> settings = new LinkedHashMap<>();
        settings.put("good", setting("1", null, null));
        settings.put("", setting("2", null, null));
        fixture.givenNoPriorActivity()
                .when(new StoreSettings(settings))
                .expectException(refusal(905, "The key of a setting must not be empty"));
    }

    @Test
    void aSettingIsDeleted() {
        fixture.given(new SettingStored("k", ConfigEntry.plain("1")))
                .when(new DeleteSetting("k"))
                .expectEvents(new SettingDeleted("k"));
    }

    @Test
    void aDeletedPasswordIsErased() {
        fixture.given(new SettingStored("smtp", password("k1", "secret")))
                .when(new DeleteSetting("smtp"))
                .expectEvents(new SettingDeleted("smtp"));
        assertThat(vault.forgotten()).containsExactly("k1");
    }

    @Test
    void anUnknownSettingCannotBeDeleted() {
        fixture.given(new DefaultRealmChanged("realm1"))
                .when(new DeleteSetting("k"))
                .expectNoEvents()
                .expectException(refusal(302, "The setting 'k' does not exist."));
    }

    private static StoreSettings store(String key, String value, String type, String description) {
        return new StoreSettings(Map.of(key, setting(value, type, description)));
    }

    private static NewSetting setting(String value, String type, String description) {
        return new NewSetting(Secret.of(value), type, description);
    }

    private static ConfigEntry password(String key, String text) {
        return new ConfigEntry(null, sealed(key, text), "password", "");
    }
}
