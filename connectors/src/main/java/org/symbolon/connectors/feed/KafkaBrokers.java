package org.symbolon.connectors.feed;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.symbolon.command.feed.port.FeedTarget;

/** The brokers that a definition names, of which a cluster may have more: by name, and not looked up. */
record KafkaBrokers(List<InetSocketAddress> servers) {

    static KafkaBrokers of(FeedTarget target) {
        return new KafkaBrokers(
                Arrays.stream(target.option("brokers").orElse("").split(",", -1))
                        .map(String::strip)
                        .filter(text -> text.contains(":"))
                        .map(KafkaBrokers::server)
                        .toList());
    }

    private static InetSocketAddress server(String text) {
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, colon).replaceAll("[\\[\\]]", "");
        return InetSocketAddress.createUnresolved(host, Integer.parseInt(text.substring(colon + 1)));
    }

    /** As a client of Kafka wants them. */
    List<String> names() {
        return servers.stream()
                .map(server -> (server.getHostString().contains(":")
                                ? "[" + server.getHostString() + "]"
                                : server.getHostString())
                        + ":" + server.getPort())
                .toList();
    }

    /** As a subject of a sentence. */
    String words() {
        return names().stream().collect(Collectors.joining(", ", "the Kafka of ", ""));
    }
}
