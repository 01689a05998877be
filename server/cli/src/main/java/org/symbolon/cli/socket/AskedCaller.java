package org.symbolon.cli.socket;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.cli.kernel.Caller;
import org.symbolon.events.shared.Secret;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever gives a command to a running server: what is his, he is asked for. */
final class AskedCaller implements Caller {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SECONDS_FOR_A_FILE = 30;
    private static final int SECONDS_FOR_A_PERSON = 300;
    private static final String TEXT = "text";
    /** A file comes in Base64, and its name beside it. */
    private static final int LONGEST = 2 * ServerClient.MOST_OF_A_FILE;

    private final Conversation conversation;
    private final String account;

    AskedCaller(Conversation conversation, String account) {
        this.conversation = conversation;
        this.account = account;
    }

    @Override
    public String account() {
        return account;
    }

    @Override
    public Optional<List<Path>> yamlFilesIn(Path directory) throws IOException {
        JsonNode answer = answer("files", Map.of("name", directory.toString()), SECONDS_FOR_A_FILE);
        if (!answer.has("files")) {
            return Optional.empty();
        }
        List<Path> files = new ArrayList<>();
        answer.path("files").forEach(file -> files.add(Path.of(file.asString(""))));
        return Optional.of(files);
    }

    @Override
    public byte[] read(Path file, int most) throws IOException {
        return bytes(
                answer("read", Map.of("name", file.toString(), "most", Integer.toString(most)), SECONDS_FOR_A_FILE));
    }

    @Override
    public byte[] readNamed(Path namedIn, String name, int most) throws IOException {
        Map<String, String> what = Map.of("in", namedIn.toString(), "name", name, "most", Integer.toString(most));
        return bytes(answer("named", what, SECONDS_FOR_A_FILE));
    }

    private static byte[] bytes(JsonNode answer) throws IOException {
        try {
            return Base64.getDecoder().decode(answer.path("bytes").asString(""));
        } catch (IllegalArgumentException malformed) {
            throw new IOException("the answer is not understood", malformed);
        }
    }

    @Override
    public Optional<String> environment(String name) throws IOException {
        return text(answer("environment", Map.of("name", name), SECONDS_FOR_A_FILE));
    }

    /** One that is too large to be sent is read by its owner, who then carries out the command himself. */
    @Override
    public Opened open(Path file) throws IOException {
        try {
            byte[] bytes = read(file, ServerClient.MOST_OF_A_FILE);
            return new Sent(String.valueOf(file.getFileName()), bytes);
        } catch (TooLargeException large) {
            throw new NotForServerException(large);
        }
    }

    @Override
    public Secret line() throws IOException {
        return text(answer("line", Map.of(), SECONDS_FOR_A_PERSON))
                .map(Secret::of)
                .orElse(Secret.EMPTY);
    }

    @Override
    public Optional<Secret> typed(String prompt) throws IOException {
        return text(answer("typed", Map.of("name", prompt), SECONDS_FOR_A_PERSON))
                .map(Secret::of);
    }

    @Override
    public boolean seesProgress() {
        try {
            return text(answer("progress", Map.of(), SECONDS_FOR_A_FILE)).equals(Optional.of("yes"));
        } catch (IOException unknown) {
            return false;
        }
    }

    private static Optional<String> text(JsonNode answer) {
        return answer.has(TEXT) ? Optional.of(answer.path(TEXT).asString("")) : Optional.empty();
    }

    private JsonNode answer(String ask, Map<String, String> what, int seconds) throws IOException {
        Map<String, String> question = new LinkedHashMap<>(Map.of("ask", ask));
        question.putAll(what);
        conversation.say(question);
        JsonNode answer = understood(conversation.hear(LONGEST, seconds));
        if (answer.has("missing")) {
            throw new NoSuchFileException(what.get("name"));
        }
        if (answer.has("large")) {
            throw new TooLargeException(Path.of(what.get("name")));
        }
        if (answer.has("failed")) {
            throw new IOException(answer.path("failed").asString(""));
        }
        return answer;
    }

    private static JsonNode understood(String line) throws IOException {
        try {
            return JSON.readTree(line);
        } catch (JacksonException malformed) {
            throw new IOException("the answer is not understood", malformed);
        }
    }

    /** A file that was sent. */
    private static final class Sent implements Opened {

        private final String name;
        private final byte[] bytes;

        Sent(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public InputStream from(long offset) {
            int begin = (int) Math.min(offset, bytes.length);
            return new ByteArrayInputStream(bytes, begin, bytes.length - begin);
        }
    }

    /** A command turns out to be none for a server, before it has done anything. */
    static final class NotForServerException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotForServerException(IOException cause) {
            super("not by the server", cause);
        }
    }
}
