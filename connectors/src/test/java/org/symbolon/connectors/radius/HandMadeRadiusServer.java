package org.symbolon.connectors.radius;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aaa4j.radius.core.attribute.Attribute;
import org.aaa4j.radius.core.dictionary.dictionaries.StandardDictionary;
import org.aaa4j.radius.core.packet.Packet;
import org.aaa4j.radius.core.packet.PacketCodec;
import org.aaa4j.radius.core.packet.PacketCodecException;

/** A RADIUS server that answers what it is told to, right or wrong. */
public final class HandMadeRadiusServer implements AutoCloseable {

    public static final String SECRET = "Shared+Secret/ü";

    private static final int LONGEST = 4096;
    private static final PacketCodec CODEC = new PacketCodec(new StandardDictionary());

    /** Makes the answers, one after the other, to what has been received; none is silence. */
    @FunctionalInterface
    public interface Behaviour {
        List<byte[]> answers(Asked asked) throws Exception;
    }

    /** A request, and how often it has come before. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares it
    public record Asked(byte[] bytes, int before) {

        public Packet packet() throws PacketCodecException {
            return CODEC.decodeRequest(bytes.clone(), secret());
        }

        public <A extends Attribute<?>> A attribute(Class<A> type) throws PacketCodecException {
            return packet().getAttribute(type).orElseThrow();
        }

        byte[] authenticator() {
            return Arrays.copyOfRange(bytes, 4, 20);
        }

        /** A right answer, with the attributes as they are. */
        public byte[] answer(int code, Attribute<?>... attributes) throws PacketCodecException {
            return CODEC.encodeResponse(
                    new Packet(code, List.of(attributes)), secret(), Byte.toUnsignedInt(bytes[1]), authenticator());
        }

        /** Bytes that were changed, with the response authenticator made anew for them. */
        public byte[] resigned(byte[] answer) {
            byte[] changed = answer.clone();
            System.arraycopy(authenticator(), 0, changed, 4, 16);
            try {
                MessageDigest md5 = MessageDigest.getInstance("MD5");
                md5.update(changed);
                System.arraycopy(md5.digest(secret()), 0, changed, 4, 16);
                return changed;
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private final DatagramSocket socket;
    private final Behaviour behaviour;
    private final List<byte[]> received = new CopyOnWriteArrayList<>();

    public HandMadeRadiusServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread thread = new Thread(this::serve, "hand-made-radius-server");
        thread.setDaemon(true);
        thread.start();
    }

    private static byte[] secret() {
        return SECRET.getBytes(StandardCharsets.UTF_8);
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[LONGEST], LONGEST);
                socket.receive(packet);
                byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
                Asked asked = new Asked(bytes, received.size());
                received.add(bytes);
                for (byte[] answer : answers(asked)) {
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException closed) {
            return;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A request that cannot be read gets none. */
    private List<byte[]> answers(Asked asked) throws Exception {
        try {
            return behaviour.answers(asked);
        } catch (PacketCodecException unreadable) {
            return List.of();
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** All requests, as they came. */
    public List<byte[]> received() {
        return received;
    }

    @Override
    public void close() {
        socket.close();
    }
}
