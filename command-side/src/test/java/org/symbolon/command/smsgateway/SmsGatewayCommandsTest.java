package org.symbolon.command.smsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.FakeVault.sealed;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.definition.DefinitionContractTest;
import org.symbolon.command.definition.DefinitionSample;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.smsgateway.port.SmsGateways;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.smsgateway.SmsGatewayCreated;
import org.symbolon.events.smsgateway.SmsGatewayDeleted;
import org.symbolon.events.smsgateway.SmsGatewayHeaderRemoved;
import org.symbolon.events.smsgateway.SmsGatewayOptionRemoved;
import org.symbolon.events.smsgateway.SmsGatewayReconfigured;
import org.symbolon.events.smsgateway.SmsGatewaySettings;

class SmsGatewayCommandsTest extends DefinitionContractTest<SmsGateway> {

    private static final String HTTP = "http";
    private static final ConfigEntry URL = ConfigEntry.plain("https://a");

    SmsGatewayCommandsTest() {
        super(SmsGateway.class);
        fixture.registerAnnotatedCommandHandler(new SmsGatewayCommands(
                new Definitions<>(SmsGateway.KIND, fixture.getRepository(), () -> 7),
                new Known(),
                Set.of(HTTP, "script"),
                vault));
    }

    @Override
    protected DefinitionSample sample() {
        return new DefinitionSample(
                new SmsGatewayCreated(
                        "one",
                        3,
                        new SmsGatewaySettings(
                                "http",
                                "",
                                Map.of("password", new ConfigEntry(null, sealed("k1", "secret"), "password", "")),
                                Map.of())),
                name -> new SaveSmsGateway(
                        name,
                        "http",
                        "",
                        Map.of("new", Secret.of("text"), "password", Secret.of("__CENSORED__")),
                        Map.of()),
                new SmsGatewayReconfigured(
                        "one",
                        3,
                        new SmsGatewaySettings(
                                "http",
                                "",
                                Map.of(
                                        "new",
                                        ConfigEntry.plain("text"),
                                        "password",
                                        new ConfigEntry(null, sealed("k1", "secret"), "password", "")),
                                Map.of())),
                new SmsGatewayCreated(
                        "one",
                        7,
                        new SmsGatewaySettings("http", "", Map.of("new", ConfigEntry.plain("text")), Map.of())),
                new DeleteSmsGateway("one"),
                new SmsGatewayDeleted("one", 3),
                List.of("k1"),
                "SMSGateway",
                "name",
                244);
    }

    private static ConfigEntry password(String key, String text) {
        return new ConfigEntry(null, sealed(key, text), "password", "");
    }

    private static Map<String, Secret> secrets(Map<String, String> texts) {
        Map<String, Secret> secrets = new HashMap<>();
        texts.forEach((key, text) -> secrets.put(key, Secret.of(text)));
        return secrets;
    }

    private static SaveSmsGateway save(String description, Map<String, String> options, Map<String, String> headers) {
        return new SaveSmsGateway("one", HTTP, description, secrets(options), secrets(headers));
    }

    private static SmsGatewayCreated created() {
        return new SmsGatewayCreated(
                "one",
                3,
                new SmsGatewaySettings(
                        HTTP,
                        "text",
                        Map.of("URL", URL, "PASSWORD", password("k1", "secret")),
                        Map.of("Authorization", password("k2", "Basic"))));
    }

    @Test
    void aGatewayIsDefinedWithItsSecretsSealed() {
        fixture.givenNoPriorActivity()
                .when(save(null, Map.of("URL", "https://a", "PASSWORD", "secret"), Map.of("X-Kind", "otp")))
                .expectEvents(new SmsGatewayCreated(
                        "one",
                        7,
                        new SmsGatewaySettings(
                                HTTP,
                                "",
                                Map.of("URL", URL, "PASSWORD", password("new-key-1", "secret")),
                                Map.of("X-Kind", ConfigEntry.plain("otp")))))
                .expectResultMessagePayload(7);
    }

    @Test
    void whatIsNotSentIsGone() {
        fixture.given(created())
                .when(save(null, Map.of("URL", "https://a"), Map.of()))
                .expectEvents(new SmsGatewayReconfigured(
                        "one", 3, new SmsGatewaySettings(HTTP, null, Map.of("URL", URL), Map.of())))
                .expectResultMessagePayload(3);
        assertThat(vault.forgotten()).containsExactlyInAnyOrder("k1", "k2");
    }

