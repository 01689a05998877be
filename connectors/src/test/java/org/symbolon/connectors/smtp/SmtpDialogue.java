package org.symbolon.connectors.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.symbolon.connectors.network.HandMadeServer;

/** The server's side of SMTP in its simplest form, with what GreenMail cannot do: STARTTLS, and answers out of order. */
final class SmtpDialogue implements HandMadeServer.Behaviour {

    private static final int PATIENCE_SECONDS = 10;

    private final List<String> extensions;
    private final SSLContext tls;
    private final Map<String, String> answers;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);

    /**
     * A dialogue.
     *
     * @param answers by the first word of a command, instead of the usual answer; {@code ECHO} in one stands for the command,
     *     and an empty one is none
     */
    SmtpDialogue(List<String> extensions, SSLContext tls, Map<String, String> answers) {
        this.extensions = extensions;
        this.tls = tls;
        this.answers = answers;
    }

    /** All lines that were heard until the client hung up; a star marks those that came encrypted. */
    List<String> heard() {
        try {
            assertThat(over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return heard;
    }

    @Override
    public void meet(Socket connection) throws Exception {
        try {
            say(connection, "220 hand-made");
            talk(connection);
        } finally {
            over.countDown();
        }
    }

    private void talk(Socket connection) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        boolean inMail = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            heard.add((connection instanceof SSLSocket ? "*" : "") + line);
            if (inMail) {
                inMail = !line.equals(".");
                if (!inMail) {
                    say(connection, answers.getOrDefault(".", "250 taken"));
                }
                continue;
            }
            String word = line.split(" ", 2)[0];
            say(connection, answer(word).replace("ECHO", line));
            inMail = word.equals("DATA") && !answers.containsKey(word);
            if (word.equals("STARTTLS") && !answers.containsKey(word)) {
                talk(encrypted(connection));
                return;
            }
        }
    }

    private String answer(String word) {
        String usual =
                switch (word) {
                    case "EHLO" -> greeting();
                    case "DATA" -> "354 go on";
                    case "AUTH" -> "235 welcome";
                    case "STARTTLS" -> "220 go on";
                    case "QUIT" -> "221 bye";
                    case "HELO", "MAIL", "RCPT", "RSET" -> "250 well";
                    default -> "";
                };
        return answers.getOrDefault(word, usual);
    }

    private String greeting() {
        StringBuilder greeting = new StringBuilder("250-hand-made\r\n");
        extensions.forEach(
                extension -> greeting.append("250-").append(extension).append("\r\n"));
        return greeting + "250 HELP";
    }

    private SSLSocket encrypted(Socket connection) throws IOException {
        SSLSocket encrypted = (SSLSocket) tls.getSocketFactory().createSocket(connection, null, false);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        return encrypted;
    }

    private static void say(Socket connection, String text) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        connection.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
    }
}
