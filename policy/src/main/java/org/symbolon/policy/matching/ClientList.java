package org.symbolon.policy.matching;

import java.util.List;
import java.util.stream.Stream;
import org.symbolon.events.shared.Network;

/** Addresses and networks, some taken out by a sign in front; being taken out always wins. An empty list is for all. */
final class ClientList {

    private final boolean empty;
    private final Network[] admitted;
    private final Network[] excluded;

    ClientList(List<String> entries) {
        empty = entries.isEmpty();
        admitted = networks(entries.stream().filter(entry -> !isSigned(entry)));
        excluded = networks(entries.stream().filter(ClientList::isSigned).map(entry -> entry.substring(1)));
    }

    private static boolean isSigned(String entry) {
        return entry.startsWith("-") || entry.startsWith("!");
    }

    private static Network[] networks(Stream<String> texts) {
        return texts.flatMap(text -> Network.parse(text).stream()).toArray(Network[]::new);
    }

    boolean isEmpty() {
        return empty;
    }

    boolean admits(ParsedAddress address) {
        return empty || (isIn(admitted, address) && !isIn(excluded, address));
    }

    private static boolean isIn(Network[] networks, ParsedAddress address) {
        for (Network network : networks) {
            if (address.isIn(network)) {
                return true;
            }
        }
        return false;
    }
}
