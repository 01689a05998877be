package org.symbolon.connectors.radiusclient;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A packet made by hand, as RFC 2865 and RFC 3579 describe it and with nothing that the server is made of. */
public final class SoftPacket {

    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();
    private static final int HEADER = 20;

    private final int code;
    private final byte[] secret;
    private final byte[] authenticator = new byte[16];
    private final ByteArrayOutputStream attributes = new ByteArrayOutputStream();
    private int identifier = RANDOM.nextInt(256);
    private int signatureAt = -1;

    private SoftPacket(int code, String secret) {
        this.code = code;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        RANDOM.nextBytes(authenticator);
    }

    /** An Access-Request, with a Message-Authenticator. */
    public static SoftPacket request(String secret) {
        return new SoftPacket(1, secret).signed();
    }

    public static SoftPacket unsigned(String secret) {
        return new SoftPacket(1, secret);
    }

    public static SoftPacket of(int code, String secret) {
        return new SoftPacket(code, secret);
    }

    public SoftPacket signed() {
        signatureAt = attributes.size();
        return with(80, new byte[16]);
    }

    public SoftPacket numbered(int number) {
        identifier = number;
        return this;
    }

    public SoftPacket with(int type, byte[] value) {
        attributes.write(type);
        attributes.write(value.length + 2);
        attributes.writeBytes(value);
        return this;
    }

    public SoftPacket with(int type, String value) {
        return with(type, value.getBytes(StandardCharsets.UTF_8));
    }

    public SoftPacket user(String name) {
        return with(1, name);
    }

    public SoftPacket password(String typed) {
        return with(2, hidden(typed.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] hidden(byte[] typed) {
        byte[] padded = Arrays.copyOf(typed, Math.max(1, (typed.length + 15) / 16) * 16);
        byte[] before = authenticator;
        for (int block = 0; block < padded.length; block += 16) {
            byte[] mask = md5(secret, before);
            for (int index = 0; index < 16; index++) {
                padded[block + index] ^= mask[index];
            }
            before = Arrays.copyOfRange(padded, block, block + 16);
        }
        return padded;
    }

    public byte[] bytes() {
        byte[] packet = new byte[HEADER + attributes.size()];
        packet[0] = (byte) code;
        packet[1] = (byte) identifier;
        packet[2] = (byte) (packet.length >> 8);
        packet[3] = (byte) packet.length;
        System.arraycopy(authenticator, 0, packet, 4, 16);
        System.arraycopy(attributes.toByteArray(), 0, packet, HEADER, attributes.size());
        if (signatureAt >= 0) {
            System.arraycopy(hmac(packet, secret), 0, packet, HEADER + signatureAt + 2, 16);
        }
        return packet;
    }

    /** What was answered, if it is an answer to this that proves itself and begins with a Message-Authenticator. */
    public Answer read(byte[] answer) {
        byte[] proof = Arrays.copyOfRange(answer, 4, 20);
        byte[] asked = answer.clone();
        System.arraycopy(authenticator, 0, asked, 4, 16);
        check(answer[1] == (byte) identifier, "identifier");
        check((Byte.toUnsignedInt(answer[2]) << 8 | Byte.toUnsignedInt(answer[3])) == answer.length, "length");
        check(Arrays.equals(proof, md5(asked, secret)), "response authenticator");
        check(answer[20] == 80 && answer[21] == 18, "place of the Message-Authenticator");
        byte[] signature = Arrays.copyOfRange(answer, 22, 38);
        Arrays.fill(asked, 22, 38, (byte) 0);
        check(Arrays.equals(signature, hmac(asked, secret)), "Message-Authenticator");
        return Answer.of(answer);
    }

    private static void check(boolean right, String what) {
        if (!right) {
            throw new AssertionError("The answer has a wrong " + what);
        }
    }

    private static byte[] md5(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] hmac(byte[] packet, byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(secret, "HmacMD5"));
            return mac.doFinal(packet);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** What a server says. */
    public record Answer(int code, List<Value> values) {

        public record Value(int type, String text) {}

        private static Answer of(byte[] packet) {
            List<Value> values = new ArrayList<>();
            for (int at = HEADER; at < packet.length; at += Byte.toUnsignedInt(packet[at + 1])) {
                int end = at + Byte.toUnsignedInt(packet[at + 1]);
                values.add(new Value(
                        Byte.toUnsignedInt(packet[at]),
                        new String(Arrays.copyOfRange(packet, at + 2, end), StandardCharsets.ISO_8859_1)));
            }
            return new Answer(packet[0], values);
        }

        /** The values of this type, in Latin-1. */
        public List<String> all(int type) {
            return values.stream()
                    .filter(value -> value.type == type)
                    .map(Value::text)
                    .toList();
        }

        public boolean isAccept() {
            return code == 2;
        }

        public boolean isReject() {
            return code == 3;
        }

        public boolean isChallenge() {
            return code == 11;
        }

        public String message() {
            return new String(String.join("", all(18)).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }

        public String state() {
            return all(24).get(0);
        }
    }
}
