package org.symbolon.connectors.trustanchors;

import static org.assertj.core.api.Assertions.assertThat;

import com.webauthn4j.test.TestAttestationUtil;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.connectors.trustanchors.TrustedMakers.Model;

/** Metadata of devices, in the two forms in which it is published. */
class PublishedModelsTest {

    private static final String STATEMENT =
            """
            {"description": "A key", "aaguid": "0132d110-bf4e-4208-a403-ab4f5f12efe5", "authenticatorVersion": 1,
             "protocolFamily": "fido2", "schema": 3, "upv": [{"major": 1, "minor": 0}],
             "authenticationAlgorithms": ["secp256r1_ecdsa_sha256_raw"], "publicKeyAlgAndEncodings": ["cose"],
             "attestationTypes": ["basic_full"], "userVerificationDetails": [[{"userVerificationMethod": "none"}]],
             "keyProtection": ["hardware"], "matcherProtection": ["on_chip"], "attachmentHint": ["external"],
             "tcDisplay": [], "attestationRootCertificates": ["%s"]}
            """;

    @TempDir
    private Path folder;

    private static X509Certificate root() {
        return TestAttestationUtil.load3tierTestRootCACertificate();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String statement() throws Exception {
        return STATEMENT.formatted(base64(root().getEncoded()));
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    /** The list as the FIDO Alliance signs it, with one model of this state. */
    static String list(String state) throws Exception {
        X509Certificate signer = TestAttestationUtil.load3tierTestAuthenticatorAttestationCertificate();
        String header = "{\"alg\": \"ES256\", \"typ\": \"JWT\", \"x5c\": [\"" + base64(signer.getEncoded()) + "\"]}";
        String payload = "{\"legalHeader\": \"\", \"no\": 1, \"nextUpdate\": \"2027-01-01\", \"entries\": [{\"aaguid\":"
                + " \"0132d110-bf4e-4208-a403-ab4f5f12efe5\", \"timeOfLastStatusChange\": \"2026-01-01\","
                + " \"statusReports\": [{\"status\": \"FIDO_CERTIFIED\"}, {\"status\": \"" + state + "\"}],"
                + " \"metadataStatement\": " + statement() + "}]}";
        String signed = encoded(header) + "." + encoded(payload);
        return signed + "." + signature(signed, TestAttestationUtil.load3tierTestAuthenticatorAttestationPrivateKey());
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(String signed, PrivateKey key) throws Exception {
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key);
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static Model model(boolean withdrawn) {
        return new Model(Set.of("0132d110bf4e4208a403ab4f5f12efe5"), Set.of(), List.of(root()), withdrawn);
    }

    @Test
    void aStatementSaysUnderWhichCertificatesTheDevicesOfAModelAre() throws Exception {
        file("key.json", statement());

        assertThat(TrustAnchorFolder.read(folder.toString()).models()).containsExactly(model(false));
    }

    @Test
    void aSignedListSaysWhichModelsAreWithdrawn() throws Exception {
        assertThat(new PublishedModels().in(file("sound.jwt", list("UPDATE_AVAILABLE"))))
                .containsExactly(model(false));
        assertThat(new PublishedModels().in(file("revoked.jwt", list("REVOKED"))))
                .containsExactly(model(true));
    }

    @Test
    void aListThatIsSignedWronglySaysNothing() throws Exception {
        String list = list("UPDATE_AVAILABLE");
        String[] parts = list.split("\\.", -1);
        String other = parts[0] + "." + parts[1] + "."
                + signature("other", TestAttestationUtil.load3tierTestAuthenticatorAttestationPrivateKey());

        assertThat(new PublishedModels().in(file("forged.jwt", other))).isEmpty();
    }

    @Test
    void whatIsNoMetadataIsPassedOver() throws Exception {
        assertThat(new PublishedModels().in(file("none.json", "[]"))).isEmpty();
        assertThat(new PublishedModels().in(file("none.jwt", "a.b.c"))).isEmpty();
        assertThat(new PublishedModels().in(file("text.jwt", "text"))).isEmpty();
    }
}
