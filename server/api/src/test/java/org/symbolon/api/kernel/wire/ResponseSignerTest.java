package org.symbolon.api.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.command.secret.NativeCrypto;

class ResponseSignerTest {

    private static final byte[] TEXT = "{\"a\": 1}".getBytes(StandardCharsets.US_ASCII);
    private static final KeyPair KEYS = keys(2048);

    @Test
    void theJdkVerifiesWhatItSigned() throws GeneralSecurityException {
        assertThat(verifies(KEYS, 222, Optional.empty())).isTrue();
    }

    @Test
    void theJdkVerifiesWhatTheNativeProviderSigned() throws GeneralSecurityException {
        Optional<Provider> provider = NativeCrypto.provider();
        assumeThat(provider).isPresent();
        assertThat(verifies(KEYS, 222, provider)).isTrue();
    }

    @Test
    void theSaltIsAsLongAsTheKeyAllows() throws GeneralSecurityException {
        assertThat(verifies(keys(3072), 350, Optional.empty())).isTrue();
    }

    @Test
    void everySignatureIsAnother() {
        ResponseSigner signer = new ResponseSigner(KEYS.getPrivate(), SignatureMode.ALWAYS);
        assertThat(signer.sign(TEXT)).isNotEqualTo(signer.sign(TEXT));
    }

    @Test
    void modesDecideWhatIsSigned() {
        assertThat(SignatureMode.of("always").signs("")).isTrue();
        assertThat(SignatureMode.of("Nonce").signs("")).isFalse();
        assertThat(SignatureMode.of("nonce").signs("n")).isTrue();
        assertThat(SignatureMode.of("off").signs("n")).isFalse();
        assertThatThrownBy(() -> SignatureMode.of("maybe")).hasMessageContaining("always, nonce or off");
    }

    private static boolean verifies(KeyPair keys, int salt, Optional<Provider> provider)
            throws GeneralSecurityException {
        String text = new ResponseSigner(keys.getPrivate(), SignatureMode.ALWAYS, provider).sign(TEXT);
        assertThat(text).startsWith("rsa_sha256_pss:");
        Signature verifier = Signature.getInstance("RSASSA-PSS", "SunRsaSign");
        verifier.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, salt, 1));
        verifier.initVerify(keys.getPublic());
        verifier.update(TEXT);
        return verifier.verify(HexFormat.of().parseHex(text.substring("rsa_sha256_pss:".length())));
    }

    private static KeyPair keys(int bits) {
        return NativeCrypto.rsaPair(bits, new SecureRandom());
    }
}
