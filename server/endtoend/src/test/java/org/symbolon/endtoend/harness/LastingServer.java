package org.symbolon.endtoend.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A server that one test class after the other uses, with their files, which stay as long as it does: resolvers go on looking at them. */
record LastingServer(Path data, InProcessServer server) implements AutoCloseable {

    static LastingServer start(String... properties) {
        try {
            Path data = Files.createTempDirectory("symbolon-lasting");
            return new LastingServer(
                    data, InProcessServer.start(data, ApiClient.joined(RadiusPorts.any(data), properties)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path folderOf(Class<?> tests) {
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
