package org.symbolon.connectors.feed;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process of a broker: makes its folder ready where it is new, and begins. Only the class path of a broker knows what it calls. */
final class KafkaBrokerMain {

    private KafkaBrokerMain() {}

    public static void main(String[] arguments) throws Exception {
        Thread orphaned = new Thread(KafkaBrokerMain::endWithItsParent, "parent");
        orphaned.setDaemon(true);
        orphaned.start();
        if (Files.notExists(Path.of(arguments[0]).resolveSibling("log"))) {
            Class.forName("kafka.tools.StorageTool")
                    .getMethod("execute", String[].class, PrintStream.class)
                    .invoke(
                            null,
                            new String[] {"format", "--cluster-id", "c3ltYm9sb24tdGVzdHMtMQ", "--config", arguments[0]},
                            System.out);
        }
        Class.forName("kafka.Kafka").getMethod("main", String[].class).invoke(null, (Object)
                new String[] {arguments[0]});
    }

    /** Whoever began it holds the other end of its input. */
    private static void endWithItsParent() {
        try {
            System.in.readAllBytes();
        } catch (IOException gone) {
            // So is whoever began it.
        }
        Runtime.getRuntime().halt(1);
    }
}
