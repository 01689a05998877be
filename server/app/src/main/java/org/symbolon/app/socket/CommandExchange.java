package org.symbolon.app.socket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.cli.socket.ServedCommands;
import org.symbolon.cli.socket.ServerClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One command over a connection: a line of JSON with its arguments comes in, lines with what it writes and with its exit code go out; or
 * one that says that whoever asked has to do it himself.
 */
final class CommandExchange {

    private static final int MOST_BYTES = 64 << 10;
    private static final int CHUNK = 16 << 10;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SocketChannel channel;
    private final String database;

    /**
     * Made for a connection.
     *
     * @param database the server's; who names another wants something else
     */
    CommandExchange(SocketChannel channel, String database) {
        this.channel = channel;
        this.database = database;
    }

    void run(ServedCommands commands, Runnable whenRead) throws IOException {
        Optional<List<String>> arguments = arguments(line());
        whenRead.run();
        Optional<ServedCommands.Outcome> outcome = arguments.flatMap(commands::carryOut);
        if (outcome.isEmpty()) {
            decline();
            return;
        }
        send("out", outcome.get().out());
        send("err", outcome.get().err());
        write(Map.of("exit", outcome.get().code()));
    }

    void decline() throws IOException {
        write(Map.of("declined", "not by the server"));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        while (line.size() < MOST_BYTES && channel.read(bytes) >= 0) {
            bytes.flip();
            line.write(bytes.array(), 0, bytes.limit());
            boolean ended = bytes.limit() > 0 && bytes.get(bytes.limit() - 1) == '\n';
            bytes.clear();
            if (ended) {
                break;
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Empty for what is not understood, or not for this server. */
    private Optional<List<String>> arguments(String line) {
        try {
            JsonNode request = JSON.readTree(line);
            String named = request.path("database").asString("");
            boolean ours = request.path("version").asInt(0) == ServerClient.VERSION
                    && (named.isEmpty() || named.equals(database));
            if (!ours || !request.path("arguments").isArray()) {
                return Optional.empty();
            }
            List<String> arguments = new ArrayList<>();
            request.path("arguments").forEach(argument -> arguments.add(argument.asString("")));
            return Optional.of(arguments);
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private void send(String stream, String text) throws IOException {
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + CHUNK);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            write(Map.of(stream, text.substring(at, end)));
            at = end;
        }
    }

    private void write(Map<String, Object> line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
