package org.symbolon.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.List;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.events.shared.Secret;

/** A directory as user stores ask it: what it says wrong or not at all is the port's one exception. */
final class LdapDirectory implements AutoCloseable {

    /** No directory takes longer ones, and some end the connection over them. */
    private static final int LONGEST_PASSWORD = 4096;

    private final LdapServers servers;

    LdapDirectory(LdapServers servers) {
        this.servers = servers;
    }

    /** The entries that a search finds, this many at most; none where there is nothing at its base. */
    List<SearchResultEntry> find(LdapSearch search, int most) {
        try {
            return servers.ask(connection -> search.first(most, connection));
        } catch (LDAPException failed) {
            if (failed.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                return List.of();
            }
            throw unavailable(failed);
        } catch (LdapTroubleException away) {
            throw unavailable(away);
        }
    }

    /** Has something changed; the directory's refusal comes as it is. */
    void change(LdapQuestion<?> change) throws LDAPException {
        try {
            servers.change(change);
        } catch (LdapTroubleException away) {
            throw unavailable(away);
        }
    }

    /** Whether the directory lets somebody in with this password. An empty one is never tried: to some it means nobody, who may come in. */
    boolean letsIn(String dn, Secret password) {
        int length = password.utf8().length;
        if (length == 0 || length > LONGEST_PASSWORD || dn.isEmpty()) {
            return false;
        }
        try {
            return servers.bind(connection -> connection.bind(dn, password.reveal()))
                    .getResultCode()
                    .equals(ResultCode.SUCCESS);
        } catch (LDAPException refused) {
            if (refused.getResultCode().equals(ResultCode.BUSY)
                    || refused.getResultCode().equals(ResultCode.UNAVAILABLE)) {
                throw unavailable(refused);
            }
            return false;
        } catch (LdapTroubleException away) {
            throw unavailable(away);
        }
    }

    private static UserStoreUnavailableException unavailable(LdapTroubleException away) {
        return new UserStoreUnavailableException(away.getMessage(), null);
    }

    private UserStoreUnavailableException unavailable(LDAPException failed) {
        return new UserStoreUnavailableException("The directory at " + servers + " " + LdapFailures.of(failed), null);
    }

    @Override
    public void close() {
        servers.close();
    }

    @Override
    public String toString() {
        return servers.toString();
    }
}
