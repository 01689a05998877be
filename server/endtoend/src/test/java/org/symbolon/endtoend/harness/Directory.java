package org.symbolon.endtoend.harness;

import com.unboundid.ldap.listener.Base64PasswordEncoderOutputFormatter;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.SaltedMessageDigestInMemoryPasswordEncoder;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A directory in memory, UnboundID's, with three people in it, and how a resolver of it is made. */
public final class Directory implements AutoCloseable {

    public static final String PASSWORD = "Secret-of-people";
    public static final String SERVICE_PASSWORD = "Secret-of-service";

    private static final int SALT_BYTES = 4;
    private static final String BASE = "dc=example,dc=org";
    private static final String SERVICE = "cn=service," + BASE;

    private final InMemoryDirectoryServer server;

    private Directory(InMemoryDirectoryServer server) {
        this.server = server;
    }

    public static Directory start() {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
            config.setPasswordEncoders(new SaltedMessageDigestInMemoryPasswordEncoder(
                    "{SSHA}",
                    Base64PasswordEncoderOutputFormatter.getInstance(),
                    MessageDigest.getInstance("SHA-1"),
                    SALT_BYTES,
                    true,
                    true));
            config.addAdditionalBindCredentials(SERVICE, SERVICE_PASSWORD);
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
            server.add("dn: " + BASE, "objectClass: domain", "dc: example");
            add(server, "ada", "Lovelace", "mobile: +44 1", "mobile: +44 2", "mail: ada@example.org");
            add(server, "ben", "Britten", "mail: ben@example.org");
            add(server, "cleo", "Patra", "mail: cleo@example.org");
            server.startListening();
            return new Directory(server);
        } catch (LDAPException | LDIFException | NoSuchAlgorithmException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void add(InMemoryDirectoryServer server, String login, String surname, String... more)
            throws LDAPException, LDIFException {
        String ldif = String.join(
                "\n",
                "dn: uid=" + login + "," + BASE,
                "objectClass: inetOrgPerson",
                "uid: " + login,
                "cn: " + login,
                "sn: " + surname,
                "userPassword: " + PASSWORD);
        server.add((ldif + (more.length == 0 ? "" : "\n" + String.join("\n", more))).split("\n"));
    }

    public String uri() {
        return "ldap://127.0.0.1:" + server.getListenPort();
    }

    /** The parameters of a resolver that finds these people. */
    public static String[] resolver(String servers) {
        return new String[] {
            "type",
            "ldapresolver",
            "LDAPURI",
            servers,
            "LDAPBASE",
            BASE,
            "BINDDN",
            SERVICE,
            "BINDPW",
            SERVICE_PASSWORD,
            "LOGINNAMEATTRIBUTE",
            "uid, sn",
            "LDAPSEARCHFILTER",
            "(uid=*)(objectClass=inetOrgPerson)",
            "USERINFO",
            "{\"surname\": \"sn\", \"givenname\": \"givenName\", \"mobile\": \"mobile\", \"email\": \"mail\", \"password\": \"userPassword\"}",
            "UIDTYPE",
            "DN",
            "TIMEOUT",
            "2",
            "CACHE_TIMEOUT",
            "0",
            "EDITABLE",
            "True",
            "OBJECT_CLASSES",
            "inetOrgPerson",
            "DN_TEMPLATE",
            "cn=<username>,<basedn>"
        };
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
