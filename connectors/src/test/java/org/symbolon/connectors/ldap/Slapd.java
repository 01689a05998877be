package org.symbolon.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.symbolon.connectors.network.FreePort;

/** OpenLDAP's server, as this machine may have it, on loopback with a configuration and a database of its own. */
public final class Slapd implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SUFFIX = "dc=example,dc=org";
    private static final String ADMIN = "cn=service," + SUFFIX;

    private final Process process;
    private final int port;
    private final int tlsPort;
    private final String password;

    private Slapd(Process process, int port, int tlsPort, String password) {
        this.process = process;
        this.port = port;
        this.tlsPort = tlsPort;
        this.password = password;
    }

    /** The program, where there is one. */
    public static Optional<Path> program() {
        return Stream.of("/usr/sbin/slapd", "/usr/local/sbin/slapd", "/usr/libexec/slapd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * One with an empty {@code ou=people}, whose service account has this password.
     *
     * @param certificate PEM, for 127.0.0.1 or localhost
     */
    public static Slapd start(Path program, Path folder, String password, String certificate, String key)
            throws Exception {
        int port = FreePort.tcp();
        int tlsPort = FreePort.tcp();
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("certificate.pem"), certificate);
        Files.writeString(folder.resolve("key.pem"), key);
        Files.writeString(folder.resolve("slapd.conf"), configuration(folder, password));
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-d",
                        "0",
                        "-f",
                        folder.resolve("slapd.conf").toString(),
                        "-h",
                        "ldap://127.0.0.1:" + port + " ldaps://127.0.0.1:" + tlsPort)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Slapd server = new Slapd(process, port, tlsPort, password);
        server.awaitReady(log);
        return server;
    }

    private static String configuration(Path folder, String password) {
        return """
                include /etc/ldap/schema/core.schema
                include /etc/ldap/schema/cosine.schema
                include /etc/ldap/schema/inetorgperson.schema
                pidfile @FOLDER@/pid
                argsfile @FOLDER@/args
                modulepath /usr/lib/ldap
                moduleload back_mdb
                TLSCertificateFile @FOLDER@/certificate.pem
                TLSCertificateKeyFile @FOLDER@/key.pem
                database mdb
                maxsize 268435456
                suffix "@SUFFIX@"
                rootdn "@ADMIN@"
                rootpw "@PASSWORD@"
                directory @FOLDER@/data
                dbnosync
                index objectClass,uid,entryUUID eq
                """
                .replace("@FOLDER@", folder.toString())
                .replace("@SUFFIX@", SUFFIX)
                .replace("@ADMIN@", ADMIN)
                .replace("@PASSWORD@", password);
    }

    private void awaitReady(Path log) throws Exception {
        long begin = System.nanoTime();
        while (true) {
            try (LDAPConnection connection = connect()) {
                connection.add(
                        "dn: " + SUFFIX,
                        "objectClass: dcObject",
                        "objectClass: organization",
                        "o: Example",
                        "dc: example");
                connection.add("dn: ou=people," + SUFFIX, "objectClass: organizationalUnit", "ou: people");
                return;
            } catch (LDAPException notYet) {
                boolean late = System.nanoTime() - begin > PATIENCE.toNanos();
                if (late || process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("slapd did not start: " + Files.readString(log), notYet);
                }
            }
        }
    }

    /** A connection of the service account, to put something in. */
    public LDAPConnection connect() throws LDAPException {
        return new LDAPConnection("127.0.0.1", port, ADMIN, password);
    }

    public String uri() {
        return "ldap://127.0.0.1:" + port;
    }

    public String tlsUri() {
        return "ldaps://127.0.0.1:" + tlsPort;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }
}
