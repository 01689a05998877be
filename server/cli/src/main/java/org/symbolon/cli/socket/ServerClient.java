package org.symbolon.cli.socket;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.symbolon.cli.kernel.Caller;
import org.symbolon.cli.kernel.OwnCaller;

/**
 * Hands a command to the server that runs on the same data, so that it is done in the time that a Java machine takes to start. Where
 * none runs, or it declines, nothing has happened and the command is carried out here.
 */
public final class ServerClient {

    /** The name of the socket in the data directory. */
    public static final String SOCKET = "command.socket";

    /** What both sides understand; a server declines others. */
    public static final int VERSION = 2;

    private static final Set<String> NEVER = Set.of("serve", "demo", "version", "--help", "-h", "--version", "-V");
    private static final Set<String> OF_THIS_PROCESS = Set.of("--node", "--port", "--debug", "--allow-root");
    private static final String DATA = "--data";

    private final Map<String, String> environment;
    private final Caller caller;
    private final PrintStream out;
    private final PrintStream err;

    public ServerClient(Map<String, String> environment, Caller caller, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.caller = caller;
        this.out = out;
        this.err = err;
    }

    public static ServerClient ofThisProcess() {
        return new ServerClient(System.getenv(), new OwnCaller(), System.out, System.err);
    }

    /** The code with which the command ended, empty if it still has to be carried out. */
    public OptionalInt carryOut(List<String> arguments) {
        Path socket = Path.of(data(arguments)).resolve(SOCKET);
        if (!isForServer(arguments) || !Files.exists(socket)) {
            return OptionalInt.empty();
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return exchange(channel, arguments);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException nobody) {
            return OptionalInt.empty();
        }
    }

    /** An option or a setting that is about the process of a command asks for one. */
    private boolean isForServer(List<String> arguments) {
        return !arguments.isEmpty()
                && !NEVER.contains(arguments.get(0))
                && !environment.containsKey("SYMBOLON_NODE")
                && arguments.stream().map(argument -> argument.split("=", 2)[0]).noneMatch(OF_THIS_PROCESS::contains);
    }

    private String data(List<String> arguments) {
        for (int index = 0; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            if (argument.startsWith(DATA + "=")) {
                return argument.substring(DATA.length() + 1);
            }
            if (argument.equals(DATA) && index + 1 < arguments.size()) {
                return arguments.get(index + 1);
            }
        }
        String property = System.getProperty("symbolon.data");
        return Objects.requireNonNullElseGet(property, () -> environment.getOrDefault("SYMBOLON_DATA", "data"));
    }

    private OptionalInt exchange(SocketChannel channel, List<String> arguments) throws IOException {
        String request = "{\"version\":%d,\"database\":%s,\"arguments\":%s}\n"
                .formatted(
                        VERSION,
                        JsonLine.text(environment.getOrDefault("SPRING_DATASOURCE_URL", "")),
                        JsonLine.texts(arguments));
        write(channel, request);
        BufferedReader answer = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
        return read(answer, channel, new Belongings(caller, arguments));
    }

    private static void write(SocketChannel channel, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private OptionalInt read(BufferedReader answer, SocketChannel channel, Belongings belongings) {
        try {
            for (String line = answer.readLine(); line != null; line = answer.readLine()) {
                Map<String, String> said = JsonLine.fields(line);
                if (said.containsKey("declined")) {
                    return OptionalInt.empty();
                }
                if (said.containsKey("exit")) {
                    return OptionalInt.of(Integer.parseInt(said.get("exit")));
                }
                if (said.containsKey("ask")) {
                    Optional<String> told = belongings.answer(said);
                    if (told.isEmpty()) {
                        return OptionalInt.empty();
                    }
                    write(channel, told.get());
                }
                print(said.get("out"), out);
                print(said.get("err"), err);
            }
        } catch (IOException ended) {
            // said below, as for one that ends without an error
        }
        err.println("symbolon: the server ended before it answered; look whether it has done it");
        return OptionalInt.of(1);
    }

    private static void print(String text, PrintStream stream) {
        if (text != null) {
            stream.print(text);
            stream.flush();
        }
    }
}
