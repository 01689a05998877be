package org.symbolon.connectors.radiusclient;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;

/** A VPN gateway that asks by UDP, from an address and a port of its own. */
public final class SoftGateway implements Closeable {

    private static final int PATIENCE = 30_000;

    private final DatagramSocket socket;

    private SoftGateway(DatagramSocket socket) {
        this.socket = socket;
    }

    /** One at this address of the machine that asks its port. */
    public static SoftGateway at(String address, int port) {
        try {
            DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return new SoftGateway(socket);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void send(byte[] packet) {
        try {
            socket.send(new DatagramPacket(packet, packet.length));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public SoftPacket.Answer ask(SoftPacket packet) {
        send(packet.bytes());
        return packet.read(received(PATIENCE).orElseThrow(() -> new AssertionError("There is no answer")));
    }

    /** What comes within so many milliseconds. */
    public Optional<byte[]> received(int millis) {
        DatagramPacket packet = new DatagramPacket(new byte[5000], 5000);
        try {
            socket.setSoTimeout(millis);
            socket.receive(packet);
            return Optional.of(Arrays.copyOf(packet.getData(), packet.getLength()));
        } catch (SocketTimeoutException silence) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether a packet gets no answer: one that is sent after it does, and is answered first. */
    public boolean isIgnored(byte[] packet, SoftPacket after) {
        send(packet);
        send(after.bytes());
        after.read(received(PATIENCE).orElseThrow(() -> new AssertionError("There is no answer")));
        return true;
    }

    @Override
    public void close() {
        socket.close();
    }
}
