package org.symbolon.command.feed;

import static org.symbolon.command.support.FakeVault.sealed;
import static org.symbolon.command.support.RefusalMatcher.refusal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.command.definition.DefinitionContractTest;
import org.symbolon.command.definition.DefinitionSample;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.events.feed.FeedCreated;
import org.symbolon.events.feed.FeedDeleted;
import org.symbolon.events.feed.FeedReconfigured;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Secret;

class FeedCommandsTest extends DefinitionContractTest<Feed> {

    private static final String SECRET = "a-secret-that-is-long-enough";
    private static final Map<String, String> HOOK = Map.of("url", "https://siem.example.com/", "secret", SECRET);

    FeedCommandsTest() {
        super(Feed.class);
        fixture.registerAnnotatedCommandHandler(
                new FeedCommands(new Definitions<>(Feed.KIND, fixture.getRepository(), () -> 7), vault));
    }

    @Override
    protected DefinitionSample sample() {
        return new DefinitionSample(
                new FeedCreated(
                        "one",
                        3,
                        "file",
                        Map.of("file", new ConfigEntry(null, sealed("k1", "secret"), "password", ""))),
                name -> save(name, "file", Map.of("file", "facts")),
                new FeedReconfigured(
                        "one", 3, Map.of("file", new ConfigEntry(null, sealed("k1", "facts"), "password", ""))),
                new FeedCreated("one", 7, "file", Map.of("file", ConfigEntry.plain("facts"))),
                new DeleteFeed("one"),
                new FeedDeleted("one", 3),
                List.of("k1"),
                "feed",
                "name",
                250);
    }

    private static SaveFeed save(String name, String type, Map<String, String> values) {
        Map<String, Secret> options = new HashMap<>();
        values.forEach((key, value) -> options.put(key, Secret.of(value)));
        return new SaveFeed(name, type, new GivenEntries(options, Map.of(), Map.of()));
    }

    private static ConfigEntry secret() {
        return new ConfigEntry(null, sealed("new-key-1", SECRET), "password", "");
    }

    private static FeedCreated hook() {
        return new FeedCreated(
                "hook", 7, "webhook", Map.of("url", ConfigEntry.plain(HOOK.get("url")), "secret", secret()));
    }

    @Test
    void oneIsDefinedWithItsSecretSealed() {
        fixture.givenNoPriorActivity()
                .when(save("hook", "webhook", HOOK))
                .expectEvents(hook())
                .expectResultMessagePayload(7);
    }

    @Test
    void whatIsNotNamedStaysAndACensoredSecretToo() {
        fixture.given(hook())
                .when(save("hook", "webhook", Map.of("active", "0", "secret", "__CENSORED__", "realms", "")))
                .expectEvents(new FeedReconfigured(
                        "hook", 7, Map.of("active", ConfigEntry.plain("0"), "realms", ConfigEntry.plain(""))));
    }

    @Test
    void whatIsRequiredCannotBeTakenAway() {
        fixture.given(hook())
                .when(save("hook", "webhook", Map.of("url", "")))
                .expectException(refusal(905, "Missing parameter: 'url'"));
    }

    @Test
    void oneWithoutWhatIsRequiredIsRefused() {
        fixture.givenNoPriorActivity()
                .when(save("hook", "webhook", Map.of("url", "https://siem.example.com/")))
                .expectNoEvents()
                .expectException(refusal(905, "Missing parameter: 'secret'"));
    }

    @Test
    void anotherTypeIsRefused() {
        fixture.given(hook())
                .when(save("hook", "file", Map.of("file", "facts")))
                .expectException(refusal(302, "The feed 'hook' already exists with another type."));
    }

    @Test
    void aTypeThatNobodyKnowsIsRefused() {
        fixture.givenNoPriorActivity()
                .when(save("hook", "pigeon", Map.of()))
                .expectException(refusal(905, "Parameter 'type' must be one of webhook, syslog, file, kafka"));
    }

    @Test
    void brokersAreNamesAndAddressesWithTheirPorts() {
        fixture.givenNoPriorActivity()
                .when(save(
                        "bus",
                        "kafka",
                        Map.of("brokers", "k1.example.com:9093, 10.0.0.1:9093,[fd00::1]:9093", "topic", "f")))
                .expectResultMessagePayload(7);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    username,    ada,                         password
                    mechanism,   PLAIN,                       username
                    client_certificate, -----BEGIN CERTIFICATE-----, client_key
                    """)
    void whatIsOfNoUseAloneIsRefusedWithoutItsOther(String option, String value, String other) {
        fixture.givenNoPriorActivity()
                .when(save("bus", "kafka", Map.of("brokers", "a:9092", "topic", "f", option, value)))
                .expectNoEvents()
                .expectException(refusal(905, "Missing parameter: '" + other + "'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    webhook | url      | ftp://a/           | Parameter 'url' must be an address that begins with http:// or https://
                    webhook | url      | https://me:pw@a/   | Parameter 'url' must be an address that begins with http:// or https://
                    webhook | secret   | short              | Parameter 'secret' must be at least 24 characters without spaces
                    webhook | secret   | ''                 | Parameter 'secret' must be at least 24 characters without spaces
                    webhook | file     | facts              | Parameter 'file' is none of a feed of the type webhook
                    webhook | batch    | 0                  | Parameter 'batch' must be a number from 1 to 1000
                    webhook | kinds    | Token*Enrolled     | Parameter 'kinds' must be names of events, separated by commas, each perhaps ended by *
                    webhook | active   | perhaps            | Parameter 'active' must be true or false
                    file    | file     | ../passwd          | Parameter 'file' must be a name of letters, digits, points, - and _, and no path
                    file    | file     | .hidden            | Parameter 'file' must be a name of letters, digits, points, - and _, and no path
                    syslog  | server   | a b                | Parameter 'server' must be the name or address of a server
                    syslog  | format   | leef               | Parameter 'format' must be one of json, cef
                    kafka   | brokers  | kafka1             | Parameter 'brokers' must be servers with their ports, separated by commas
                    kafka   | brokers  | a:9092,            | Parameter 'brokers' must be servers with their ports, separated by commas
                    kafka   | brokers  | a:70000            | Parameter 'brokers' must be servers with their ports, separated by commas
                    kafka   | topic    | ..                 | Parameter 'topic' must be the name of a topic, of letters, digits, points, - and _
                    kafka   | topic    | a/b                | Parameter 'topic' must be the name of a topic, of letters, digits, points, - and _
                    kafka   | mechanism | GSSAPI            | Parameter 'mechanism' must be one of PLAIN, SCRAM-SHA-256, SCRAM-SHA-512
                    kafka   | client_certificate | abc      | Parameter 'client_certificate' must be a certificate as PEM, and perhaps those above it
                    kafka   | client_key | abc         | Parameter 'client_key' must be a private key as PEM that is not enciphered
                    kafka   | client_key | -----BEGIN ENCRYPTED PRIVATE KEY----- | Parameter 'client_key' must be a private key as PEM that is not enciphered
                    kafka   | password | ''                 | Parameter 'password' must be a text of one line
                    """)
    void whatMakesNoSenseIsRefused(String type, String option, String value, String message) {
        fixture.givenNoPriorActivity()
                .when(save("hook", type, Map.of(option, value)))
                .expectNoEvents()
                .expectException(refusal(905, message));
    }
}
