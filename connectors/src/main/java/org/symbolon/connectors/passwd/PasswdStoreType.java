package org.symbolon.connectors.passwd;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.connectors.files.StoreFiles;

/** Resolvers made of a file in the form of {@code /etc/passwd}. */
public final class PasswdStoreType implements UserStoreType {

    private static final String SYSTEM_FILE = "/etc/passwd";

    private final StoreFiles files;
    private final LongSupplier nanoTime;

    public PasswdStoreType(StoreFiles files) {
        this(files, System::nanoTime);
    }

    PasswdStoreType(StoreFiles files, LongSupplier nanoTime) {
        this.files = files;
        this.nanoTime = nanoTime;
    }

    @Override
    public String name() {
        return "passwdresolver";
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of();
    }

    @Override
    public boolean answersFromMemory() {
        return true;
    }

    @Override
    public Optional<String> objection(Map<String, String> given) {
        String name = named(given);
        return name.isEmpty() ? Optional.empty() : files.objection(name);
    }

    @Override
    public UserStore open(Map<String, String> configuration) {
        return PasswdStore.open(file(configuration), files, nanoTime);
    }

    @Override
    public TestResult test(Map<String, String> configuration) {
        return new TestResult(false, "Not implemented");
    }

    /** A try of it tells nothing, as with eduMFA. */
    @Override
    public List<Finding> examine(Map<String, String> configuration) {
        try (UserStore store = open(configuration)) {
            store.search(UserSearch.of(Map.of(), 1));
            return List.of(Finding.ok("The file can be read"));
        } catch (UserStoreUnavailableException trouble) {
            return List.of(Finding.failed(trouble.getMessage()));
        }
    }

    private Path file(Map<String, String> configuration) {
        try {
            return files.named(name(configuration));
        } catch (InvalidPathException invalid) {
            throw new UserStoreUnavailableException("The name of the passwd file is no path", invalid);
        }
    }

    private static String name(Map<String, String> configuration) {
        String name = named(configuration);
        return name.isEmpty() ? SYSTEM_FILE : name;
    }

    private static String named(Map<String, String> configuration) {
        return configuration.getOrDefault("fileName", configuration.getOrDefault("filename", ""));
    }
}
