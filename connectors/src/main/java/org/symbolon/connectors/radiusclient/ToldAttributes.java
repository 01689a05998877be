package org.symbolon.connectors.radiusclient;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a client tells of itself and of the user's device, by the names of attributes, for policies to look at. */
final class ToldAttributes {

    private static final int IPV4 = 4;
    private static final int IPV6 = 16;

    private static final Map<Integer, String> TEXTS =
            Map.of(30, "Called-Station-Id", 31, "Calling-Station-Id", 32, "NAS-Identifier", 87, "NAS-Port-Id");
    private static final Map<Integer, String> NUMBERS =
            Map.of(5, "NAS-Port", 6, "Service-Type", 7, "Framed-Protocol", 61, "NAS-Port-Type");
    private static final int NAS_IP_ADDRESS = 4;
    private static final int NAS_IPV6_ADDRESS = 95;

    private ToldAttributes() {}

    static Map<String, String> of(RequestPacket request) {
        Map<String, String> told = new HashMap<>();
        TEXTS.forEach((type, name) -> request.text(type).ifPresent(text -> told.put(name, text)));
        NUMBERS.forEach((type, name) -> request.number(type).ifPresent(number -> told.put(name, number)));
        address(request, NAS_IP_ADDRESS, IPV4).ifPresent(address -> told.put("NAS-IP-Address", address));
        address(request, NAS_IPV6_ADDRESS, IPV6).ifPresent(address -> told.put("NAS-IPv6-Address", address));
        return told;
    }

    private static Optional<String> address(RequestPacket request, int type, int length) {
        return request.octets(type, length).map(ToldAttributes::printed);
    }

    private static String printed(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("An address has another length", impossible);
        }
    }
}