    @Test
    void aSecretThatComesBackCensoredStaysAndAnotherKeepsItsKey() {
        fixture.given(created())
                .when(save("new", Map.of("PASSWORD", "__CENSORED__"), Map.of("Authorization", "Bearer")))
                .expectEvents(new SmsGatewayReconfigured(
                        "one",
                        3,
                        new SmsGatewaySettings(
                                HTTP,
                                "new",
                                Map.of("PASSWORD", password("k1", "secret")),
                                Map.of("Authorization", password("k2", "Bearer")))));
        assertThat(vault.forgotten()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PASSWORD", "passwd", "X-API-Key", "apikey", "token", "auth_token", "Client-Secret", "KEY"})
    void namesThatSoundSecretAre(String name) {
        assertThat(SecretOptions.contain(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"URL", "UID_TOKENINFO_ATTRIBUTE", "USERNAME", "keyword", "to", "CHECK_SSL", "JSON config file"})
    void otherNamesAreNot(String name) {
        assertThat(SecretOptions.contain(name)).isFalse();
    }

    @Test
    void anOptionIsTakenAwayWithItsSecret() {
        fixture.given(created())
                .when(new RemoveSmsGatewayOption(3, false, "PASSWORD"))
                .expectEvents(new SmsGatewayOptionRemoved("one", 3, "PASSWORD"))
                .expectResultMessagePayload(99L)
                .expectState(found -> assertThat(found.settings().options()).containsOnlyKeys("URL"));
        assertThat(vault.forgotten()).containsExactly("k1");
    }

    @Test
    void aHeaderIsTakenAway() {
        fixture.given(created())
                .when(new RemoveSmsGatewayOption(3, true, "Authorization"))
                .expectEvents(new SmsGatewayHeaderRemoved("one", 3, "Authorization"))
                .expectResultMessagePayload(99L);
        assertThat(vault.forgotten()).containsExactly("k2");
    }

    @Test
    void whatIsNotThereIsNotTakenAway() {
        fixture.given(created())
                .when(new RemoveSmsGatewayOption(3, true, "PASSWORD"))
                .expectNoEvents()
                .expectException(refusal(601, "The requested SMSGatewayOption could not be found."));
        fixture.given(created())
                .when(new RemoveSmsGatewayOption(4, false, "URL"))
                .expectException(refusal(601, "The requested SMSGatewayOption could not be found."));
    }

    @Test
    void aGatewayIsDeletedWithItsSecrets() {
        fixture.given(created())
                .when(new DeleteSmsGateway("one"))
                .expectEvents(new SmsGatewayDeleted("one", 3))
                .expectResultMessagePayload(3);
        assertThat(vault.forgotten()).containsExactlyInAnyOrder("k1", "k2");
    }

    @Test
    void aProviderThatNobodyKnowsIsRefused() {
        fixture.givenNoPriorActivity()
                .when(new SaveSmsGateway("one", "nosuch", null, Map.of(), Map.of()))
                .expectNoEvents()
                .expectException(refusal(905, "Unknown SMS provider in parameter 'module'"));
    }

    @Test
    void whatNoColumnTakesIsRefused() {
        fixture.givenNoPriorActivity()
                .when(save("x".repeat(1025), Map.of(), Map.of()))
                .expectException(tooLong("description", 1024));
        fixture.givenNoPriorActivity()
                .when(save("", Map.of("URL", "x".repeat(10_001)), Map.of()))
                .expectException(tooLong("URL", 10_000));
        fixture.givenNoPriorActivity()
                .when(save("", Map.of(), Map.of("x".repeat(256), "")))
                .expectException(tooLong("x".repeat(256), 255));
    }

    /** Knows the gateway that tests begin with. */
    private static final class Known implements SmsGateways {

        @Override
        public Optional<String> identifierOf(int number) {
            return number == 3 ? Optional.of("one") : Optional.empty();
        }

        @Override
        public OptionalLong optionId(int number, boolean header, String key) {
            boolean known = number == 3 && (header ? Set.of("Authorization") : Set.of("URL", "PASSWORD")).contains(key);
            return known ? OptionalLong.of(99) : OptionalLong.empty();
        }
    }
}
