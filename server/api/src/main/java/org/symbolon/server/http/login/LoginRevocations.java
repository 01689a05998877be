package org.symbolon.server.http.login;

/** Which log-ins count no more, though they have not ended by themselves. It is asked by every request. */
@FunctionalInterface
public interface LoginRevocations {

    boolean isRevoked(String nonce);
}
