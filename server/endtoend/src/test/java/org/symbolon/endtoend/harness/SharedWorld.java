package org.symbolon.endtoend.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.util.FileSystemUtils;

/**
 * What several test classes of one subject need, and no others: servers that are set up in a way of their own. It is started
 * for the first of the classes, and ends when all tests are over.
 */
public abstract class SharedWorld implements BeforeAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(SharedWorld.class);

    /** Starts it with its files in the folder, and says how it is ended. */
    protected abstract Runnable start(Path folder) throws IOException;

    @Override
    public final void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(NAMESPACE).computeIfAbsent(getClass(), key -> run(), Running.class);
    }

    private Running run() {
        try {
            Path folder = Files.createTempDirectory("symbolon-world");
            return new Running(folder, start(folder));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The store closes it when all tests are over. */
    private record Running(Path folder, Runnable end) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            end.run();
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
