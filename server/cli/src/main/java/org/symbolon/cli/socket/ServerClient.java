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

    /** A larger file is not sent. */
    static final int MOST_OF_A_FILE = 4 << 20;

    private static final Set<String> NEVER = Set.of("serve", "demo", "version", "--help", "-h", "--version", "-V");
    private static final Set<String> OF_THIS_PROCESS = Set.of("--node", "--port", "--debug", "--allow-root");
    private static final String PROVIDER = "java.nio.channels.spi.SelectorProvider";
    private static final String DATA = "--data";
    private static final String DATA_IS = "--data=";

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
        spareTheSearchForProviders();
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return exchange(channel, arguments);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException nobody) {
            return OptionalInt.empty();
        }
    }

    /** Java would open every jar that it could load, to look for another way to open channels than its own. */
    private static void spareTheSearchForProviders() {
        if (System.getProperty("os.name").equals("Linux") && System.getProperty(PROVIDER) == null) {
            System.setProperty(PROVIDER, "sun.nio.ch.EPollSelectorProvider");
        }
    }

    /** An option or a setting that is about the process of a command asks for one. */
    private boolean isForServer(List<String> arguments) {
        if (arguments.isEmpty() || NEVER.contains(arguments.get(0)) || environment.containsKey("SYMBOLON_NODE")) {
            return false;
        }
        for (String argument : arguments) {
            int end = argument.indexOf('=');
            if (OF_THIS_PROCESS.contains(end < 0 ? argument : argument.substring(0, end))) {
                return false;
            }
        }
        return true;
    }

    private String data(List<String> arguments) {
        for (int index = 0; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            if (argument.startsWith(DATA_IS)) {
                return argument.substring(DATA_IS.length());
            }
            if (argument.equals(DATA) && index + 1 < arguments.size()) {
                return arguments.get(index + 1);
            }
        }
        String property = System.getProperty("symbolon.data");
        return property == null ? environment.getOrDefault("SYMBOLON_DATA", "data") : property;
    }

    private OptionalInt exchange(SocketChannel channel, List<String> arguments) throws IOException {
        StringBuilder request =
                new StringBuilder("{\"version\":").append(VERSION).append(",\"database\":");
        JsonLine.write(environment.getOrDefault("SPRING_DATASOURCE_URL", ""), request);
        request.append(",\"arguments\":");
        JsonLine.write(arguments, request);
        write(channel, request.append("}\n").toString());
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
