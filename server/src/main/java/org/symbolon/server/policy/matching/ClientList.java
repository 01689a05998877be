package org.symbolon.server.policy.matching;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.command.shared.Network;

/** Addresses and networks, some taken out by a sign in front; being taken out always wins. An empty list is for all. */
final class ClientList {

    private final boolean empty;
    private final List<Network> admitted = new ArrayList<>();
    private final List<Network> excluded = new ArrayList<>();

    ClientList(List<String> entries) {
        empty = entries.isEmpty();
        for (String entry : entries) {
            boolean signed = entry.startsWith("-") || entry.startsWith("!");
            List<Network> networks = signed ? excluded : admitted;
            Network.parse(signed ? entry.substring(1) : entry).ifPresent(networks::add);
        }
    }

    boolean isEmpty() {
        return empty;
    }

    boolean admits(ParsedAddress address) {
        return empty || (isIn(admitted, address) && !isIn(excluded, address));
    }

    private static boolean isIn(List<Network> networks, ParsedAddress address) {
        for (Network network : networks) {
            if (address.isIn(network)) {
                return true;
            }
        }
        return false;
    }
}
