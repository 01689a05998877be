package org.symbolon.connectors.radiusclient;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aaa4j.radius.core.attribute.Attribute;
import org.aaa4j.radius.core.attribute.RawAttribute;
import org.aaa4j.radius.core.packet.Packet;
import org.aaa4j.radius.core.packet.PacketCodec;
import org.aaa4j.radius.core.packet.PacketCodecException;
import org.symbolon.command.radiusclient.port.RadiusVerdict;
import org.symbolon.connectors.radius.NoDefinitions;

/**
 * Writes answers. Each begins with a Message-Authenticator, so that nobody on the way can make another answer of it (CVE-2024-3596), and
 * ends with what proxies have put into the request.
 */
final class AnswerPacket {

    private static final int ACCEPT = 2;
    private static final int REJECT = 3;
    private static final int CHALLENGE = 11;
    private static final int REPLY_MESSAGE = 18;
    private static final int PROXY_STATE = 33;
    private static final int LONGEST_VALUE = 253;
    private static final int LONGEST_MESSAGE = 1000;
    private static final int AUTHENTICATOR = 16;
    private static final int EAP_FAILURE = 4;
    private static final int EAP_HEADER = 4;

    private static final PacketCodec CODEC = new PacketCodec(new NoDefinitions());

    private final RequestPacket request;
    private final byte[] secret;

    AnswerPacket(RequestPacket request, byte[] secret) {
        this.request = request;
        this.secret = secret;
    }

    /** The packet that tells the verdict; empty if there is none to tell, or it does not fit. */
    Optional<byte[]> of(RadiusVerdict verdict) {
        if (verdict instanceof RadiusVerdict.Accepted accepted) {
            return encoded(ACCEPT, told(accepted), accepted.message());
        }
        if (verdict instanceof RadiusVerdict.Challenged challenged) {
            byte[] state = challenged.state().getBytes(StandardCharsets.UTF_8);
            return encoded(CHALLENGE, List.of(new RawAttribute(RequestPacket.STATE, state)), challenged.message());
        }
        if (verdict instanceof RadiusVerdict.Rejected rejected) {
            return encoded(REJECT, request.has(RequestPacket.EAP_MESSAGE) ? failure() : List.of(), rejected.message());
        }
        return Optional.empty();
    }

    /** That the server is there (RFC 5997). */
    byte[] ofStatus() {
        return encoded(ACCEPT, List.of(), "").orElseThrow();
    }

    private static List<Attribute<?>> told(RadiusVerdict.Accepted accepted) {
        List<Attribute<?>> told = new ArrayList<>();
        accepted.attributes().forEach(one -> told.add(new RawAttribute(one.type(), one.octets())));
        return told;
    }

    /** A conversation in EAP ends with a word of its own (RFC 3579, 2.6.3). */
    private List<Attribute<?>> failure() {
        byte[] begun = request.values(RequestPacket.EAP_MESSAGE).get(0);
        byte identifier = begun.length > 1 ? begun[1] : 0;
        return List.of(
                new RawAttribute(RequestPacket.EAP_MESSAGE, new byte[] {EAP_FAILURE, identifier, 0, EAP_HEADER}));
    }

    private Optional<byte[]> encoded(int code, List<Attribute<?>> own, String message) {
        List<Attribute<?>> attributes = new ArrayList<>();
        attributes.add(new RawAttribute(RequestPacket.MESSAGE_AUTHENTICATOR, new byte[AUTHENTICATOR]));
        attributes.addAll(own);
        List<RawAttribute> passed = request.values(PROXY_STATE).stream()
                .map(state -> new RawAttribute(PROXY_STATE, state))
                .toList();
        int room = RequestPacket.LONGEST - RequestPacket.HEADER - lengthOf(attributes) - lengthOf(passed);
        if (room < 0) {
            return Optional.empty();
        }
        attributes.addAll(lines(message, room));
        attributes.addAll(passed);
        return Optional.of(encoded(new Packet(code, attributes)));
    }

    private byte[] encoded(Packet answer) {
        try {
            return CODEC.encodeResponse(answer, secret, request.identifier(), request.authenticator());
        } catch (PacketCodecException impossible) {
            throw new IllegalStateException("A RADIUS answer could not be written", impossible);
        }
    }

    private static int lengthOf(List<? extends Attribute<?>> attributes) {
        return attributes.stream()
                .mapToInt(attribute -> ((RawAttribute) attribute).getData().length() + 2)
                .sum();
    }

    /** The text in pieces, none of which ends within a letter; what is too long is cut. */
    private static List<Attribute<?>> lines(String message, int room) {
        List<Attribute<?>> lines = new ArrayList<>();
        int left = Math.min(room, LONGEST_MESSAGE);
        StringBuilder piece = new StringBuilder();
        int length = 0;
        for (int letter : message.codePoints().toArray()) {
            String text = Character.toString(letter);
            int more = text.getBytes(StandardCharsets.UTF_8).length;
            if (length + more > Math.min(LONGEST_VALUE, left - 2)) {
                if (length == 0) {
                    return lines;
                }
                left -= length + 2;
                lines.add(line(piece));
                piece.setLength(0);
                length = 0;
                if (more > left - 2) {
                    return lines;
                }
            }
            piece.append(text);
            length += more;
        }
        if (length > 0) {
            lines.add(line(piece));
        }
        return lines;
    }

    private static RawAttribute line(StringBuilder piece) {
        return new RawAttribute(REPLY_MESSAGE, piece.toString().getBytes(StandardCharsets.UTF_8));
    }
}
