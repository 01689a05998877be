package org.symbolon.cli.socket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The lines that a server exchanges with whoever gives it a command. */
final class Conversation {

    private static final int CHUNK = 16 << 10;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ByteChannel channel;
    private final Patience patience;
    private final ByteBuffer read = ByteBuffer.allocate(CHUNK).flip();

    Conversation(ByteChannel channel, Patience patience) {
        this.channel = channel;
        this.patience = patience;
    }

    /**
     * The next line.
     *
     * @param seconds that are waited for it
     * @throws CallerGoneException if none comes, or one that is longer
     */
    String hear(int most, int seconds) {
        Runnable arrived = patience.begin(seconds);
        try {
            return line(most);
        } catch (IOException gone) {
            throw new CallerGoneException(gone);
        } finally {
            arrived.run();
        }
    }

    private String line(int most) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() < most) {
            while (read.hasRemaining()) {
                byte next = read.get();
                if (next == '\n') {
                    return line.toString(StandardCharsets.UTF_8);
                }
                line.write(next);
            }
            read.clear();
            int count = channel.read(read);
            read.flip();
            if (count < 0) {
                throw new IOException("the line has no end");
            }
        }
        throw new IOException("the line is too long");
    }

    /** Whoever is not there any more needs nothing more done. */
    void say(Map<String, ?> line) {
        ByteBuffer bytes = ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException gone) {
            throw new CallerGoneException(gone);
        }
    }

    /** Whoever gave a command has left, which ends it. */
    static final class CallerGoneException extends RuntimeException {
        private static final long serialVersionUID = 1;

        CallerGoneException(IOException cause) {
            super("whoever gave the command has left", cause);
        }
    }
}
