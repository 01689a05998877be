package org.symbolon.connectors.ldap;

import com.unboundid.ldap.listener.Base64PasswordEncoderOutputFormatter;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.SaltedMessageDigestInMemoryPasswordEncoder;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.symbolon.connectors.UserStoreContract.Person;

/** A directory in memory, UnboundID's, with some people in it. */
final class MemoryDirectory implements AutoCloseable {

    private final InMemoryDirectoryServer server;

    private MemoryDirectory(InMemoryDirectoryServer server) {
        this.server = server;
    }

    static MemoryDirectory start(List<Person> people) {
        return start(people, InMemoryListenerConfigs.plain());
    }

    /** One that speaks TLS, from the start or after START_TLS. */
    static MemoryDirectory start(List<Person> people, SSLContext tls, boolean fromTheStart) {
        return start(people, InMemoryListenerConfigs.secured(tls, fromTheStart));
    }

    private static MemoryDirectory start(List<Person> people, InMemoryListenerConfig listener) {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(LdapPeople.BASE);
            config.setListenerConfigs(listener);
            config.addAdditionalBindCredentials(LdapPeople.SERVICE, LdapPeople.SERVICE_PASSWORD);
            config.setPasswordEncoders(new SaltedMessageDigestInMemoryPasswordEncoder(
                    "{SSHA}",
                    Base64PasswordEncoderOutputFormatter.getInstance(),
                    MessageDigest.getInstance("SHA-1"),
                    4,
                    true,
                    true));
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
            server.add("dn: " + LdapPeople.BASE, "objectClass: domain", "dc: example");
            server.add("dn: " + LdapPeople.PEOPLE, "objectClass: organizationalUnit", "ou: people");
            for (Person person : people) {
                server.add(LdapPeople.entry(person));
            }
            server.startListening();
            return new MemoryDirectory(server);
        } catch (LDAPException | LDIFException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    InMemoryDirectoryServer server() {
        return server;
    }

    String uri() {
        return "ldap://127.0.0.1:" + server.getListenPort();
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    /** How it listens. */
    private static final class InMemoryListenerConfigs {

        static InMemoryListenerConfig plain() {
            try {
                return InMemoryListenerConfig.createLDAPConfig("plain");
            } catch (LDAPException failed) {
                throw new IllegalStateException(failed);
            }
        }

        static InMemoryListenerConfig secured(SSLContext tls, boolean fromTheStart) {
            try {
                return fromTheStart
                        ? InMemoryListenerConfig.createLDAPSConfig("tls", 0, tls.getServerSocketFactory())
                        : InMemoryListenerConfig.createLDAPConfig("plain", null, 0, tls.getSocketFactory());
            } catch (LDAPException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
