package org.symbolon.endtoend.tokentype;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aaa4j.radius.core.attribute.Attribute;
import org.aaa4j.radius.core.attribute.StringData;
import org.aaa4j.radius.core.attribute.TextData;
import org.aaa4j.radius.core.attribute.attributes.MessageAuthenticator;
import org.aaa4j.radius.core.attribute.attributes.ReplyMessage;
import org.aaa4j.radius.core.attribute.attributes.State;
import org.aaa4j.radius.core.attribute.attributes.UserName;
import org.aaa4j.radius.core.attribute.attributes.UserPassword;
import org.aaa4j.radius.core.dictionary.dictionaries.StandardDictionary;
import org.aaa4j.radius.core.packet.Packet;
import org.aaa4j.radius.core.packet.PacketCodec;
import org.aaa4j.radius.core.packet.PacketCodecException;
import org.aaa4j.radius.core.packet.packets.AccessAccept;
import org.aaa4j.radius.core.packet.packets.AccessChallenge;
import org.aaa4j.radius.core.packet.packets.AccessReject;

/**
 * A RADIUS server that lets in whoever types {@link #RIGHT}. Who types {@link #FIRST} is asked for more, and again if he answers {@link
 * #AGAIN}; an answer counts only with the state of the question.
 */
final class RadiusOfTest implements AutoCloseable {

    static final String SECRET = "Shared-Secret-9";
    static final String RIGHT = "755224";
    static final String FIRST = "first";
    static final String AGAIN = "again";
    static final String MESSAGE = "Second value, bitte schön";

    private static final PacketCodec CODEC = new PacketCodec(new StandardDictionary());

    /** Somebody who was asked about. */
    record Asked(String user, String password, boolean answers) {}

    private final DatagramSocket socket;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    RadiusOfTest() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread serving = new Thread(this::serve, "radius-of-a-test");
        serving.setDaemon(true);
        serving.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Who was asked about since somebody looked last. */
    List<Asked> asked() {
        List<Asked> all = new ArrayList<>(asked);
        asked.clear();
        return all;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                DatagramPacket request = new DatagramPacket(new byte[4096], 4096);
                socket.receive(request);
                byte[] answer = answer(Arrays.copyOf(request.getData(), request.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, request.getSocketAddress()));
            } catch (IOException | PacketCodecException unreadable) {
                // Whoever has another secret gets no answer.
            }
        }
    }

    private byte[] answer(byte[] request) throws PacketCodecException {
        Packet packet = CODEC.decodeRequest(request.clone(), SECRET.getBytes(UTF_8));
        String password = new String(
                packet.getAttribute(UserPassword.class).orElseThrow().getData().getValue(), UTF_8);
        String user =
                packet.getAttribute(UserName.class).orElseThrow().getData().getValue();
        boolean answers = packet.getAttribute(State.class)
                .filter(state -> Arrays.equals(state.getData().getValue(), new byte[] {1, -1}))
                .isPresent();
        asked.add(new Asked(user, password, answers));
        return CODEC.encodeResponse(
                meaning(password, answers),
                SECRET.getBytes(UTF_8),
                Byte.toUnsignedInt(request[1]),
                Arrays.copyOfRange(request, 4, 20));
    }

    private static Packet meaning(String password, boolean answers) {
        Attribute<?> signature = new MessageAuthenticator();
        if (answers ? password.equals(AGAIN) : password.equals(FIRST)) {
            State state = new State(new StringData(new byte[] {1, -1}));
            ReplyMessage message = new ReplyMessage(new TextData(MESSAGE));
            return new Packet(AccessChallenge.CODE, List.of(signature, state, message));
        }
        return new Packet(password.equals(RIGHT) ? AccessAccept.CODE : AccessReject.CODE, List.of(signature));
    }

    @Override
    public void close() {
        socket.close();
    }
}
