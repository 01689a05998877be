package org.symbolon.api.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.secret.NativeCrypto;

/**
 * Signs answers as eduMFA does: RSA-PSS with SHA-256 and the longest salt that the key allows. Setting up a signature
 * object costs a good part of a signature, so they are kept and used again.
 */
public final class ResponseSigner {

    private static final Logger LOG = LoggerFactory.getLogger(ResponseSigner.class);
    private static final byte[] PROBE = "probe".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH_BYTES = 32;

    private final PrivateKey key;
    private final SignatureMode mode;
    private final PSSParameterSpec padding;
    private final Optional<Provider> provider;
    private final Queue<Signature> idle = new ConcurrentLinkedQueue<>();

    public ResponseSigner(PrivateKey key, SignatureMode mode) {
        this(key, mode, NativeCrypto.provider());
    }

    /** For a provider that is known; one that cannot sign with this key is left out. */
    ResponseSigner(PrivateKey key, SignatureMode mode, Optional<Provider> provider) {
        this.key = key;
        this.mode = mode;
        this.padding = padding((RSAKey) key);
        this.provider = provider.filter(this::works);
        LOG.debug(
                "Responses are signed by {}",
                this.provider.map(Provider::getName).orElse("the JDK"));
    }

    private static PSSParameterSpec padding(RSAKey key) {
        int encodedBytes = (key.getModulus().bitLength() + 6) / 8;
        int salt = encodedBytes - HASH_BYTES - 2;
        return new PSSParameterSpec(
                "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, salt, PSSParameterSpec.TRAILER_FIELD_BC);
    }

    private boolean works(Provider candidate) {
        try {
            Signature signature = create(Optional.of(candidate));
            signature.update(PROBE);
            return signature.sign().length > 0;
        } catch (GeneralSecurityException | RuntimeException | LinkageError unusable) {
            LOG.info("{} cannot be used for signing, the JDK does it", candidate.getName());
            return false;
        }
    }

    /** Whether the answer to a request with this nonce, empty for none, is signed. */
    public boolean signs(String nonce) {
        return mode.signs(nonce);
    }

    /** The value of the key {@code signature}. */
    public String sign(byte[] canonical) {
        try {
            Signature signature = idle.poll();
            if (signature == null) {
                signature = create(provider);
            }
            signature.update(canonical);
            String text = "rsa_sha256_pss:" + HexFormat.of().formatHex(signature.sign());
            idle.offer(signature);
            return text;
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("The response cannot be signed", unusable);
        }
    }

    private Signature create(Optional<Provider> from) throws GeneralSecurityException {
        Signature signature = from.isPresent()
                ? Signature.getInstance("RSASSA-PSS", from.get())
                : Signature.getInstance("RSASSA-PSS");
        signature.setParameter(padding);
        signature.initSign(key);
        return signature;
    }
}
