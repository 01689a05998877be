package org.symbolon.store.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
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

    /** The rules of who may log in: no trust, no peer, nobody from outside. */
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
        try {
            if (!Files.isDirectory(directory.cluster())) {
                create();
            }
            requireKnownVersion();
            writeAccessRules();
        } catch (IOException e) {
            throw new DatabaseException(
                    "the database in %s cannot be prepared: %s".formatted(directory, FileTrouble.reason(e)), e);
        }
        account.own(directory.cluster());
        postmaster()
                .flatMap(PostmasterFile::disowningStrangers)
                .ifPresent(lines -> account.write(directory.cluster().resolve(PostmasterFile.NAME), lines));
        renewMissingPassword(SUPERUSER, directory.superuserPasswordFile());
        renewMissingPassword(OWNER, directory.passwordFile());
    }

    private void create() throws IOException {
        Path unfinished = directory.unfinishedCluster();
        PostgresBinaries.deleteRecursively(unfinished);
        initialise(unfinished, PostgresPassword.createIn(directory.superuserPasswordFile()));
        createDatabase(unfinished, PostgresPassword.createIn(directory.passwordFile()));
        Files.move(unfinished, directory.cluster());
        try (FileChannel channel = FileChannel.open(directory.path(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Not secret, and for the account to read. */
    private void writeAccessRules() throws IOException {
        Files.writeString(directory.accessRules(), ACCESS_RULES);
        Files.setPosixFilePermissions(directory.accessRules(), PosixFilePermissions.fromString("rw-r--r--"));
    }

    /**
     * Data directories of former versions have one password for both roles, and a restored one may have none. The file gets its name
     * when its password counts, so that a start that was killed is made good by the next.
     */
    private void renewMissingPassword(String role, Path file) {
        if (Files.exists(file)) {
            return;
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        String password = PostgresPassword.createIn(unfinished);
        execute(
                directory.cluster(),
                "alter role %s password '%s'%n".formatted(role, PostgresPassword.verifier(role, password)));
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DatabaseException("%s cannot be written: %s".formatted(file, FileTrouble.reason(e)), e);
        }
    }

    private void initialise(Path cluster, String password) throws IOException {
        Files.createDirectory(cluster);
        Path passwordFile = directory.path().resolve("postgres.password.initial");
        PostgresPassword.write(passwordFile, password);
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
        execute(
                cluster,
                """
                create role %s login password '%s'
                create database %s owner %s
                """
                        .formatted(OWNER, PostgresPassword.verifier(OWNER, password), DATABASE, OWNER));
    }

    /** Without a server, for which nobody needs a password: one statement a line. */
    private void execute(Path cluster, String statements) {
        List<String> command = List.of(
                binaries.program("postgres"),
                "--single",
                "-D",
                cluster.toString(),
                "-c",
                "exit_on_error=on",
                "-c",
                "log_min_error_statement=panic",
                SUPERUSER);
        ExternalProgram.require(account.command(command), statements);
    }

    private void requireKnownVersion() throws IOException {
        String version =
                Files.readString(directory.cluster().resolve("PG_VERSION")).strip();
        if (!version.matches("[0-9.]{1,8}")) {
            throw new DatabaseException(
                    "the database in %s is broken: its file PG_VERSION holds no version".formatted(directory));
        }
        if (!version.equals(MAJOR_VERSION)) {
            throw new DatabaseException(
                    ("the database in %s was made by PostgreSQL %s, and this Symbolon brings %s: start the version of Symbolon that"
                                    + " made it, or restore a dump of it here")
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
                        "hba_file=" + directory.accessRules(),
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
        return new DatabaseAccess(url, OWNER, PostgresPassword.in(directory.passwordFile()));
    }
}
