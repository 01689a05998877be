package org.symbolon.policy;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.symbolon.events.shared.Network;

/**
 * The attributes that an Access-Accept may have (RFC 2865, 5.44; RFC 2869, 5.19; RFC 3162; RFC 4675), by name, and how their values are
 * written. What belongs to the protocol itself (State, Message-Authenticator, EAP-Message, Proxy-State) is none of them.
 */
final class RadiusAttributeNames {

    private static final int WORD = 4;
    private static final int LONG = 8;
    private static final int IPV6 = 16;

    /** How a value is written, and how it travels. */
    enum Form {
        TEXT {
            @Override
            Optional<byte[]> octets(String value) {
                return Optional.of(value.getBytes(StandardCharsets.UTF_8));
            }
        },
        NUMBER {
            @Override
            Optional<byte[]> octets(String value) {
                boolean digits = !value.isEmpty() && value.chars().allMatch(unit -> unit >= '0' && unit <= '9');
                return digits ? unsigned(new BigInteger(value), WORD) : Optional.empty();
            }
        },
        IPV4_ADDRESS {
            @Override
            Optional<byte[]> octets(String value) {
                return address(value, WORD);
            }
        },
        IPV6_ADDRESS {
            @Override
            Optional<byte[]> octets(String value) {
                return address(value, IPV6);
            }
        };

        /** Empty where the value is not of this form. */
        abstract Optional<byte[]> octets(String value);
    }

    record Known(int type, Form form) {}

    private static final Map<String, Known> KNOWN = known();

    private RadiusAttributeNames() {}

    private static Map<String, Known> known() {
        Map<String, Known> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        put(
                known,
                Form.TEXT,
                "User-Name 1, Filter-Id 11, Callback-Number 19, Callback-Id 20, Framed-Route 22, Class 25");
        put(
                known,
                Form.TEXT,
                "Configuration-Token 78, Framed-Pool 88, Chargeable-User-Identity 89, NAS-Filter-Rule 92");
        put(known, Form.TEXT, "Framed-IPv6-Route 99, Framed-IPv6-Pool 100, Login-LAT-Group 36, Egress-VLAN-Name 58");
        put(known, Form.NUMBER, "Service-Type 6, Framed-Protocol 7, Framed-Routing 10, Framed-MTU 12");
        put(known, Form.NUMBER, "Framed-Compression 13, Login-Service 15, Login-TCP-Port 16, Session-Timeout 27");
        put(known, Form.NUMBER, "Idle-Timeout 28, Termination-Action 29, Port-Limit 62, Acct-Interim-Interval 85");
        put(known, Form.NUMBER, "Egress-VLANID 56, Ingress-Filters 57, Management-Policy-Level 136");
        put(known, Form.TEXT, "Management-Policy-Id 135");
        put(known, Form.IPV4_ADDRESS, "Framed-IP-Address 8, Framed-IP-Netmask 9, Login-IP-Host 14");
        put(known, Form.IPV6_ADDRESS, "Login-IPv6-Host 98, Framed-IPv6-Address 168, DNS-Server-IPv6-Address 169");
        return known;
    }

    private static void put(Map<String, Known> known, Form form, String names) {
        for (String pair : names.split(", ", -1)) {
            int blank = pair.indexOf(' ');
            known.put(pair.substring(0, blank), new Known(Integer.parseInt(pair.substring(blank + 1)), form));
        }
    }

    static Optional<Known> find(String name) {
        return Optional.ofNullable(KNOWN.get(name));
    }

    /** Octets in hexadecimal behind {@code 0x}; empty where it is nothing of that kind. */
    static Optional<byte[]> hexadecimal(String value) {
        String digits = value.toLowerCase(Locale.ROOT);
        boolean proper = digits.matches("0x([0-9a-f]{2})+");
        return proper ? Optional.of(HexFormat.of().parseHex(digits.substring(2))) : Optional.empty();
    }

    private static Optional<byte[]> unsigned(BigInteger number, int length) {
        if (number.bitLength() > length * LONG) {
            return Optional.empty();
        }
        byte[] given = number.toByteArray();
        byte[] octets = new byte[length];
        int taken = Math.min(given.length, length);
        System.arraycopy(given, given.length - taken, octets, length - taken, taken);
        return Optional.of(octets);
    }

    private static Optional<byte[]> address(String value, int length) {
        if (Network.address(value).isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] octets = InetAddress.getByName(value).getAddress();
            return octets.length == length ? Optional.of(Arrays.copyOf(octets, length)) : Optional.empty();
        } catch (UnknownHostException impossible) {
            return Optional.empty();
        }
    }
}
