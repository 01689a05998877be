package org.symbolon.command.tokentype.oath;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.events.shared.Secret;

/**
 * What a seed is made of that server and client each make a part of. To make it takes long, by PBKDF2 (RFC 8018).
 *
 * @param server the server's part
 * @param client the client's part in hexadecimal digits
 * @param rounds how long it takes
 * @param bytes how long the seed is
 */
public record SeedParts(Secret server, Secret client, int rounds, int bytes) implements Inquiry.Computed<Secret> {

    @Override
    public Class<Secret> answer() {
        return Secret.class;
    }

    /** The seed. */
    @Override
    public Secret compute() {
        byte[] salt = HexFormat.of().parseHex(client.reveal());
        PBEKeySpec key = new PBEKeySpec(server.reveal().toCharArray(), salt, rounds, bytes * Byte.SIZE);
        try {
            byte[] seed = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                    .generateSecret(key)
                    .getEncoded();
            return Secret.of(HexFormat.of().formatHex(seed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no PBKDF2", e);
        } finally {
            key.clearPassword();
        }
    }
}
