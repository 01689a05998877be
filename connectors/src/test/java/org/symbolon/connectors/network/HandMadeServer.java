package org.symbolon.connectors.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Something that listens where a server should, and does to whoever connects what it is told to. */
public final class HandMadeServer implements AutoCloseable {

    /** Where nothing listens. The port of a server that has ended may be another test's the next moment. */
    public static final int NOBODYS_PORT = 1;

    /** What is done with a connection, which is closed afterwards. */
    @FunctionalInterface
    public interface Behaviour {
        void meet(Socket connection) throws Exception;
    }

    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Thread acceptor;

    public HandMadeServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        acceptor = start(this::accept);
    }

    /** Says nothing until the test is over. */
    public static HandMadeServer silent() {
        CountDownLatch forever = new CountDownLatch(1);
        return new HandMadeServer(connection -> forever.await());
    }

    /** Sends the text over and over, byte by byte. */
    public static HandMadeServer dripping(String text, long pauseMillis) {
        return new HandMadeServer(connection -> {
            for (int index = 0; ; index = (index + 1) % text.length()) {
                connection.getOutputStream().write(text.charAt(index));
                Thread.sleep(pauseMillis);
            }
        });
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "hand-made-server");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                open.add(connection);
                start(() -> meet(connection));
            } catch (IOException over) {
                return;
            }
        }
    }

    private void meet(Socket connection) {
        try (connection) {
            behaviour.meet(connection);
        } catch (IOException gone) {
            // The client has had enough.
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    public String uri(String scheme) {
        return scheme + "://127.0.0.1:" + port();
    }

    /** How many came. */
    public int connections() {
        return connections.get();
    }

    /** Returns when everybody who came has been done with, before which {@link #close} would cut him short. */
    public void awaitServed() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (open.stream().anyMatch(connection -> !connection.isClosed()) && System.nanoTime() < deadline) {
            Thread.sleep(2);
        }
    }

    /** Nobody can connect any more when this returns: the port is given back by whoever waits for connections. */
    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        try {
            acceptor.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        for (Socket connection : open) {
            connection.close();
        }
    }
}
