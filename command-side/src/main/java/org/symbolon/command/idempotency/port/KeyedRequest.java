package org.symbolon.command.idempotency.port;

/**
 * A request that is to be done once.
 *
 * @param caller who sends it
 * @param key how he calls it, and where he sends it: with the caller, what no other request has
 * @param content a digest of what it says, which the same request has again
 */
public record KeyedRequest(String caller, String key, String content) {

    /** Shows nothing: the key is the caller's own affair. */
    @Override
    public String toString() {
        return "KeyedRequest";
    }
}
