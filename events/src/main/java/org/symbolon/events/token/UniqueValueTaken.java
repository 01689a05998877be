package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/**
 * A token has something from now on that no other may have, as long as that token is there.
 *
 * @param kind what it is, such as the id of a key
 * @param hash of it, with SHA-256, in hexadecimal digits
 */
@EventName("UniqueValueTaken")
@Revision("1")
public record UniqueValueTaken(String kind, String hash, String serial, int tokenId) implements UniqueValueEvent {}
