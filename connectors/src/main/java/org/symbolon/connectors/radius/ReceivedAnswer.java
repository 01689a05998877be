package org.symbolon.connectors.radius;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aaa4j.radius.core.attribute.RawAttribute;
import org.aaa4j.radius.core.attribute.attributes.MessageAuthenticator;
import org.aaa4j.radius.core.attribute.attributes.ReplyMessage;
import org.aaa4j.radius.core.attribute.attributes.State;
import org.aaa4j.radius.core.packet.Packet;
import org.aaa4j.radius.core.packet.PacketCodec;
import org.aaa4j.radius.core.packet.PacketCodecException;
import org.aaa4j.radius.core.packet.packets.AccessAccept;
import org.aaa4j.radius.core.packet.packets.AccessChallenge;
import org.aaa4j.radius.core.packet.packets.AccessReject;
import org.symbolon.command.radiusserver.port.RadiusAnswer;
import org.symbolon.command.radiusserver.port.RadiusState;

/** A packet that has proven to be the answer to a request: by its identifier, its authenticator and its signature. */
final class ReceivedAnswer {

    private static final PacketCodec CODEC = new PacketCodec(new NoDefinitions());
    private static final int HEADER = 20;
    private static final int AUTHENTICATOR = 16;
    private static final int LONGEST_PIECE = 253;

    private final Packet packet;

    private ReceivedAnswer(Packet packet) {
        this.packet = packet;
    }

    /** The answer that the bytes are; empty if they are none, or prove nothing. */
    static Optional<ReceivedAnswer> of(byte[] bytes, SentRequest request) {
        if (bytes.length < HEADER || bytes[1] != request.identifier()) {
            return Optional.empty();
        }
        int length = (Byte.toUnsignedInt(bytes[2]) << Byte.SIZE) | Byte.toUnsignedInt(bytes[3]);
        if (length < HEADER || length > bytes.length) {
            return Optional.empty();
        }
        try {
            Packet packet = CODEC.decodeResponse(
                    Arrays.copyOf(bytes, length), request.secret().utf8(), request.authenticator());
            return Optional.of(new ReceivedAnswer(packet)).filter(ReceivedAnswer::isUnambiguous);
        } catch (PacketCodecException | RuntimeException nonsense) {
            return Optional.empty();
        }
    }

    /** The library verifies one signature of the right length; any other would pass as none. */
    private boolean isUnambiguous() {
        List<byte[]> signatures = values(MessageAuthenticator.TYPE.head());
        return signatures.isEmpty() || (signatures.size() == 1 && signatures.get(0).length == AUTHENTICATOR);
    }

    /** Whether it has a Message-Authenticator, which has been verified then. */
    boolean isSigned() {
        return !values(MessageAuthenticator.TYPE.head()).isEmpty();
    }

    /** What it says; empty if it is no answer to whether somebody is let in. */
    Optional<RadiusAnswer> meaning() {
        return switch (packet.getCode()) {
            case AccessAccept.CODE -> Optional.of(new RadiusAnswer.Accepted(message()));
            case AccessReject.CODE -> Optional.of(new RadiusAnswer.Rejected(message()));
            case AccessChallenge.CODE -> Optional.of(new RadiusAnswer.Challenged(message(), state()));
            default -> Optional.empty();
        };
    }

    private Optional<RadiusState> state() {
        return values(State.TYPE.head()).stream()
                .filter(value -> value.length > 0)
                .findFirst()
                .map(RadiusState::of);
    }

    /** A text too long for one attribute goes on in the next, perhaps in the middle of a letter; other texts are lines. */
    private String message() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int before = LONGEST_PIECE;
        for (byte[] piece : values(ReplyMessage.TYPE.head())) {
            if (before < LONGEST_PIECE) {
                text.write('\n');
            }
            text.writeBytes(piece);
            before = piece.length;
        }
        return text.toString(StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }

    private List<byte[]> values(int type) {
        return packet.getAttributes().stream()
                .map(RawAttribute.class::cast)
                .filter(attribute -> attribute.getType().head() == type)
                .map(attribute -> attribute.getData().getValue())
                .toList();
    }
}
