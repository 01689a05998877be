package org.symbolon.store.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.symbolon.command.secret.NativeCrypto;
import org.symbolon.projections.audit.HeadSigner;

/** Signs the newest link of the audit's chain with the server's RSA key (RSASSA-PKCS1-v1_5 with SHA-256, RFC 8017). */
@Component
public final class RsaHeadSigner implements HeadSigner {

    private static final String ALGORITHM = "SHA256withRSA";
    private static final String PREFIX = "rsa_sha256:";

    private final ResponseKeys keys;

    public RsaHeadSigner(ResponseKeys keys) {
        this.keys = keys;
    }

    @Override
    public String sign(String text) {
        try {
            Signature signature = NativeCrypto.signature(ALGORITHM);
            signature.initSign(keys.privateKey());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return PREFIX + HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The head of the audit cannot be signed", e);
        }
    }

    @Override
    public boolean verify(String text, String signed) {
        if (!signed.startsWith(PREFIX)) {
            return false;
        }
        try {
            Signature signature = NativeCrypto.signature(ALGORITHM);
            signature.initVerify(keys.publicKey());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(HexFormat.of().parseHex(signed.substring(PREFIX.length())));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
