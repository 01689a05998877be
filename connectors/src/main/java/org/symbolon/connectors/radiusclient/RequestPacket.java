package org.symbolon.connectors.radiusclient;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.aaa4j.radius.core.attribute.CodecContext;
import org.aaa4j.radius.core.attribute.UserPasswordDataFilter;
import org.symbolon.command.radiusclient.port.RadiusLogin.Method;
import org.symbolon.connectors.radius.NoDefinitions;
import org.symbolon.events.shared.Secret;

/**
 * A packet that was received and is whole; what it says is not proven yet. It is taken apart here and not by the library, which lets a
 * Message-Authenticator pass that has another length, or comes twice.
 */
final class RequestPacket {

    static final int ACCESS_REQUEST = 1;
    static final int STATUS_SERVER = 12;

    static final int USER_NAME = 1;
    static final int STATE = 24;
    static final int EAP_MESSAGE = 79;
    static final int MESSAGE_AUTHENTICATOR = 80;

    static final int LONGEST = 4096;
    static final int HEADER = 20;
    private static final int AUTHENTICATOR = 16;
    private static final int AUTHENTICATOR_AT = 4;
    private static final int ATTRIBUTE_HEADER = 2;
    private static final int USER_PASSWORD = 2;
    private static final int CHAP_PASSWORD = 3;
    private static final int VENDOR_SPECIFIC = 26;
    private static final int PASSWORD_BLOCK = 16;
    private static final int LONGEST_PASSWORD = 128;
    private static final byte[] MICROSOFT = {0, 0, 1, 0x37};
    private static final List<Integer> MS_CHAP = List.of(1, 11, 25);

    private final byte[] bytes;
    private final List<Attribute> attributes;

    /** Where the value of an attribute lies. */
    private record Attribute(int type, int from, int to) {}

    private RequestPacket(byte[] bytes, List<Attribute> attributes) {
        this.bytes = bytes;
        this.attributes = attributes;
    }

    /** The packet that these bytes begin with; what follows it is padding (RFC 2865, 3). Empty if there is none. */
    static Optional<RequestPacket> of(byte[] received) {
        if (received.length < HEADER) {
            return Optional.empty();
        }
        int length = lengthOf(received);
        if (length < HEADER || length > received.length || length > LONGEST) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOf(received, length);
        return attributes(bytes).map(found -> new RequestPacket(bytes, found));
    }

    /** How long a packet with this header says that it is. */
    static int lengthOf(byte[] header) {
        return (Byte.toUnsignedInt(header[2]) << Byte.SIZE) | Byte.toUnsignedInt(header[3]);
    }

    private static Optional<List<Attribute>> attributes(byte[] bytes) {
        List<Attribute> found = new ArrayList<>();
        int at = HEADER;
        while (at < bytes.length) {
            if (at + ATTRIBUTE_HEADER > bytes.length) {
                return Optional.empty();
            }
            int length = Byte.toUnsignedInt(bytes[at + 1]);
            if (length < ATTRIBUTE_HEADER || at + length > bytes.length) {
                return Optional.empty();
            }
            found.add(new Attribute(Byte.toUnsignedInt(bytes[at]), at + ATTRIBUTE_HEADER, at + length));
            at += length;
        }
        return Optional.of(found);
    }

    int code() {
        return Byte.toUnsignedInt(bytes[0]);
    }

    int identifier() {
        return Byte.toUnsignedInt(bytes[1]);
    }

    byte[] authenticator() {
        return Arrays.copyOfRange(bytes, AUTHENTICATOR_AT, AUTHENTICATOR_AT + AUTHENTICATOR);
    }

    boolean has(int type) {
        return attributes.stream().anyMatch(attribute -> attribute.type == type);
    }

    List<byte[]> values(int type) {
        return attributes.stream()
                .filter(attribute -> attribute.type == type)
                .map(this::value)
                .toList();
    }

    private byte[] value(Attribute attribute) {
        return Arrays.copyOfRange(bytes, attribute.from, attribute.to);
    }

    private Optional<byte[]> first(int type) {
        return values(type).stream().findFirst();
    }

    /** The first value of this type as a text; empty if there is none. */
    Optional<String> text(int type) {
        return first(type).map(RequestPacket::decoded);
    }

    /** The first value of this type as a number of four octets; empty if there is none. */
    Optional<String> number(int type) {
        return first(type)
                .filter(value -> value.length == Integer.BYTES)
                .map(value -> Integer.toUnsignedString(ByteBuffer.wrap(value).getInt()));
    }

    Optional<byte[]> octets(int type, int length) {
        return first(type).filter(value -> value.length == length);
    }

    /** Older devices send what people type in Latin-1. */
    private static String decoded(byte[] value) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(value, StandardCharsets.ISO_8859_1);
        }
    }

    /** Whether its one Message-Authenticator was made with this secret (RFC 3579, 3.2). */
    boolean isSignedWith(byte[] secret) {
        List<Attribute> signatures = attributes.stream()
                .filter(attribute -> attribute.type == MESSAGE_AUTHENTICATOR)
                .toList();
        if (signatures.size() != 1 || signatures.get(0).to - signatures.get(0).from != AUTHENTICATOR) {
            return false;
        }
        byte[] unsigned = bytes.clone();
        Arrays.fill(unsigned, signatures.get(0).from, signatures.get(0).to, (byte) 0);
        return MessageDigest.isEqual(value(signatures.get(0)), digest(unsigned, secret));
    }

    private static byte[] digest(byte[] unsigned, byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(secret, "HmacMD5"));
            return mac.doFinal(unsigned);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("There is no HMAC-MD5", impossible);
        }
    }

    Method method() {
        if (has(EAP_MESSAGE)) {
            return Method.EAP;
        }
        if (has(USER_PASSWORD)) {
            return Method.PAP;
        }
        if (has(CHAP_PASSWORD)) {
            return Method.CHAP;
        }
        return values(VENDOR_SPECIFIC).stream().anyMatch(RequestPacket::isMsChap) ? Method.MS_CHAP : Method.NONE;
    }

    private static boolean isMsChap(byte[] vendors) {
        return vendors.length > MICROSOFT.length
                && Arrays.equals(vendors, 0, MICROSOFT.length, MICROSOFT, 0, MICROSOFT.length)
                && MS_CHAP.contains((int) vendors[MICROSOFT.length]);
    }

    /** What was typed (RFC 2865, 5.2); empty if it is not hidden as it must be. */
    Optional<Secret> password(byte[] secret) {
        return first(USER_PASSWORD)
                .filter(hidden ->
                        hidden.length > 0 && hidden.length <= LONGEST_PASSWORD && hidden.length % PASSWORD_BLOCK == 0)
                .map(hidden -> UserPasswordDataFilter.INSTANCE.decode(
                        new CodecContext(new NoDefinitions(), secret, authenticator(), length -> {}), hidden))
                .map(RequestPacket::decoded)
                .map(Secret::of);
    }

    /** The same for a packet that is sent again. */
    String fingerprint() {
        return identifier() + "/" + HexFormat.of().formatHex(authenticator());
    }

    /** Shows nothing of what it says. */
    @Override
    public String toString() {
        return "RequestPacket[" + code() + "]";
    }
}
