package org.symbolon.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import java.io.IOException;
import java.net.Socket;

/**
 * A connection to a directory's server.
 *
 * @param socket what is below all encryption: closing it ends every wait
 * @param lastUse in nanoseconds, of the clock that knows no date
 */
record LdapConnection(LdapAddress address, LDAPConnection library, Socket socket, long lastUse) {

    LdapConnection usedNow() {
        return new LdapConnection(address, library, socket, System.nanoTime());
    }

    void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is of no use to anybody any more.
        }
        library.closeWithoutUnbind();
    }
}
