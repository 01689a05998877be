package org.symbolon.connectors.feed;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process of a broker: makes its folder ready where it is new, and begins. Only the class path of a broker knows what it calls. */
final class KafkaBrokerMain {

    private KafkaBrokerMain() {}

    public static void main(String[] arguments) throws Exception {
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
}
