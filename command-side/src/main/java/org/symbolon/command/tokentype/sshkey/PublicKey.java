package org.symbolon.command.tokentype.sshkey;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;

/**
 * A public key as {@code authorized_keys} has it on a line (sshd(8)): its type, itself in base64 (RFC 4253 section 6.6), perhaps a comment.
 */
record PublicKey(String type, String base64, String comment) {

    private static final Set<String> TYPES = Set.of(
            "ssh-rsa",
            "ssh-ed25519",
            "ecdsa-sha2-nistp256",
            "sk-ecdsa-sha2-nistp256@openssh.com",
            "sk-ssh-ed25519@openssh.com");
    private static final int LONGEST_LINE = 4096;
    private static final int PARTS = 3;

    /**
     * The key of a line.
     *
     * @throws Refusal 301 if its type is not supported, or it is no key of that type; 905 if it is more than a line, or too long
     */
    static PublicKey in(String line) {
        Limits.check("sshkey", line, LONGEST_LINE);
        if (line.strip().codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.parameter("Parameter 'sshkey' must be one line");
        }
        String[] parts = line.strip().split(" +", PARTS);
        if (!TYPES.contains(parts[0])) {
            throw Refusal.tokenAdmin("The keytype you specified is not supported.");
        }
        if (parts.length < 2) {
            throw Refusal.tokenAdmin("Missing key.");
        }
        if (!isOfType(parts[0], parts[1])) {
            throw Refusal.tokenAdmin("The key is none of the type " + parts[0] + ".");
        }
        String comment = parts.length == PARTS ? parts[2] : "";
        return new PublicKey(parts[0], parts[1], Limits.check("sshkey", comment, Limits.TEXT));
    }

    /** A key begins with the name of its type, once more. */
    private static boolean isOfType(String type, String base64) {
        try {
            ByteBuffer key = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            int length = key.getInt();
            if (length != type.length()) {
                return false;
            }
            byte[] name = new byte[length];
            key.get(name);
            return key.hasRemaining() && type.equals(new String(name, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException | BufferUnderflowException malformed) {
            return false;
        }
    }

    String line() {
        return comment.isEmpty() ? type + " " + base64 : type + " " + base64 + " " + comment;
    }
}
