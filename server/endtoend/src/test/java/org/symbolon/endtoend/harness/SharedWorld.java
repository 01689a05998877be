package org.symbolon.endtoend.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.springframework.util.FileSystemUtils;

/**
 * What several test classes of one subject need, and no others: servers that are set up in a way of their own. It is started
 * for the first of the classes, and ends when a class of another subject follows or all tests of this process are over.
 */
public abstract class SharedWorld implements BeforeAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(SharedWorld.class);

    /** Starts it with its files in the folder, and says how it is ended. */
    protected abstract Runnable start(Path folder) throws IOException;

    @Override
    public final void beforeAll(ExtensionContext context) throws IOException {
        context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent(Current.class, key -> new Current(), Current.class)
                .become(this);
    }

    private Running run() throws IOException {
        Path folder = Files.createTempDirectory("symbolon-world");
        return new Running(getClass(), folder, start(folder));
    }

    /** The one that runs: others would only take time. */
    private static final class Current implements AutoCloseable {

        private Running running;

        synchronized void become(SharedWorld wanted) throws IOException {
            if (running != null && running.kind() == wanted.getClass()) {
                return;
            }
            close();
            running = wanted.run();
        }

        @Override
        public synchronized void close() throws IOException {
            if (running != null) {
                Running ending = running;
                running = null;
                ending.end().run();
                FileSystemUtils.deleteRecursively(ending.folder());
            }
        }
    }

    private record Running(Class<?> kind, Path folder, Runnable end) {}
}
