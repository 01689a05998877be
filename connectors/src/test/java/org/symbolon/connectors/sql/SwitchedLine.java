package org.symbolon.connectors.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import org.symbolon.connectors.network.HandMadeServer;

/** A line to a server that can be cut, or go dead, while it is used. */
final class SwitchedLine implements AutoCloseable {

    /** What becomes of connections and of what they carry. */
    enum State {
        WHOLE,
        CUT,

        /** The next answer breaks off in the middle, with its connection; after it the line is whole. */
        BREAKING,

        /** Nothing comes back any more. */
        DEAD
    }

    private final int port;
    private final CountDownLatch over = new CountDownLatch(1);
    private final HandMadeServer near = new HandMadeServer(this::meet);
    private volatile State state = State.WHOLE;

    /** To what listens on this port of this machine. */
    SwitchedLine(int port) {
        this.port = port;
    }

    int port() {
        return near.port();
    }

    int connections() {
        return near.connections();
    }

    void become(State other) {
        state = other;
    }

    private void meet(Socket client) throws IOException {
        if (state == State.CUT) {
            return;
        }
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Thread questions = new Thread(() -> carryQuestions(client, server), "switched-line");
            questions.setDaemon(true);
            questions.start();
            carryAnswers(server.getInputStream(), client.getOutputStream());
        }
    }

    private static void carryQuestions(Socket client, Socket server) {
        try (server) {
            client.getInputStream().transferTo(server.getOutputStream());
        } catch (IOException gone) {
            // One of them has had enough, and the other notices.
        }
    }

    private void carryAnswers(InputStream from, OutputStream to) throws IOException {
        byte[] part = new byte[8192];
        for (int length = from.read(part); length >= 0; length = from.read(part)) {
            if (state == State.DEAD) {
                awaitTheEnd();
            }
            if (state == State.BREAKING) {
                state = State.WHOLE;
                to.write(part, 0, length / 2);
                return;
            }
            to.write(part, 0, length);
        }
    }

    private void awaitTheEnd() {
        try {
            over.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        near.close();
    }
}
