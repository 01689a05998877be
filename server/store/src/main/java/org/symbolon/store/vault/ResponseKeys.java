package org.symbolon.store.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.symbolon.command.secret.NativeCrypto;
import org.symbolon.command.secret.port.SealBrokenException;

/**
 * The RSA key pair that signs responses and the head of the audit. It is made once for a database and shared by all of
 * its nodes; the private key lies there sealed under the master key.
 */
public final class ResponseKeys {

    private static final String NAME = "response";
    private static final int MODULUS_BITS = 2048;

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private ResponseKeys(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /**
     * The pair of this database, made if there is none yet; nodes that start at once end with the same one.
     *
     * @throws MasterKeyUnusableException if the pair was sealed under another master key
     */
    public static ResponseKeys loadOrCreate(JdbcClient jdbc, MasterKey master, SecureRandom random) {
        AesGcmBox box = box(master, random);
        return find(jdbc, box).orElseGet(() -> {
            insertIfAbsent(jdbc, box);
            return find(jdbc, box).orElseThrow();
        });
    }

    /**
     * Whether there is a pair already.
     *
     * @throws MasterKeyUnusableException if it was sealed under another master key
     */
    static boolean existUnder(JdbcClient jdbc, MasterKey master, SecureRandom random) {
        return find(jdbc, box(master, random)).isPresent();
    }

    /** Seals the private key under a new master key in the current transaction; the pair stays the same. */
    public static void rewrap(JdbcClient jdbc, MasterKey oldMaster, MasterKey newMaster, SecureRandom random) {
        find(jdbc, box(oldMaster, random)).ifPresent(keys -> {
            byte[] plain = keys.privateKey.getEncoded();
            jdbc.sql("update public.signing_key set sealed_private_key = ? where name = ?")
                    .params(box(newMaster, random).seal(plain, associated()), NAME)
                    .update();
        });
    }

    public PrivateKey privateKey() {
        return privateKey;
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    /** The public key for those who verify: PEM, as eduMFA's {@code public.pem}. */
    public String publicPem() {
        Base64.Encoder encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN PUBLIC KEY-----\n"
                + encoder.encodeToString(publicKey.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    @Override
    public String toString() {
        return "ResponseKeys[***]";
    }

    private static Optional<ResponseKeys> find(JdbcClient jdbc, AesGcmBox box) {
        return jdbc.sql("select sealed_private_key from public.signing_key where name = ?")
                .param(NAME)
                .query((row, number) -> open(row.getBytes("sealed_private_key"), box))
                .optional();
    }

    private static void insertIfAbsent(JdbcClient jdbc, AesGcmBox box) {
        KeyPair pair = generate();
        byte[] sealed = box.seal(pair.getPrivate().getEncoded(), associated());
        jdbc.sql("insert into public.signing_key (name, public_key, sealed_private_key) values (?, ?, ?)"
                        + " on conflict (name) do nothing")
                .params(NAME, pair.getPublic().getEncoded(), sealed)
                .update();
    }

    /** The public key is worked out from the private one: who writes to the database could put one of his own beside it. */
    private static ResponseKeys open(byte[] sealedPrivateKey, AesGcmBox box) {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key = (RSAPrivateCrtKey)
                    factory.generatePrivate(new PKCS8EncodedKeySpec(box.open(sealedPrivateKey, associated())));
            return new ResponseKeys(
                    key, factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())));
        } catch (SealBrokenException broken) {
            throw new MasterKeyUnusableException(
                    "The master key does not open the signing key of this database:"
                            + " restore the master.key that belongs to it",
                    broken);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The stored signing key is no RSA key", impossible);
        }
    }

    private static KeyPair generate() {
        return NativeCrypto.rsaPair(MODULUS_BITS, new SecureRandom());
    }

    private static AesGcmBox box(MasterKey master, SecureRandom random) {
        return new AesGcmBox(master.derive("signing keys"), random);
    }

    private static byte[] associated() {
        return NAME.getBytes(StandardCharsets.UTF_8);
    }
}
