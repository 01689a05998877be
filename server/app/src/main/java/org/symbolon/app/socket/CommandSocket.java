package org.symbolon.app.socket;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.symbolon.cli.socket.CommandExchange;
import org.symbolon.cli.socket.ServerClient;

/**
 * Where commands reach a running server: a socket in its data directory that nobody but its own account and root may use. A server
 * whose socket cannot be made runs without, and commands start what they need.
 */
@Component
@ConditionalOnWebApplication
public final class CommandSocket implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CommandSocket.class);

    private static final int MOST_AT_ONCE = 4;
    private static final int SECONDS_TO_END = 10;

    private final ApplicationContext context;
    private final Path path;
    private final String database;
    private final boolean wanted;

    private ServerSocketChannel server;
    private ExecutorService workers;
    private ScheduledExecutorService watch;

    CommandSocket(
            ApplicationContext context,
            @Value("${symbolon.data}") Path data,
            @Value("${spring.datasource.url:}") String database,
            @Value("${symbolon.command-socket:true}") boolean wanted) {
        this.context = context;
        this.path = data.toAbsolutePath().normalize().resolve(ServerClient.SOCKET);
        this.database = database;
        this.wanted = wanted;
    }

    @Override
    public synchronized void start() {
        if (!wanted || isTaken()) {
            return;
        }
        try {
            Files.deleteIfExists(path);
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException failed) {
            LOG.warn("Commands cannot be taken at {}: {}", path, failed.getMessage());
            closeServer();
            return;
        }
        ThreadFactory threads = CommandSocket::thread;
        workers = new ThreadPoolExecutor(1, MOST_AT_ONCE + 1, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
        watch = Executors.newSingleThreadScheduledExecutor(threads);
        ServerSocketChannel opened = server;
        workers.execute(() -> accept(opened));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "symbolon-commands");
        thread.setDaemon(true);
        return thread;
    }

    /** Whether another node on the same data directory listens there. */
    private boolean isTaken() {
        if (!Files.exists(path)) {
            return false;
        }
        try (SocketChannel trial = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return trial.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException nobody) {
            return false;
        }
    }

    private void accept(ServerSocketChannel opened) {
        while (opened.isOpen()) {
            try {
                serve(opened.accept());
            } catch (ClosedChannelException stopped) {
                return;
            } catch (IOException failed) {
                LOG.warn("A command could not be taken: {}", failed.getMessage());
            }
        }
    }

    /** Whoever is not served starts what he needs, as if nobody had listened. */
    private void serve(SocketChannel channel) throws IOException {
        try {
            workers.execute(() -> answer(channel));
        } catch (RejectedExecutionException busy) {
            try (channel) {
                channel.write(ByteBuffer.wrap(CommandExchange.declination()));
            }
        }
    }

    private void answer(SocketChannel channel) {
        try (channel) {
            String account =
                    channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
            if (isAllowed(account)) {
                new CommandExchange(channel, seconds -> closeAfter(seconds, channel), account, database)
                        .run(caller -> new ServingBackend(context, caller));
            }
        } catch (IOException gone) {
            LOG.debug("Who gave a command did not wait for its end", gone);
        }
    }

    private Runnable closeAfter(int seconds, SocketChannel channel) {
        ScheduledFuture<?> end = watch.schedule(() -> close(channel), seconds, TimeUnit.SECONDS);
        return () -> end.cancel(false);
    }

    /** The permissions of the file say the same; between its making and theirs this does. */
    private boolean isAllowed(String account) throws IOException {
        return account.equals(Files.getOwner(path).getName()) || account.equals("root");
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException failed) {
            LOG.debug("A connection could not be closed", failed);
        }
    }

    private void closeServer() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException failed) {
            LOG.debug("The socket could not be closed", failed);
        }
        server = null;
    }

    /** What is under way is waited for, since the database goes next. */
    @Override
    public synchronized void stop() {
        closeServer();
        try {
            Files.deleteIfExists(path);
        } catch (IOException failed) {
            LOG.warn("{} is left behind: {}", path, failed.getMessage());
        }
        watch.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }
}
