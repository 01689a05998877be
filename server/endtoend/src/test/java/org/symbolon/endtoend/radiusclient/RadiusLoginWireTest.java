package org.symbolon.endtoend.radiusclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.connectors.radiusclient.SoftCertificates;
import org.symbolon.connectors.radiusclient.SoftGateway;
import org.symbolon.connectors.radiusclient.SoftPacket;
import org.symbolon.connectors.radiusclient.SoftPacket.Answer;
import org.symbolon.connectors.radiusclient.SoftProxy;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.RadiusPorts;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.WireTest;

/** Log-ins that come by RADIUS, decided as any other: with tokens, challenges, realms and policies. */
@WireTest
class RadiusLoginWireTest {

    private static final String REALM = "radiuslogins";
    private static final String HERE = "127.0.77.1";
    private static final String PIN = "p+n %41 ü";

    private final Device device = Device.withDistinctValues(new SplittableRandom(), 10);
    private RadiusTenant radius;
    private SoftGateway gateway;
    private PoliciesInUse policies;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        radius = RadiusTenant.create(server, REALM, folder, 20);
        gateway = radius.gateway("logins-vpn", HERE, "realm", REALM);
        policies = new PoliciesInUse(radius.admin(), "radiuslogins");
    }

    @AfterEach
    void endPolicies() {
        policies.end();
    }

    @AfterAll
    void close() {
        gateway.close();
    }

    /** Sent in a body, a blank and a percent sign are as they are. */
    private void hotp(String serial, String user) {
        radius.tenant().enrol(serial, user, "otpkey", device.seed(), "pin", "p+n %2541 ü");
    }

    private Answer ask(String user, String password) {
        return gateway.ask(radius.request(user, password));
    }

    @Test
    void whoeverIsRightIsAcceptedAndTheAuditSaysSo() {
        hotp("RADIUS1", "user1");

        assertThat(ask("user1", PIN + device.otp(0)).isAccept()).isTrue();
        assertThat(ask("user1", PIN + device.otp(0)).message()).isEqualTo("wrong otp value. previous otp used again");
        assertThat(ask("user1", "wrong" + device.otp(1)).message()).isEqualTo("wrong otp pin");
        assertThat(ask("nobody", "x").isReject()).isTrue();

        assertThat(radius.audited("user1")).hasSize(3);
        assertThat(radius.audited("user1").get(2))
                .containsEntry("success", 1)
                .containsEntry("serial", "RADIUS1")
                .containsEntry("realm", REALM)
                .containsEntry("client", HERE);
    }

    @Test
    void whatComesAgainUsesNothingUp() {
        hotp("RADIUS2", "user2");
        SoftPacket request = radius.request("user2", PIN + device.otp(0));

        assertThat(gateway.ask(request).isAccept()).isTrue();
        assertThat(gateway.ask(request).isAccept()).isTrue();
        assertThat(radius.audited("user2")).hasSize(1);
        assertThat(ask("user2", PIN + device.otp(0)).isReject()).isTrue();
    }

    @Test
    void theValueIsAskedForWithAState() {
        hotp("RADIUS3", "user3");
        policies.use(
                "authentication",
                "challenge_response=hotp, challenge_text=Wert bitte für {serial}",
                "realm",
                REALM,
                "user",
                "user3");

        Answer asked = ask("user3", PIN);
        assertThat(asked.isChallenge()).isTrue();
        assertThat(asked.message()).startsWith("Wert bitte");
        Answer wrong = gateway.ask(radius.request("user3", "000000").with(24, asked.state()));
        assertThat(wrong.isReject()).isTrue();
        Answer right = gateway.ask(radius.request("user3", device.otp(0)).with(24, asked.state()));
        assertThat(right.isAccept()).isTrue();
        Answer again = gateway.ask(radius.request("user3", device.otp(1)).with(24, asked.state()));
        assertThat(again.isReject()).isTrue();
        assertThat(radius.audited("user3")).hasSize(4);
    }

    @Test
    void aUserIsLookedForInTheRealmThatHeOrElseHisClientNames() {
        hotp("RADIUS4", "user4");
        try (SoftGateway other = radius.gateway("logins-other", "127.0.77.2", "realm", "nosuchrealm")) {
            assertThat(other.ask(radius.request("user4", PIN + device.otp(0))).isReject())
                    .isTrue();
            assertThat(other.ask(radius.request("user4@" + REALM, PIN + device.otp(1)))
                            .isAccept())
                    .isTrue();
        }
        assertThat(ask("user4@" + REALM, PIN + device.otp(2)).isAccept()).isTrue();
        assertThat(ask("user4", PIN + device.otp(3)).isAccept()).isTrue();
    }

    @Test
    @ShowsEffect("authorization/radius_attributes")
    void policiesSayWhatTheGatewayIsTold() {
        hotp("RADIUS5", "user5");
        policies.use(
                "authorization", "radius_attributes=Class=staff 26.9.1=\"priv lvl\"", "realm", REALM, "user", "user5");
        policies.use("authorization", "radius_attributes=Session-Timeout=60", "realm", REALM, "user", "user5");

        Answer accepted = ask("user5", PIN + device.otp(0));
        assertThat(accepted.isAccept()).isTrue();
        assertThat(accepted.all(25)).containsExactly("staff");
        assertThat(accepted.all(26)).containsExactly("\0\0\0\t\u0001\npriv lvl");
        assertThat(accepted.all(27)).containsExactly("\0\0\0<");
        assertThat(ask("user5", PIN + device.otp(0)).all(25)).isEmpty();
    }

    @Test
    void attributesThatCannotBeToldKeepPeopleOutAndTheAuditSaysWhy() {
        hotp("RADIUS6", "user6");
        policies.use("authorization", "radius_attributes=Unheard-Of=1", "realm", REALM, "user", "user6");

        assertThat(ask("user6", PIN + device.otp(0)).isReject()).isTrue();
        assertThat(radius.audited("user6").get(0).get("info").toString()).contains("radius_attributes");
    }

    @Test
    void policiesKnowAGatewayByItsNameAndByWhatItTells() {
        hotp("RADIUS7", "user7");
        String condition = "[[\"HTTP Request header\", \"%s\", \"%s\", \"%s\", true]]";
        policies.use(
                "authorization",
                "authorized=deny_access",
                "realm",
                REALM,
                "user",
                "user7",
                "conditions",
                condition.formatted("NAS-Identifier", "equals", "guests"));
        policies.use(
                "authentication",
                "otppin=none",
                "realm",
                REALM,
                "user",
                "user7",
                "conditions",
                condition.formatted("User-Agent", "equals", "RADIUS/logins-vpn"));

        assertThat(gateway.ask(radius.request("user7", device.otp(0)).with(32, "staff"))
                        .isAccept())
                .isTrue();
        assertThat(gateway.ask(radius.request("user7", device.otp(1)).with(32, "guests"))
                        .isReject())
                .isTrue();
    }

    @Test
    void theAddressOfTheUserCountsWhereItsClientIsBelieved() {
        hotp("RADIUS8", "user8");
        try (SoftGateway other = radius.gateway("logins-caller", "127.0.77.3", "realm", REALM, "caller_address", "1")) {
            SoftPacket request = radius.request("user8", PIN + device.otp(0));
            assertThat(other.ask(request.with(31, "198.51.100.7")).isAccept()).isTrue();
        }
        assertThat(gateway.ask(radius.request("user8", PIN + device.otp(1)).with(31, "198.51.100.8"))
                        .isAccept())
                .isTrue();

        assertThat(radius.audited("user8")).extracting(row -> row.get("client")).containsExactly(HERE, "198.51.100.7");
    }

    @Test
    void otherWaysToProveWhoOneIsAreRefusedAndTheAuditSaysWhy() {
        SoftPacket eap = SoftPacket.request(RadiusTenant.SECRET).user("user9").with(79, new byte[] {2, 7, 0, 5, 1});
        SoftPacket chap = SoftPacket.request(RadiusTenant.SECRET).user("user9").with(3, new byte[17]);
        SoftPacket none = SoftPacket.request(RadiusTenant.SECRET).user("user9");

        assertThat(gateway.ask(eap).all(79)).containsExactly("\u0004\u0007\u0000\u0004");
        assertThat(gateway.ask(chap).isReject()).isTrue();
        assertThat(gateway.ask(none).isReject()).isTrue();
        assertThat(radius.audited("user9"))
                .extracting(row -> row.get("info"))
                .containsExactly(
                        "ERR401: The client sends no password.",
                        "ERR401: Nobody can log in with CHAP or MS-CHAP here: let the client use PAP.",
                        "ERR401: Nobody can log in with EAP here: let the client use PAP.");
    }

    @Test
    void whatNoTextMayHoldIsRefused() {
        SoftPacket nul = SoftPacket.request(RadiusTenant.SECRET).with(32, "a\0b");

        assertThat(gateway.ask(nul.user("user\0").password("x")).message())
                .isEqualTo("ERR905: The request holds a NUL character.");
        assertThat(ask("user9", "a\0b").isReject()).isTrue();
        assertThat(ask("", "x").isReject()).isTrue();
        assertThat(ask("*", "x").isReject()).isTrue();
        assertThat(ask("%", "x").isReject()).isTrue();
    }

    @Test
    void whoeverIsToldNothingSpecificIsNot() {
        hotp("RADIUS10", "user10");
        policies.use("authentication", "hide_specific_error_message", "realm", REALM);

        assertThat(List.of(ask("user10", "wrong"), ask("nobody", "wrong")))
                .extracting(Answer::message)
                .containsOnly("Authentication failed.");
    }

    @Test
    void aPolicyThatWantsApiKeysOfProgramsWantsNoneOfAGatewayThatHasASecret() {
        hotp("RADIUS11", "user11");
        policies.use("authorization", "api_key_required", "realm", REALM, "user", "user11");

        assertThat(radius.tenant().check("user11", PIN + device.otp(0)).status())
                .isEqualTo(403);
        assertThat(ask("user11", PIN + device.otp(0)).isAccept()).isTrue();
    }

    @Test
    void aProxyAsksByTls() throws Exception {
        hotp("RADIUS12", "user12");
        SoftCertificates authority = SoftCertificates.authority("proxies");
        radius.define(
                "logins-proxy",
                "127.0.77.4",
                "transport",
                "tls",
                "certificates",
                authority.pem(),
                "certificate_name",
                "proxy.example.com",
                "realm",
                REALM);
        try (SoftGateway known = radius.gateway("logins-proxied", "127.0.77.5");
                SoftProxy proxy = SoftProxy.at(
                        "127.0.77.4",
                        radius.tlsPort(),
                        authority.client("proxy.example.com").trusting(RadiusPorts.AUTHORITY))) {
            assertThat(known).isNotNull();
            assertThat(proxy.ask(SoftPacket.request(SoftProxy.SECRET)
                                    .user("user12")
                                    .password(PIN + device.otp(0))
                                    .with(33, "passed on"))
                            .all(33))
                    .containsExactly("passed on");
        }
        assertThat(radius.audited("user12")).hasSize(1);
        assertThat(radius.audited("user12").get(0)).containsEntry("success", 1);
    }
}
