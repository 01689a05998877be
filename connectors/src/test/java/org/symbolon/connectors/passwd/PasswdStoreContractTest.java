package org.symbolon.connectors.passwd;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.connectors.UserStoreContract;
import org.symbolon.connectors.files.StoreFiles;

class PasswdStoreContractTest extends UserStoreContract {

    @TempDir
    private Path directory;

    @Override
    protected UserStoreType type() {
        return new PasswdStoreType(new StoreFiles(List.of(Path.of("/"))));
    }

    @Override
    protected Map<String, String> configuration() {
        PasswdFile file = new PasswdFile(directory, PasswdFile.ADA, PasswdFile.BEN, PasswdFile.ROOT);
        return Map.of("fileName", file.path().toString());
    }

    @Override
    protected Map<String, String> unreachable() {
        return Map.of("fileName", directory.resolve("nowhere").toString());
    }

    @Override
    protected Set<String> searchable() {
        return Set.of("username", "email", "description");
    }

    @Override
    protected boolean ignoresCaseOfLogins() {
        return false;
    }

    @Override
    protected boolean ignoresCaseInSearches() {
        return true;
    }

    @Override
    protected List<String> hidden() {
        return List.of("BAbTOW23FOpQ4TySdLHbz0", "abpbCocLh43");
    }
}
