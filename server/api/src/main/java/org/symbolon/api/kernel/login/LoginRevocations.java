package org.symbolon.api.kernel.login;

/** Which log-ins count no more, though they have not ended by themselves. It is asked by every request. */
@FunctionalInterface
public interface LoginRevocations {

    boolean isRevoked(String nonce);
}
