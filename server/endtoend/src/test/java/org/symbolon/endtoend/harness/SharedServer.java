package org.symbolon.endtoend.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Hands one server to all test classes that ask for one, since a start takes longer than most of their tests. They keep out
 * of each other's way: each has users, realms and serials of its own, and restores the settings that it changes. A class
 * can also have a folder for its files, which stays as long as the server, since resolvers go on looking at them.
 */
public final class SharedServer implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == InProcessServer.class || type == Path.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent(Running.class, key -> Running.start(), Running.class);
        return parameter.getParameter().getType() == Path.class
                ? running.folderOf(context.getRequiredTestClass())
                : running.server();
    }

    /** The store closes it when all tests of this process are over. Surefire has each class run by itself, so that the root is no more than a class. */
    private record Running(Path data, InProcessServer server) implements AutoCloseable {

        private static Running start() {
            try {
                Path data = Files.createTempDirectory("symbolon-shared");
                return new Running(data, InProcessServer.start(data, RadiusPorts.any(data)));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private Path folderOf(Class<?> tests) {
            try {
                return Files.createDirectories(data.resolve(tests.getSimpleName()));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            FileSystemUtils.deleteRecursively(data);
        }
    }
}
