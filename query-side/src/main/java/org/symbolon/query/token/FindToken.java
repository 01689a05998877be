package org.symbolon.query.token;

/**
 * How is the token with this serial?
 *
 * @param upToDate whether it is worth waiting for what log-ins have just changed; inside a command nobody may wait
 */
public record FindToken(String serial, boolean upToDate) {}
