package org.symbolon.command.tokentype.webauthn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticatorAttestationResponse;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.CertificateBaseAttestationStatement;
import com.webauthn4j.data.attestation.statement.PackedAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.test.EmulatorUtil;
import com.webauthn4j.test.client.ClientPlatform;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.webauthn.TrustAnchors.Model;

/** How devices prove their make, and how far that is wanted. The devices are those of the library. */
class WebauthnAttestationTest {

    private static final AttestationObjectConverter OBJECTS = new AttestationObjectConverter(new ObjectConverter());

    private final WebauthnRounds rounds = new WebauthnRounds();

    private static ClientPlatform packed() {
        return EmulatorUtil.createClientPlatform(EmulatorUtil.PACKED_AUTHENTICATOR);
    }

    private static ClientPlatform fidoU2f() {
        return EmulatorUtil.createClientPlatform(EmulatorUtil.FIDO_U2F_AUTHENTICATOR);
    }

    private static byte[] attestation(ClientPlatform client, String nonce) {
        return response(client, nonce).getAttestationObject();
    }

    private static AuthenticatorAttestationResponse response(ClientPlatform client, String nonce) {
        client.setOrigin(new Origin("https://login.example.com"));
        PublicKeyCredentialCreationOptions options = new PublicKeyCredentialCreationOptions(
                new PublicKeyCredentialRpEntity("example.com", "Example"),
                new PublicKeyCredentialUserEntity(
                        WebauthnRounds.SERIAL.getBytes(StandardCharsets.UTF_8), "cornelius", "Cornelius"),
                new DefaultChallenge(nonce),
                List.of(new PublicKeyCredentialParameters(
                        PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256)),
                null,
                List.of(),
                new AuthenticatorSelectionCriteria(
                        null, ResidentKeyRequirement.DISCOURAGED, UserVerificationRequirement.DISCOURAGED),
                AttestationConveyancePreference.DIRECT,
                null);
        return client.create(options).getResponse();
    }

