package org.symbolon.connectors.radiusclient;

import java.net.InetAddress;

/** Writes addresses as definitions have them. */
final class Addresses {

    private Addresses() {}

    /** Without the interface that an address of one link has behind it. */
    static String printed(InetAddress address) {
        String printed = address.getHostAddress();
        int zone = printed.indexOf('%');
        return zone < 0 ? printed : printed.substring(0, zone);
    }
}
