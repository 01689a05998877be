package org.symbolon.connectors.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.List;
import org.symbolon.command.resolver.port.UserStoreType.TestResult;
import org.symbolon.connectors.parameters.StoreParameters;

/** Tries a configuration out: each server by itself, so that one that is away does not hide behind another. */
final class LdapTrial {

    private final LdapConnectionSettings connection;
    private final LdapUserSettings users;
    private final LdapNetwork network;

    LdapTrial(StoreParameters parameters, LdapNetwork network) {
        this.connection = LdapConnectionSettings.of(parameters);
        this.users = LdapUserSettings.of(parameters);
        this.network = network;
    }

    /** What the servers say; the first trouble is told, whichever has it. */
    TestResult result() {
        TestResult result = new TestResult(false, "");
        for (LdapAddress server : connection.servers()) {
            result = result(server);
            if (!result.success()) {
                return result;
            }
        }
        return result;
    }

    private TestResult result(LdapAddress server) {
        LdapSearch search = new LdapSearch(users.base().toString(), users.scope(), users.filter(), users.requested());
        try (LdapServers servers = new LdapServers(connection.of(server), network)) {
            return told(servers.ask(library -> search.first(users.sizeLimit(), library)));
        } catch (LDAPException failed) {
            return new TestResult(false, server.failure(LdapFailures.of(failed)).getMessage());
        } catch (LdapTroubleException trouble) {
            return new TestResult(false, trouble.getMessage());
        }
    }

    private TestResult told(List<SearchResultEntry> found) {
        long sound = found.stream().filter(this::isUser).count();
        if (sound == found.size()) {
            return new TestResult(true, "Your LDAP config seems to be OK, %d user objects found.".formatted(sound));
        }
        return new TestResult(
                false,
                "Your LDAP config found %d user objects, but only %d with the specified uidtype"
                        .formatted(found.size(), sound));
    }

    private boolean isUser(Entry entry) {
        return users.idIsDn() || entry.hasAttribute(users.idAttribute());
    }
}
