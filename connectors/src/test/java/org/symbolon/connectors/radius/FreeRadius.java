package org.symbolon.connectors.radius;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.symbolon.connectors.network.FreePort;

/** FreeRADIUS, as this machine may have it, on loopback with a configuration of its own. */
public final class FreeRadius implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final int port;

    private FreeRadius(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The program, where there is one: Debian's name, and everybody else's. */
    public static Optional<Path> program() {
        return Stream.of("/usr/sbin/freeradius", "/usr/sbin/radiusd", "/usr/local/sbin/radiusd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** One that decides by itself. */
    public static FreeRadius start(Path program, Path folder) throws IOException, InterruptedException {
        return start(program, folder, "/freeradius/radiusd.conf", Map.of());
    }

    /** One with the configuration in this resource, whose places are filled with these texts. */
    public static FreeRadius start(Path program, Path folder, String resource, Map<String, String> places)
            throws IOException, InterruptedException {
        int port = FreePort.udp();
        String configuration = configuration(resource, folder, port);
        for (Map.Entry<String, String> place : places.entrySet()) {
            configuration = configuration.replace(place.getKey(), place.getValue());
        }
        Files.writeString(folder.resolve("radiusd.conf"), configuration);
        Files.writeString(folder.resolve("dictionary"), "");
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        program.toString(), "-f", "-x", "-l", "stdout", "-d", folder.toString(), "-n", "radiusd")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        FreeRadius server = new FreeRadius(process, port);
        server.awaitReady(log);
        return server;
    }

    private static String configuration(String resource, Path folder, int port) throws IOException {
        try (InputStream template = FreeRadius.class.getResourceAsStream(resource)) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@FOLDER@", folder.toString())
                    .replace("@LIBRARIES@", libraries().orElseThrow().toString())
                    .replace("@PORT@", "" + port);
        }
    }

    private static Optional<Path> libraries() {
        return Stream.of("/usr/lib/freeradius", "/usr/lib64/freeradius", "/usr/local/lib")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** Whether this one of its modules, such as {@code rlm_rest}, is there. */
    public static boolean hasModule(String name) {
        return libraries()
                .filter(folder -> Files.exists(folder.resolve(name + ".so")))
                .isPresent();
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!Files.readString(log).contains("Ready to process requests")) {
            boolean late = System.nanoTime() - begin > PATIENCE.toNanos();
            if (late || process.waitFor(50, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("FreeRADIUS did not start: " + Files.readString(log));
            }
        }
    }

    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }
}
