package org.symbolon.command.tokentype.webauthn;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.AuthenticatorDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.authenticator.RSACOSEKey;
import com.webauthn4j.data.attestation.statement.AttestationStatement;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.attestation.statement.PackedAttestationStatement;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionAuthenticatorOutput;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import com.webauthn4j.util.MessageDigestUtil;
import com.webauthn4j.util.SignatureUtil;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.symbolon.command.secret.NativeCrypto;

/** A device and the browser in front of it, of which everything can be made wrong. */
public final class SoftDevice {

    public static final String MODEL = "cb69481e-8ff7-4039-93ec-0a2729a154a8";

    private static final ObjectConverter CONVERTER = new ObjectConverter();
    private static final AuthenticatorDataConverter DATA = new AuthenticatorDataConverter(CONVERTER);
    private static final byte PRESENT = AuthenticatorData.BIT_UP;
    private static final byte KEY_ENCLOSED = AuthenticatorData.BIT_AT;

    private final COSEAlgorithmIdentifier algorithm;
    private final KeyPair keys;
    private final COSEKey publicKey;
    private final byte[] id;

    /** What the browser says of the page. */
    public String origin = "https://login.example.com";

    /** For which domain the device takes it. */
    public String domain = "example.com";

    /** How often it says to have signed; it counts where it is not negative. */
    public long counter = 1;

    /** What else it says: that its user is there, who he is, that the key is backed up. */
    public byte flags = PRESENT;

    private SoftDevice(COSEAlgorithmIdentifier algorithm, int bits, byte[] id) throws GeneralSecurityException {
        this.algorithm = algorithm;
        this.id = id;
        if (algorithm.equals(COSEAlgorithmIdentifier.ES256)) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
            publicKey = EC2COSEKey.create((java.security.interfaces.ECPublicKey) keys.getPublic(), algorithm);
        } else {
            keys = NativeCrypto.rsaPair(bits, new SecureRandom());
            publicKey = RSACOSEKey.create((java.security.interfaces.RSAPublicKey) keys.getPublic(), algorithm);
        }
    }

    /** One with a key of this algorithm: -7, -37 or -257. */
    public static SoftDevice of(long algorithm, String hexId) {
        return of(algorithm, 2048, hexId);
    }

    static SoftDevice of(long algorithm, int bits, String hexId) {
        try {
            return new SoftDevice(
                    COSEAlgorithmIdentifier.create(algorithm),
                    bits,
                    HexFormat.of().parseHex(hexId));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Says that it has found out who its user is. */
    public SoftDevice verifying() {
        flags |= AuthenticatorData.BIT_UV;
        return this;
    }

    public String id() {
        return encoded(id);
    }

    /** The parameters by which it makes a key for this challenge and gives its own word for that. */
    public Map<String, String> make(String challenge) {
        byte[] client = clientData("webauthn.create", challenge);
        byte[] data = DATA.convert(made());
        return made(client, new PackedAttestationStatement(algorithm, sign(data, client), null));
    }

    /** The same, but it gives no proof. */
    public Map<String, String> makeUnproven(String challenge) {
        return made(clientData("webauthn.create", challenge), new NoneAttestationStatement());
    }

    private AuthenticatorData<RegistrationExtensionAuthenticatorOutput> made() {
        return new AuthenticatorData<>(
                sha256(domain.getBytes(StandardCharsets.UTF_8)),
                (byte) (flags | KEY_ENCLOSED),
                counter,
                new AttestedCredentialData(new AAGUID(MODEL), id, publicKey));
    }

    private Map<String, String> made(byte[] client, AttestationStatement proof) {
        byte[] attestation =
                new AttestationObjectConverter(CONVERTER).convertToBytes(new AttestationObject(made(), proof));
        return Map.of("clientdata", encoded(client), "regdata", encoded(attestation));
    }

    /** The parameters by which it answers this challenge. */
    public Map<String, String> answer(String challenge) {
        return answer("webauthn.get", challenge);
    }

    Map<String, String> answer(String type, String challenge) {
        counter += counter > 0 ? 1 : 0;
        AuthenticatorData<AuthenticationExtensionAuthenticatorOutput> said =
                new AuthenticatorData<>(sha256(domain.getBytes(StandardCharsets.UTF_8)), flags, counter);
        byte[] data = DATA.convert(said);
        byte[] client = clientData(type, challenge);
        Map<String, String> fields = new HashMap<>();
        fields.put("credentialid", id());
        fields.put("clientdata", encoded(client));
        fields.put("authenticatordata", encoded(data));
        fields.put("signaturedata", encoded(sign(data, client)));
        return fields;
    }

    /** As {@link #make}, as privacyIDEA's clients do: of a challenge whose characters are signed as they stand. */
    public Map<String, String> makePasskey(String challenge) {
        return madePasskey(make(asSigned(challenge)));
    }

    /** The same, but it gives no proof. */
    public Map<String, String> makeUnprovenPasskey(String challenge) {
        return madePasskey(makeUnproven(asSigned(challenge)));
    }

    private Map<String, String> madePasskey(Map<String, String> made) {
        return Map.of(
                "credential_id",
                id(),
                "rawId",
                padded(id),
                "authenticatorAttachment",
                "platform",
                "clientDataJSON",
                made.get("clientdata"),
                "attestationObject",
                made.get("regdata"));
    }

    /** As {@link #answer}, as privacyIDEA's clients do. */
    public Map<String, String> answerPasskey(String challenge) {
        Map<String, String> answer = answer(asSigned(challenge));
        Map<String, String> fields = new HashMap<>();
        fields.put("credential_id", answer.get("credentialid"));
        fields.put("clientDataJSON", answer.get("clientdata"));
        fields.put("authenticatorData", answer.get("authenticatordata"));
        fields.put("signature", answer.get("signaturedata"));
        return fields;
    }

    private static String asSigned(String challenge) {
        return encoded(challenge.getBytes(StandardCharsets.US_ASCII));
    }

    private static String padded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private byte[] clientData(String type, String challenge) {
        String json = "{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                + "\",\"crossOrigin\":false}";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] sign(byte[] data, byte[] client) {
        byte[] hash = sha256(client);
        byte[] signed = ByteBuffer.allocate(data.length + hash.length)
                .put(data)
                .put(hash)
                .array();
        try {
            Signature signature = SignatureUtil.createSignature(algorithm.toSignatureAlgorithm());
            signature.initSign(keys.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        return MessageDigestUtil.createSHA256().digest(bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
