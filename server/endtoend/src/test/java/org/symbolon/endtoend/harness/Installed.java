package org.symbolon.endtoend.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.util.FileSystemUtils;
import org.symbolon.cli.admin.Administrators;
import org.symbolon.store.database.DatabaseAccess;

/**
 * What a first start leaves behind: a database with its tables and keys, and one administrator. A first start takes a second for the
 * keys alone, so that one is made for all tests of this process, and they get copies.
 */
final class Installed {

    private static final String NAME = "installed";
    private static final Installed MODEL = new Installed();

    private final Path masterKey;

    private Installed() {
        try {
            Path data = Files.createTempDirectory("symbolon-installed");
            try (InProcessServer server = InProcessServer.start(data, InProcessServer.createDatabase(NAME, ""))) {
                server.bean(Administrators.class).add(InProcessServer.ADMIN, InProcessServer.ADMIN_PASSWORD, "");
            }
            masterKey = Files.createTempFile("symbolon", ServerProcess.KEY);
            copyKey(data.resolve(ServerProcess.KEY), masterKey);
            masterKey.toFile().deleteOnExit();
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A database as after a first start with the data folder, where the master key is put. */
    static DatabaseAccess in(Path data) {
        try {
            Files.createDirectories(data);
            copyKey(MODEL.masterKey, data.resolve(ServerProcess.KEY));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return InProcessServer.newDatabase("template " + NAME);
    }

    private static void copyKey(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
    }
}
