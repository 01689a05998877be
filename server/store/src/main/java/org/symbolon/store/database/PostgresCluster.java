package org.symbolon.store.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of the embedded database: made when they are missing, in a folder that gets its name only when it is
 * complete, and left as the first start configured them, except for what safety depends on.
 */
final class PostgresCluster {
    static final String DATABASE = "symbolon";
    static final String OWNER = "symbolon";
    private static final String SUPERUSER = "postgres";
    private static final String MAJOR_VERSION = "18";

    /** The whole of pg_hba.conf: no trust, no peer, nobody from outside. */
    private static final String ACCESS_RULES =
            """
            # Written at every start of Symbolon.
            host all         all 127.0.0.1/32 scram-sha-256
            host replication all 127.0.0.1/32 scram-sha-256
            """;

    /**
     * First values for postgresql.conf, for two cores with the server beside it; whoever runs Symbolon may change them
     * there.
     */
    private static final List<String> TUNING = List.of(
            // The hot set is small (recent events, tokens, indexes); the rest is left to the system's page cache.
            "shared_buffers=256MB",
            // A pool of 20, its listeners, command lines and an operator's tools.
            "max_connections=100",
            // Page images are the bulk of the log of small commits, and they come after every checkpoint: make few.
            "checkpoint_timeout=15min",
            "max_wal_size=2GB",
            "wal_compression=on",
            // Random reads cost little on the disks of today.
            "random_page_cost=1.1",
            // A read model's query must not take both cores from the log-ins.
            "max_parallel_workers_per_gather=0");

    private final DataDirectory directory;
    private final PostgresBinaries binaries;
    private final PostgresAccount account;

    PostgresCluster(DataDirectory directory, PostgresBinaries binaries, PostgresAccount account) {
        this.directory = directory;
        this.binaries = binaries;
        this.account = account;
    }

    void prepare() {
        account.openTheWayTo(directory, Path.of(binaries.program("postgres")));
        try {
            if (!Files.isDirectory(directory.cluster())) {
                create();
            }
            requireKnownVersion();
            Files.writeString(directory.cluster().resolve("pg_hba.conf"), ACCESS_RULES);
        } catch (IOException e) {
            throw new DatabaseException("the database in %s cannot be prepared: %s".formatted(directory, e), e);
        }
        account.own(directory.cluster());
    }

    private void create() throws IOException {
        Path unfinished = directory.unfinishedCluster();
        PostgresBinaries.deleteRecursively(unfinished);
        String password = PostgresPassword.createIn(directory);
        initialise(unfinished, password);
        createDatabase(unfinished, password);
        Files.move(unfinished, directory.cluster());
        try (FileChannel channel = FileChannel.open(directory.path(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void initialise(Path cluster, String password) throws IOException {
        Files.createDirectory(cluster);
        Path passwordFile = directory.path().resolve("postgres.password.initial");
        Files.deleteIfExists(passwordFile);
        PostgresPassword.writePrivately(passwordFile, password);
        account.own(cluster);
        account.own(passwordFile);
        try {
            ExternalProgram.require(account.command(initialisation(cluster, passwordFile)), "");
        } finally {
            Files.delete(passwordFile);
        }
    }

    private List<String> initialisation(Path cluster, Path passwordFile) {
        // The built-in locale sorts alike on every system and never changes under an index.
        List<String> command = List.of(
                binaries.program("initdb"),
                "--pgdata=" + cluster,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        return Stream.concat(command.stream(), TUNING.stream().map(setting -> "--set=" + setting))
                .toList();
    }

    /** Symbolon owns its database but is no superuser: a flaw in a query must not become a shell. */
    private void createDatabase(Path cluster, String password) {
        List<String> command = List.of(binaries.program("postgres"), "--single", "-D", cluster.toString(), SUPERUSER);
        ExternalProgram.require(
                account.command(command),
                """
                create role %s login password '%s'
                create database %s owner %s
                """
                        .formatted(OWNER, password, DATABASE, OWNER));
    }

    private void requireKnownVersion() throws IOException {
        String version =
                Files.readString(directory.cluster().resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new DatabaseException(
                    "the database in %s was made by PostgreSQL %s, and this Symbolon brings %s: upgrade it first"
                            .formatted(directory, version, MAJOR_VERSION));
        }
    }

    Optional<PostmasterFile> postmaster() {
        return PostmasterFile.of(directory.cluster());
    }

    /** Settings on the command line outrank every file, so no edit and no ALTER SYSTEM can undo what safety needs. */
    List<String> serverCommand(int port) {
        Stream<String> settings = Stream.concat(
                Stream.of(
                        "port=" + port,
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "password_encryption=scram-sha-256",
                        "logging_collector=off",
                        "log_destination=stderr",
                        "log_line_prefix="),
                Durability.REQUIRED.stream().map(setting -> setting + "=on"));
        List<String> server =
                List.of(binaries.program("postgres"), "-D", directory.cluster().toString());
        return account.command(Stream.concat(server.stream(), settings.flatMap(setting -> Stream.of("-c", setting)))
                .toList());
    }

    /** Mode fast ends the sessions and writes a checkpoint; immediate leaves the recovery to the next start. */
    boolean stop(String mode, int seconds) {
        return ExternalProgram.succeeds(account.command(List.of(
                binaries.program("pg_ctl"),
                "stop",
                "-D",
                directory.cluster().toString(),
                "-m",
                mode,
                "-w",
                "-t",
                Integer.toString(seconds))));
    }

    DatabaseAccess access(int port) {
        return access(directory, port);
    }

    static DatabaseAccess access(DataDirectory directory, int port) {
        // Without requireAuth a stranger on the port, while the database restarts, could ask for the plain password.
        String url = "jdbc:postgresql://127.0.0.1:%d/%s?requireAuth=scram-sha-256&ApplicationName=symbolon"
                .formatted(port, DATABASE);
        return new DatabaseAccess(url, OWNER, PostgresPassword.of(directory));
    }
}
