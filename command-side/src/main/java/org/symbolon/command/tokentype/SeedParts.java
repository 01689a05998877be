package org.symbolon.command.tokentype;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.symbolon.command.secret.Secret;

/**
 * What a seed is made of that server and client each make a part of. To make it takes long, by PBKDF2 (RFC 8018), so it is done
 * before a command is sent.
 *
 * @param server the server's part
 * @param client the client's part in hexadecimal digits
 * @param rounds how long it takes
 * @param bytes how long the seed is
 */
public record SeedParts(Secret server, Secret client, int rounds, int bytes) {

    /** A seed, and of what it was made. */
    public record Made(SeedParts parts, Secret seed) {}

    public Made together() {
        byte[] salt = HexFormat.of().parseHex(client.reveal());
        PBEKeySpec key = new PBEKeySpec(server.reveal().toCharArray(), salt, rounds, bytes * Byte.SIZE);
        try {
            byte[] seed = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                    .generateSecret(key)
                    .getEncoded();
            return new Made(this, Secret.of(HexFormat.of().formatHex(seed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no PBKDF2", e);
        } finally {
            key.clearPassword();
        }
    }
}
