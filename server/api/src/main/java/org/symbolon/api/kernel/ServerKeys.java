package org.symbolon.api.kernel;

import java.security.PrivateKey;

/** The two keys that the edge signs with, from wherever the server keeps them. */
public interface ServerKeys {

    /** RSA; signs the answers. */
    PrivateKey responseKey();

    /** The secret that log-in tokens are signed with; at least one byte, 32 or more for safety. */
    byte[] loginTokenKey();
}
