package org.symbolon.events.shared;

/**
 * A secret that became unreadable before it became part of an event: AES-256-GCM under the data key that it names.
 * When that data key is deleted, every copy of the secret, in events, backups and read models, is lost for good.
 *
 * @param key id of the data key
 * @param box {@code 2.} and base64 of nonce, ciphertext and tag; without {@code 2.} it is from before seals were bound to whose they
 *     are and what for (docs/adr/0024)
 */
public record Sealed(String key, String box) {}
