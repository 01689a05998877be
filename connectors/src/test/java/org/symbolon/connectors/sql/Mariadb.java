package org.symbolon.connectors.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.symbolon.connectors.network.Certificates;
import org.symbolon.connectors.network.FreePort;

/** MariaDB's server, as this machine may have it, on loopback with a folder of its own. */
final class Mariadb implements AutoCloseable {

    static final String DATABASE = "people";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final int port;

    private Mariadb(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The program, where there is one, and the one that makes its folder. */
    static Optional<Path> program() {
        return Stream.of("/usr/sbin/mariadbd", "/usr/local/sbin/mariadbd", "/usr/libexec/mariadbd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** One with an empty database. Root needs no password. */
    static Mariadb start(Path program, Path folder, Certificates certificates) throws Exception {
        Path data = folder.resolve("data");
        Path log = folder.resolve("log");
        run(
                log,
                List.of(
                        "mariadb-install-db",
                        "--no-defaults",
                        "--datadir=" + data,
                        "--skip-test-db",
                        "--auth-root-authentication-method=normal",
                        "--user=" + System.getProperty("user.name")));
        Path certificate = Files.writeString(folder.resolve("certificate.pem"), certificates.certificatePem());
        Path key = Files.writeString(folder.resolve("key.pem"), certificates.keyPem());
        int port = FreePort.tcp();
        Process process = begin(
                log,
                List.of(
                        program.toString(),
                        "--no-defaults",
                        "--datadir=" + data,
                        "--socket=" + folder.resolve("socket"),
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--skip-name-resolve",
                        "--ssl-cert=" + certificate,
                        "--ssl-key=" + key,
                        "--innodb-flush-log-at-trx-commit=0",
                        "--innodb-log-file-size=8M",
                        "--pid-file=" + folder.resolve("pid"),
                        "--user=" + System.getProperty("user.name")));
        Mariadb server = new Mariadb(process, port);
        server.awaitReady(log);
        return server;
    }

    private static void run(Path log, List<String> command) throws Exception {
        Process process = begin(log, command);
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(command.get(0) + " failed: " + Files.readString(log));
        }
    }

    private static Process begin(Path log, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void awaitReady(Path log) throws Exception {
        long begin = System.nanoTime();
        while (true) {
            try (Connection connection = connect("");
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + DATABASE);
                return;
            } catch (SQLException notYet) {
                boolean late = System.nanoTime() - begin > PATIENCE.toNanos();
                if (late || process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("mariadbd did not start: " + Files.readString(log), notYet);
                }
            }
        }
    }

    /** A connection of root's. */
    Connection connect() throws SQLException {
        return connect(DATABASE);
    }

    private Connection connect(String database) throws SQLException {
        Properties account = new Properties();
        account.setProperty("user", "root");
        return new org.mariadb.jdbc.Driver().connect("jdbc:mariadb://127.0.0.1:" + port + "/" + database, account);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }
}
