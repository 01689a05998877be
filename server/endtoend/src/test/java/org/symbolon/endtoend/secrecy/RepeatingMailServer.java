package org.symbolon.endtoend.secrecy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/** A mail server that refuses each log-in and each mail, and repeats it to whoever has tried. */
final class RepeatingMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicBoolean repeated = new AtomicBoolean();

    RepeatingMailServer() {
        try {
            socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread thread = new Thread(this::serve, "repeating-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                talk(connection);
            } catch (IOException gone) {
                // Either side has had enough.
            }
        }
    }

    private void talk(Socket connection) throws IOException {
        say(connection, "220 hello");
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("DATA")) {
                say(connection, "354 go on");
                repeated.set(true);
                say(connection, "554 You said " + mail(lines));
                continue;
            }
            boolean login = line.startsWith("AUTH");
            repeated.compareAndSet(false, login);
            say(connection, login ? "535 You said " + line : "250-hello\r\n250 AUTH PLAIN");
        }
    }

    /** Its lines as one. */
    private static String mail(BufferedReader lines) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            mail.append(line).append(' ');
        }
        return mail.toString();
    }

    private static void say(Socket connection, String text) throws IOException {
        connection.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Whether somebody has tried to log in, or to send a mail. */
    boolean hasRepeated() {
        return repeated.get();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
