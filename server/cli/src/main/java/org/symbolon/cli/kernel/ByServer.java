package org.symbolon.cli.kernel;

/**
 * A command that a running server can carry out for whoever gives it: what is his it takes from {@link Backend#caller()}, and it writes no
 * files but the server's.
 */
public interface ByServer {

    /** Whether it can as it was given. */
    default boolean isForServer() {
        return true;
    }
}
