package org.symbolon.connectors.passwd;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;

/** Resolvers made of a file in the form of {@code /etc/passwd}. */
public final class PasswdStoreType implements UserStoreType {

    private static final String SYSTEM_FILE = "/etc/passwd";

    private final LongSupplier nanoTime;

    public PasswdStoreType() {
        this(System::nanoTime);
    }

    PasswdStoreType(LongSupplier nanoTime) {
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
    public UserStore open(Map<String, String> configuration) {
        return PasswdStore.open(file(configuration), nanoTime);
    }

    @Override
    public TestResult test(Map<String, String> configuration) {
        return new TestResult(false, "Not implemented");
    }

    private static Path file(Map<String, String> configuration) {
        String name = configuration.getOrDefault("fileName", configuration.getOrDefault("filename", ""));
        try {
            return Path.of(name.isEmpty() ? SYSTEM_FILE : name);
        } catch (InvalidPathException invalid) {
            throw new UserStoreUnavailableException("The name of the passwd file is no path", invalid);
        }
    }
}
