package org.symbolon.command.tokentype.webauthn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.webauthn.OwnTokens.Owned;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;

/** Both steps by which a device becomes a token. */
class WebauthnEnrolmentTest {

    private final WebauthnRounds rounds = new WebauthnRounds();

    private static SoftDevice device() {
        return SoftDevice.of(-7, "a1b2c3d4");
    }

    private EnrolmentStep enrol(SoftDevice device, String... more) {
        EnrolmentStep first = rounds.first();
        return rounds.second(first, device.make(WebauthnRounds.nonce(first)), more);
    }

    private static void assertRefused(Runnable enrolment) {
        assertThatThrownBy(enrolment::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(404);
            assertThat(refusal).hasMessage("Could not enroll webauthn token!");
        });
    }

    @Test
    void theFirstStepTellsTheBrowserWhatItNeeds() {
        EnrolmentStep first = rounds.first();

        assertThat(first.rolloutState()).isEqualTo("clientwait");
        assertThat(first.paused()).isFalse();
        assertThat(first.within()).isEqualTo("webAuthnRegisterRequest");
        assertThat(first.question().message()).isEqualTo("Please confirm with your WebAuthn token");
        assertThat(first.question().challenge()).matches("[0-9a-f]{64}");
        assertThat(first.question().attributes())
                .isEqualTo(Map.of(
                        "nonce",
                        WebauthnRounds.encoded(first.question().challenge()),
                        "relyingParty",
                        Map.of("id", "example.com", "name", "Example"),
                        "serialNumber",
                        WebauthnRounds.SERIAL,
                        "pubKeyCredAlgorithms",
                        List.of(Map.of("alg", -7L, "type", "public-key"), Map.of("alg", -37L, "type", "public-key")),
                        "name",
                        "cornelius",
                        "displayName",
                        "Cornelius Kölbel (cornelius)",
                        "authenticatorSelection",
                        Map.of("userVerification", "preferred", "residentKey", "preferred"),
                        "timeout",
                        60_000,
                        "attestation",
                        "direct"));
    }

    @Test
    void policiesSayWhatTheDeviceMustBeLike() {
        rounds.terms.put("webauthn_authenticator_attachment", "platform");
        rounds.terms.put("webauthn_resident_key", "required");
        rounds.terms.put("webauthn_public_key_credential_algorithms", "rsassa-pkcs1v1_5 ecdsa");
        rounds.terms.put("webauthn_authenticator_selection_list", SoftDevice.MODEL);
        rounds.terms.put("webauthn_tokenlabel", "{user}@{realm}");

        Map<String, Object> options = rounds.first().question().attributes();

        assertThat(options.get("authenticatorSelection"))
                .isEqualTo(Map.of(
                        "userVerification",
                        "preferred",
                        "residentKey",
                        "required",
                        "authenticatorAttachment",
                        "platform"));
        assertThat(options.get("pubKeyCredAlgorithms").toString()).matches(".*-7.*-257.*");
        assertThat(options.get("authenticatorSelectionList")).isEqualTo(List.of(SoftDevice.MODEL));
        assertThat(options.get("displayName")).isEqualTo("cornelius@realm");
    }

    @Test
    void devicesThatSomebodyHasAlreadyAreNamedWherePoliciesWantIt() {
        rounds.terms.put("webauthn_avoid_double_registration", "1");
        OwnTokens asked = new OwnTokens(WebauthnRounds.OWNER, Set.of("webauthn"));
        assertThat(rounds.type.gather(rounds.request(Map.of(), Optional.empty())))
                .contains(asked);
        TokenView other = WebauthnRounds.token(Secret.of("a1b2c3d4"), TypeState.EMPTY);
        rounds.gathered = Gathered.of(asked, new OwnTokens.Found(List.of(new Owned("webauthn", other))));

        assertThat(rounds.first().question().attributes().get("excludeCredentials"))
                .isEqualTo(List.of(Map.of(
                        "id",
                        "obLD1A",
                        "type",
                        "public-key",
                        "transports",
                        List.of("usb", "ble", "nfc", "internal", "hybrid"))));
    }

    @Test
    void nothingGoesWithoutADomainOfAnybody() {
        rounds.owner = Optional.empty();
        assertThatThrownBy(rounds::first).hasMessage("Missing parameter: 'user'");

        rounds.terms.put("webauthn_relying_party_id", "https://example.com");
        assertThatThrownBy(rounds::first)
                .hasMessage("Illegal value for webauthn_relying_party_id (must be a domain name).");
        rounds.terms.remove("webauthn_relying_party_name");
        assertThatThrownBy(rounds::first)
                .hasMessage("Missing enrollment policy for WebauthnToken: webauthn_relying_party_name");
        rounds.terms.remove("webauthn_relying_party_id");
        assertThatThrownBy(rounds::first)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(303))
                .hasMessage("Missing enrollment policy for WebauthnToken: webauthn_relying_party_id");
    }

    @ParameterizedTest
    @ValueSource(longs = {-7, -37, -257})
    void theSecondStepKeepsTheKeyOfEachAlgorithm(long algorithm) {
        EnrolmentStep enrolled = enrol(SoftDevice.of(algorithm, "a1b2"));

        assertThat(enrolled.rolloutState()).isEmpty();
        assertThat(enrolled.secret().reveal()).isEqualTo("a1b2");
        assertThat(enrolled.unique().value()).isEqualTo("a1b2");
        assertThat(enrolled.state().count()).isEqualTo(1);
        assertThat(enrolled.state().text("pubKey").orElseThrow()).matches("([0-9a-f]{2})+");
    }

    @Test
    void theSecondStepShowsWhatIsKnownOfTheDevice() {
        EnrolmentStep enrolled = enrol(device());

        Map<String, Object> entries = new HashMap<>(enrolled.state().entries());
        entries.remove("pubKey");
        entries.values().removeIf(Objects::isNull);
        assertThat(entries)
                .isEqualTo(Map.of(
                        "origin", "https://login.example.com",
                        "attestation_level", "untrusted",
                        "aaguid", SoftDevice.MODEL.replace("-", ""),
                        "relying_party_id", "example.com",
                        "relying_party_name", "Example",
                        "resident_key", "not enough info",
                        "backup-eligible", "no",
                        "backed-up", "no"));
        assertThat(enrolled.disclosures())
                .containsExactly(new Disclosure.Only(
                        Map.of("webAuthnRegisterResponse", Map.of("subject", "Generic WebAuthn Token"))));
        assertThat(enrolled.description()).isEqualTo("Generic WebAuthn Token");
    }

    @Test
    void aTokenIsCalledAfterWhatIsKnownOfItsKey() {
        SoftDevice synced = device();
        synced.flags |= (byte) 0x18;
        SoftDevice syncable = device();
        syncable.flags |= (byte) 0x08;

        assertThat(enrol(device(), "registrationclientextensions", "{\"credProps\":{\"rk\":true}}")
                        .description())
                .isEqualTo("Passkey (WebAuthn Discoverable Credential)");
        assertThat(enrol(syncable).description()).isEqualTo("Syncable Passkey (WebAuthn Multi-Device Credential)");
        assertThat(enrol(synced).description()).isEqualTo("Synced Passkey (WebAuthn Multi-Device Credential)");
        assertThat(enrol(synced).state().text("backed-up")).contains("yes");
        assertThat(enrol(synced, "description", "Mine").description()).isEqualTo("Mine");
    }

    @Test
    void aChallengeThatIsGoneFinishesNothing() {
        Map<String, String> made = device().make("AAAA");

        assertThatThrownBy(() -> rounds.type.enrol(rounds.request(made, Optional.empty())))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(404))
                .hasMessage("The enrollment challenge does not exist or has timed out for " + WebauthnRounds.SERIAL);
    }

    @Test
    void whatABrowserHasToSayMustBeThere() {
        EnrolmentStep first = rounds.first();

        assertThatThrownBy(() -> rounds.second(first, Map.of("regdata", "AAAA")))
                .hasMessage("Missing parameter: 'clientdata'");
        assertThatThrownBy(() -> rounds.second(first, Map.of("clientdata", "AAAA")))
                .hasMessage("Missing parameter: 'regdata'");
        assertThatThrownBy(() -> rounds.second(first, device().make(WebauthnRounds.nonce(first)), "Origin", ""))
                .hasMessage("Missing parameter: 'Origin'");
    }

    private void assertRefusedWith(Consumer<SoftDevice> change) {
        SoftDevice device = device();
        change.accept(device);
        assertRefused(() -> enrol(device));
    }

    @Test
    void aKeyIsNotBelievedThatWasMadeOtherwiseThanAsked() {
        assertRefusedWith(other -> other.origin = "https://login.example.org");
        assertRefusedWith(other -> other.domain = "example.org");
        assertRefusedWith(untouched -> untouched.flags = 0);
        assertRefused(() -> rounds.second(rounds.first(), device().make("AAAAAAAAAAAAAAAAAAAAAA")));
        EnrolmentStep first = rounds.first();
        Map<String, String> mixed = new HashMap<>(device().make(WebauthnRounds.nonce(first)));
        mixed.put("regdata", "AAAA");
        assertRefused(() -> rounds.second(first, mixed));
        assertRefused(() -> rounds.second(first, Map.of("clientdata", "e30", "regdata", "o2Nmb")));
    }

    @Test
    void keysOfOtherSizesCannotBeEnrolled() {
        assertRefused(() -> enrol(SoftDevice.of(-257, 1024, "a1b2")));
        assertRefused(() -> enrol(SoftDevice.of(-257, 3072, "a1b2")));
    }

    @Test
    void whoMustBeVerifiedIsNotEnrolledUnlessHeIs() {
        rounds.terms.put("webauthn_user_verification_requirement", "required");

        assertRefused(() -> enrol(device()));
        assertThat(enrol(device().verifying()).secret().reveal()).isEqualTo("a1b2c3d4");
    }

    @Test
    void whatABrowserMayNotSayBesideEnrolsNothing() {
        assertRefused(() -> enrol(device(), "registrationclientextensions", "{\"uvm\":true}"));
    }

    @Test
    void aModelOrCertificateThatIsNotAllowedIsRefused() {
        rounds.terms.put("webauthn_authenticator_selection_list", "00000000000000000000000000000001");
        assertThatThrownBy(() -> enrol(device()))
                .hasMessage("The WebAuthn token is not allowed to be registered due to a policy restriction.");
        rounds.terms.put("webauthn_authenticator_selection_list", SoftDevice.MODEL);
        assertThat(enrol(device()).secret().reveal()).isEqualTo("a1b2c3d4");
        rounds.terms.put("webauthn_req", "subject/.*Yubico.*/");
        assertThatThrownBy(() -> enrol(device()))
                .hasMessage("The WebAuthn token is not allowed to be registered due to a policy restriction.");
    }
}
