package org.symbolon.command.radiusclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.FakeVault.sealed;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.command.definition.DefinitionContractTest;
import org.symbolon.command.definition.DefinitionSample;
import org.symbolon.command.definition.Definitions;
import org.symbolon.events.radiusclient.RadiusClientCreated;
import org.symbolon.events.radiusclient.RadiusClientDeleted;
import org.symbolon.events.radiusclient.RadiusClientReconfigured;
import org.symbolon.events.radiusclient.RadiusClientSettings;
import org.symbolon.events.radiusclient.RadiusTransport;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

class RadiusClientCommandsTest extends DefinitionContractTest<RadiusClientDefinition> {

    private static final String SECRET = "long enough";

    RadiusClientCommandsTest() {
        super(RadiusClientDefinition.class);
        fixture.registerAnnotatedCommandHandler(new RadiusClientCommands(
                new Definitions<>(RadiusClientDefinition.KIND, fixture.getRepository(), () -> 7), vault));
    }

    @Override
    protected DefinitionSample sample() {
        return new DefinitionSample(
                new RadiusClientCreated("one", 3, udp("10.0.0.1", sealed("k1", SECRET))),
                name -> saved(name, "10.0.0.2", SECRET),
                new RadiusClientReconfigured("one", 3, udp("10.0.0.2", sealed("k1", SECRET))),
                new RadiusClientCreated("one", 7, udp("10.0.0.2", sealed("new-key-1", SECRET))),
                new DeleteRadiusClient("one"),
                new RadiusClientDeleted("one", 3),
                List.of("k1"),
                "RADIUS client",
                "name",
                242);
    }

    private static SaveRadiusClient saved(String name, String address, String secret) {
        return new SaveRadiusClient(
                name, address, null, secret == null ? null : Secret.of(secret), null, null, null, null, null, null);
    }

    private static SaveRadiusClient byTls(String certificates) {
        return new SaveRadiusClient(
                "one", "10.0.0.1", RadiusTransport.TLS, null, certificates, "vpn", null, null, null, null);
    }

    private static RadiusClientSettings udp(String address, Sealed secret) {
        return new RadiusClientSettings(address, RadiusTransport.UDP, secret, "", "", true, "", false, "");
    }

    private static RadiusClientCreated created() {
        return new RadiusClientCreated("one", 3, udp("10.0.0.1", sealed("k1", SECRET)));
    }

    @Test
    void aMessageAuthenticatorIsRequiredUnlessSomebodySaysOtherwise() {
        fixture.givenNoPriorActivity()
                .when(saved("one", "10.0.0.0/8, 2001:db8::1", SECRET))
                .expectEvents(
                        new RadiusClientCreated("one", 7, udp("10.0.0.0/8, 2001:db8::1", sealed("new-key-1", SECRET))))
                .expectResultMessagePayload(7);
    }

    @Test
    void everythingCanBeGiven() {
        fixture.given(created())
                .when(new SaveRadiusClient(
                        "one",
                        "10.0.0.2",
                        RadiusTransport.UDP,
                        Secret.of("another secret"),
                        "",
                        "",
                        false,
                        "staff",
                        true,
                        "text"))
                .expectEvents(new RadiusClientReconfigured(
                        "one",
                        3,
                        new RadiusClientSettings(
                                "10.0.0.2",
                                RadiusTransport.UDP,
                                sealed("k1", "another secret"),
                                "",
                                "",
                                false,
                                "staff",
                                true,
                                "text")));
    }

    @Test
    void aSecretThatIsNotGivenStays() {
        fixture.given(created())
                .when(saved("one", "10.0.0.2", null))
                .expectEvents(new RadiusClientReconfigured("one", 3, udp("10.0.0.2", sealed("k1", SECRET))));
        fixture.given(created())
                .when(saved("one", "10.0.0.2", "__CENSORED__"))
                .expectEvents(new RadiusClientReconfigured("one", 3, udp("10.0.0.2", sealed("k1", SECRET))));
        assertThat(vault.forgotten()).isEmpty();
    }

    @Test
    void whoProvesNothingIsRefused() {
        fixture.givenNoPriorActivity()
                .when(saved("one", "10.0.0.1", null))
                .expectNoEvents()
                .expectException(refusal(905, "Missing parameter: 'secret'"));
        fixture.givenNoPriorActivity()
                .when(saved("one", null, SECRET))
                .expectException(refusal(905, "Missing parameter: 'address'"));
        fixture.givenNoPriorActivity()
                .when(byTls(null))
                .expectException(refusal(905, "Missing parameter: 'certificates'"));
    }

    @Test
    void aSecretThatCanBeFoundOutIsRefused() {
        String text = "Parameter 'secret' must have from 8 to 95 bytes";
        fixture.givenNoPriorActivity().when(saved("one", "10.0.0.1", "short")).expectException(refusal(905, text));
        fixture.givenNoPriorActivity()
                .when(saved("one", "10.0.0.1", "ä".repeat(48)))
                .expectException(refusal(905, text));
    }

    @Test
    void whatIsNoAddressIsRefused() {
        String text = "Parameter 'address' must be addresses, or ranges such as 10.1.0.0/16, with commas between them";
        for (String address : List.of("vpn.example.com", "10.0.0.1,", "10.0.0.0/33", "10.0.0.1;10.0.0.2")) {
            fixture.givenNoPriorActivity().when(saved("one", address, SECRET)).expectException(refusal(905, text));
        }
    }

    @Test
    void whatIsNoCertificateIsRefused() {
        for (String pem : List.of("none", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")) {
            fixture.givenNoPriorActivity()
                    .when(byTls(pem))
                    .expectException(refusal(905, "Parameter 'certificates' must be certificates in PEM"));
        }
    }

    @Test
    void whatNoColumnTakesIsRefused() {
        fixture.givenNoPriorActivity().when(byTls("x".repeat(20_001))).expectException(tooLong("certificates", 20_000));
        fixture.givenNoPriorActivity()
                .when(new SaveRadiusClient(
                        "one", "10.0.0.1", null, null, null, "x".repeat(256), null, null, null, null))
                .expectException(tooLong("certificate_name", 255));
        fixture.givenNoPriorActivity()
                .when(new SaveRadiusClient(
                        "one", "10.0.0.1", null, null, null, null, null, "x".repeat(250), null, null))
                .expectException(tooLong("realm", 249));
    }
}
