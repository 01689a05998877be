package org.symbolon.cli.socket;

import java.io.PrintWriter;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.Caller;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One command over a connection: a line of JSON with its arguments comes in, lines with what it writes and with its exit code go out; or
 * one that says that whoever asked has to do it himself. Between them the server may ask for what is the caller's, and is answered.
 */
public final class CommandExchange {

    private static final int LONGEST_COMMAND = 64 << 10;
    private static final int SECONDS_TO_ASK = 5;
    private static final Map<String, String> DECLINED = Map.of("declined", "not by the server");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Conversation conversation;
    private final Caller caller;
    private final String database;

    /**
     * Made for a connection.
     *
     * @param account that is at its other end
     * @param database the server's; who names another wants something else
     */
    public CommandExchange(ByteChannel channel, Patience patience, String account, String database) {
        this.conversation = new Conversation(channel, patience);
        this.caller = new AskedCaller(conversation, account);
        this.database = database;
    }

    /** Carries out what is asked for. Whoever leaves before the end gets no answer, and needs none. */
    public void run(Function<Caller, Backend> backends) {
        try {
            Optional<List<String>> arguments = arguments(conversation.hear(LONGEST_COMMAND, SECONDS_TO_ASK));
            OptionalInt code = arguments.isEmpty()
                    ? OptionalInt.empty()
                    : carryOut(new ServedCommands(backends.apply(caller)), arguments.get());
            if (code.isPresent()) {
                conversation.say(Map.of("exit", code.getAsInt()));
            } else {
                decline();
            }
        } catch (Conversation.CallerGoneException gone) {
            return;
        }
    }

    private OptionalInt carryOut(ServedCommands commands, List<String> arguments) {
        PrintWriter out = new PrintWriter(new SaidLines(conversation, "out"));
        PrintWriter err = new PrintWriter(new SaidLines(conversation, "err"), true);
        try {
            OptionalInt code = commands.carryOut(arguments, out, err);
            out.flush();
            err.flush();
            return code;
        } catch (AskedCaller.NotForServerException declined) {
            return OptionalInt.empty();
        }
    }

    private void decline() {
        conversation.say(DECLINED);
    }

    /** What a server says that carries out nothing more at the moment. */
    public static byte[] declination() {
        return (JSON.writeValueAsString(DECLINED) + "\n").getBytes(StandardCharsets.UTF_8);
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
}
