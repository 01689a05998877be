package org.symbolon.store.vault;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SealBrokenException;
import org.symbolon.events.shared.Sealed;

/**
 * How a box is written and what it is bound to. Since the second form ({@code 2.} and base64) its associated data says under which key,
 * whose and what for it was sealed. The first, which had no mark, was bound to its key alone; it is read and never written. Neither
 * opens as the other, whoever takes the mark away or puts it there, for their associated data differ.
 */
final class SealedBox {

    private static final String BOUND = "2.";

    private SealedBox() {}

    static Sealed bound(String key, byte[] box) {
        return new Sealed(key, BOUND + Base64.getEncoder().encodeToString(box));
    }

    /** Nonce, ciphertext and tag. */
    static byte[] bytes(Sealed sealed) {
        String text = sealed.box();
        try {
            return Base64.getDecoder().decode(isBound(sealed) ? text.substring(BOUND.length()) : text);
        } catch (IllegalArgumentException notBase64) {
            throw new SealBrokenException("The sealed box is no base64");
        }
    }

    /** What the box must have been sealed with, if it is what it is asked for. */
    static byte[] associated(Sealed sealed, Binding binding) {
        return isBound(sealed)
                ? associated(sealed.key(), binding)
                : sealed.key().getBytes(StandardCharsets.UTF_8);
    }

    /** Each part has its length before it, so that no two bindings are one text; no key's id begins as it does. */
    static byte[] associated(String key, Binding binding) {
        String owner = binding.owner();
        String purpose = binding.purpose().word();
        String name = binding.name();
        String text = BOUND + key.length() + ":" + key + owner.length() + ":" + owner + purpose.length() + ":" + purpose
                + name.length() + ":" + name;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isBound(Sealed sealed) {
        return sealed.box().startsWith(BOUND);
    }
}