    private static Map<String, String> sent(AuthenticatorAttestationResponse response, byte[] attestation) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return Map.of(
                "clientdata", encoder.encodeToString(response.getClientDataJSON()),
                "regdata", encoder.encodeToString(attestation));
    }

    private EnrolmentStep enrol(ClientPlatform client) {
        EnrolmentStep first = rounds.first();
        AuthenticatorAttestationResponse response = response(client, WebauthnRounds.nonce(first));
        return rounds.second(first, sent(response, response.getAttestationObject()));
    }

    private void assertRefused(ClientPlatform client) {
        assertThatThrownBy(() -> enrol(client))
                .isInstanceOf(Refusal.class)
                .hasMessage("Could not enroll webauthn token!");
    }

    private static List<X509Certificate> chain(ClientPlatform client) {
        AttestationObject made = OBJECTS.convert(attestation(client, "AAAAAAAAAAAAAAAAAAAAAA"));
        CertificateBaseAttestationStatement proof =
                (CertificateBaseAttestationStatement) made.getAttestationStatement();
        return List.copyOf(proof.getX5c());
    }

    @Test
    void certificatesOfBothKindsAreEnoughForAnyProof() {
        for (ClientPlatform client : List.of(packed(), fidoU2f())) {
            EnrolmentStep enrolled = enrol(client);

            assertThat(enrolled.state().text("attestation_subject").orElseThrow())
                    .contains("CN=");
            assertThat(enrolled.state().text("attestation_issuer")).isPresent();
            assertThat(enrolled.state().text("attestation_serial").orElseThrow())
                    .matches("[0-9]+");
            assertThat(enrolled.description()).isNotEqualTo("Generic WebAuthn Token");
        }
    }

    /** Each kind of proof that the standard registers and a device can be made of. */
    static Stream<ClientPlatform> provingDevices() {
        return Stream.of(
                packed(),
                fidoU2f(),
                EmulatorUtil.createClientPlatform(EmulatorUtil.TPM_AUTHENTICATOR),
                EmulatorUtil.createClientPlatform(EmulatorUtil.ANDROID_KEY_AUTHENTICATOR));
    }

    @ParameterizedTest
    @MethodSource("provingDevices")
    void everyKindOfProofIsOne(ClientPlatform client) {
        assertThat(enrol(client).state().text("attestation_level")).contains("untrusted");
        List<X509Certificate> chain = chain(client);
        trust(List.of(chain.get(chain.size() - 1)));
        assertThat(enrol(client).state().text("attestation_level")).contains("trusted");
    }

    @ParameterizedTest
    @MethodSource("provingDevices")
    void aProofOfEveryKindThatIsForgedIsRefusedWhereOneIsWanted(ClientPlatform client) {
        EnrolmentStep first = rounds.first();
        AuthenticatorAttestationResponse response = response(client, WebauthnRounds.nonce(first));
        AuthenticatorAttestationResponse other = response(client, WebauthnRounds.nonce(rounds.first()));
        AttestationObject forged = new AttestationObject(
                OBJECTS.convert(response.getAttestationObject()).getAuthenticatorData(),
                OBJECTS.convert(other.getAttestationObject()).getAttestationStatement());

        assertThatThrownBy(() -> rounds.second(first, sent(response, OBJECTS.convertToBytes(forged))))
                .hasMessage("Could not enroll webauthn token!");
    }

    @Test
    void noProofIsNone() {
        ClientPlatform client = EmulatorUtil.createClientPlatform(EmulatorUtil.NONE_ATTESTATION_AUTHENTICATOR);
        assertRefused(client);
        rounds.terms.put("webauthn_authenticator_attestation_level", "none");
        assertThat(enrol(client).state().text("attestation_level")).contains("none");
    }

    @Test
    void aForgedProofIsRefusedWhereOneIsWanted() {
        EnrolmentStep first = rounds.first();
        AuthenticatorAttestationResponse response = response(packed(), WebauthnRounds.nonce(first));
        AttestationObject made = OBJECTS.convert(response.getAttestationObject());
        PackedAttestationStatement proof = (PackedAttestationStatement) made.getAttestationStatement();
        byte[] signature = proof.getSig().clone();
        signature[signature.length - 1] ^= 1;
        byte[] forged = OBJECTS.convertToBytes(new AttestationObject(
                made.getAuthenticatorData(),
                new PackedAttestationStatement(proof.getAlg(), signature, proof.getX5c())));

        assertThatThrownBy(() -> rounds.second(first, sent(response, forged)))
                .hasMessage("Could not enroll webauthn token!");
        rounds.terms.put("webauthn_authenticator_attestation_level", "none");
        assertThat(rounds.second(first, sent(response, forged)).rolloutState()).isEmpty();
    }

    private void trust(List<X509Certificate> certificates) {
        rounds.terms.put("webauthn_authenticator_attestation_level", "trusted");
        rounds.settings.with("webauthn.trust_anchor_dir", "/anchors");
        rounds.now = Instant.now();
        rounds.gathered = Gathered.of(new TrustAnchors("/anchors"), new TrustAnchors.Anchors(certificates));
    }

    @Test
    void aMakerIsTrustedWhoseCertificateIsKept() {
        List<X509Certificate> chain = chain(packed());
        trust(List.of(chain.get(chain.size() - 1)));

        assertThat(enrol(packed()).state().text("attestation_level")).contains("trusted");
    }

    @Test
    void metadataOfAModelSaysUnderWhomItsDevicesAreAndWhetherTheyStillCount() {
        List<X509Certificate> roots = chain(packed())
                .subList(chain(packed()).size() - 1, chain(packed()).size());
        String model = enrol(packed()).state().text("aaguid").orElseThrow();

        publish(new Model(Set.of(model), Set.of(), roots, false));
        assertThat(enrol(packed()).state().text("attestation_level")).contains("trusted");
        publish(new Model(Set.of("1".repeat(32)), Set.of(), roots, false));
        assertRefused(packed());
        publish(new Model(Set.of(model), Set.of(), roots, true));
        assertRefused(packed());
    }

    @Test
    void metadataKnowsDevicesOfU2fByTheKeysOfTheirCertificates() {
        List<X509Certificate> chain = chain(fidoU2f());
        List<X509Certificate> roots = chain.subList(chain.size() - 1, chain.size());

        publish(new Model(Set.of(), Set.of(KeyIdentifier.of(chain.get(0))), roots, false));
        assertThat(enrol(fidoU2f()).state().text("attestation_level")).contains("trusted");
        publish(new Model(Set.of(), Set.of("00"), roots, false));
        assertRefused(fidoU2f());
    }

    private void publish(Model model) {
        trust(List.of());
        rounds.gathered =
                Gathered.of(new TrustAnchors("/anchors"), new TrustAnchors.Anchors(List.of(), List.of(model)));
    }

    @Test
    void otherMakersAreNot() {
        trust(List.of());
        assertRefused(packed());
        trust(List.of(chain(fidoU2f()).get(0)));
        assertRefused(packed());
        EnrolmentStep first = rounds.first();
        Map<String, String> ownWord = SoftDevice.of(-7, "a1b2").make(WebauthnRounds.nonce(first));
        assertThatThrownBy(() -> rounds.second(first, ownWord)).hasMessage("Could not enroll webauthn token!");
    }

    @Test
    void anchorsAreGatheredOnlyForASecondStepThatNeedsThem() {
        Map<String, String> second = Map.of("regdata", "AAAA", "clientdata", "AAAA");
        assertThat(rounds.type.gather(rounds.request(second, Optional.empty()))).isEmpty();
        trust(List.of());
        assertThat(rounds.type.gather(rounds.request(second, Optional.empty()))).contains(new TrustAnchors("/anchors"));
    }

    @Test
    void policiesSayWhatTheCertificateMustSay() {
        rounds.terms.put("webauthn_req", "subject/CN=/ serial/^[0-9]+$/");
        assertThat(enrol(packed()).rolloutState()).isEmpty();
        for (String required : List.of("issuer/Nobody/", "colour/red/", "subject/(/", "subject")) {
            rounds.terms.put("webauthn_req", required);
            assertThatThrownBy(() -> enrol(packed()))
                    .hasMessage("The WebAuthn token is not allowed to be registered due to a policy restriction.");
        }
    }
}
