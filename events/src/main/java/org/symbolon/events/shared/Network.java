package org.symbolon.events.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A range of addresses such as 10.1.2.0/24 or 10.1.2.0/255.255.255.0. It reads literal addresses only and never asks a name server. */
public record Network(Bits address, int prefixLength) {

    public static final Network ANY_IPV4 = new Network(new Bits(new byte[4]), 0);

    private static final Network LOOPBACK_IPV4 = new Network(new Bits(new byte[] {127, 0, 0, 0}), 8);
    private static final Network LOOPBACK_IPV6 =
            new Network(new Bits(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}), Bits.OF_IPV6);
    private static final int CUSTOMER_BITS = 64;

    /** The octets of an address, so that the record has no bare array. */
    public static final class Bits {
        private static final int OF_IPV6 = 128;

        private final byte[] octets;

        Bits(byte[] octets) {
            this.octets = octets;
        }

        int length() {
            return octets.length * 8;
        }

        boolean startsLike(Bits other, int count) {
            int whole = count / 8;
            if (!Arrays.equals(octets, 0, whole, other.octets, 0, whole)) {
                return false;
            }
            int rest = count % 8;
            return rest == 0 || ((octets[whole] ^ other.octets[whole]) & 0xff) >> (8 - rest) == 0;
        }

        /** -1 if there are ones behind the first zero. */
        int leadingOnes() {
            int ones = 0;
            while (ones < length() && at(ones) == 1) {
                ones++;
            }
            for (int bit = ones; bit < length(); bit++) {
                if (at(bit) == 1) {
                    return -1;
                }
            }
            return ones;
        }

        /** The first of them; a multiple of 8. */
        String hexadecimal(int count) {
            return HexFormat.of().formatHex(octets, 0, count / 8);
        }

        private int at(int bit) {
            return (octets[bit / 8] >> (7 - bit % 8)) & 1;
        }
    }

    /** Empty if the text is neither an address nor a range of them. */
    public static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        Optional<Bits> address = literal(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int length = slash < 0 ? address.get().length() : prefixLength(text.substring(slash + 1));
        boolean fits = length >= 0 && length <= address.get().length();
        return fits ? Optional.of(new Network(address.get(), length)) : Optional.empty();
    }

    /** Empty if the text is no address. */
    public static Optional<Bits> address(String text) {
        return literal(text);
    }

    /** Whether the text is an address by which a machine speaks to itself (RFC 1122, 3.2.1.3; RFC 4291, 2.5.3). */
    public static boolean isLoopback(String address) {
        return literal(address)
                .filter(bits -> LOOPBACK_IPV4.contains(bits) || LOOPBACK_IPV6.contains(bits))
                .isPresent();
    }

    /**
     * What one customer of a provider has for himself: an address of IPv4, the first 64 bits of one of IPv6 (RFC 6177, 2). Anything
     * that is no address stays as it is.
     */
    public static String neighbourhood(String address) {
        return literal(address)
                .filter(bits -> bits.length() == Bits.OF_IPV6)
                .map(bits -> bits.hexadecimal(CUSTOMER_BITS))
                .orElse(address);
    }

    /** Whether the text is an address of this range. */
    public boolean contains(String candidate) {
        return literal(candidate).filter(this::contains).isPresent();
    }

    /** Whether the address is of this range. */
    public boolean contains(Bits candidate) {
        return candidate.length() == address.length() && candidate.startsLike(address, prefixLength);
    }

    /** A number, or the ones at the begin of a mask; -1 if it is neither. */
    private static int prefixLength(String text) {
        if (text.indexOf('.') < 0) {
            return number(text);
        }
        return ipv4(text).map(Bits::leadingOnes).orElse(-1);
    }

    private static Optional<Bits> literal(String text) {
        return text.indexOf(':') >= 0 ? ipv6(text) : ipv4(text);
    }

    private static Optional<Bits> ipv4(String text) {
        byte[] octets = new byte[4];
        int begin = 0;
        for (int index = 0; index < 4; index++) {
            int end = index < 3 ? text.indexOf('.', begin) : text.length();
            int octet = end < begin ? -1 : number(text.substring(begin, end));
            if (octet < 0 || octet > 255) {
                return Optional.empty();
            }
            octets[index] = (byte) octet;
            begin = end + 1;
        }
        return Optional.of(new Bits(octets));
    }

    private static Optional<Bits> ipv6(String text) {
        boolean literal = text.chars().allMatch(unit -> unit == ':' || unit == '.' || Character.digit(unit, 16) >= 0);
        if (!literal) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Bits(InetAddress.getByName(text).getAddress()));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    /** A number of at most three digits, or -1. */
    private static int number(String text) {
        if (text.isEmpty() || text.length() > 3) {
            return -1;
        }
        int number = 0;
        for (int index = 0; index < text.length(); index++) {
            char digit = text.charAt(index);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }
}
