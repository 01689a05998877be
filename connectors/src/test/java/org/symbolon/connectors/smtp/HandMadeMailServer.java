package org.symbolon.connectors.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** Something that listens where a mail server should, and does to whoever connects what it is told to. */
final class HandMadeMailServer implements AutoCloseable {

    /** What is done with a connection, which is closed afterwards. */
    @FunctionalInterface
    interface Behaviour {
        void meet(Socket connection) throws Exception;
    }

    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final CountDownLatch closed = new CountDownLatch(1);

    HandMadeMailServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        start(this::accept);
    }

    /** Says nothing until the test is over. */
    static HandMadeMailServer silent() {
        CountDownLatch forever = new CountDownLatch(1);
        return new HandMadeMailServer(connection -> forever.await());
    }

    /** Sends the text over and over, byte by byte. */
    static HandMadeMailServer dripping(String text, long pauseMillis) {
        return new HandMadeMailServer(connection -> {
            for (int index = 0; ; index = (index + 1) % text.length()) {
                connection.getOutputStream().write(text.charAt(index));
                Thread.sleep(pauseMillis);
            }
        });
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "hand-made-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket connection = socket.accept();
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

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }
}
