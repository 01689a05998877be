package org.symbolon.connectors.radiusclient;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A proxy that asks by RADIUS/TLS, over one connection. */
public final class SoftProxy implements Closeable {

    private static final int PATIENCE = 30_000;

    /** What all share who ask so. */
    public static final String SECRET = "radsec";

    private final SSLSocket socket;

    private SoftProxy(SSLSocket socket) {
        this.socket = socket;
    }

    /**
     * One at this address of the machine that is connected with its port.
     *
     * @throws IOException if it is not let in, as far as that shows now
     */
    public static SoftProxy at(String address, int port, SSLContext context) throws IOException {
        Socket plain = new Socket();
        plain.bind(new InetSocketAddress(address, 0));
        plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        plain.setSoTimeout(PATIENCE);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", port, true);
        socket.startHandshake();
        return new SoftProxy(socket);
    }

    public void send(byte[] packet) throws IOException {
        socket.getOutputStream().write(packet);
    }

    /**
     * The next packet.
     *
     * @throws IOException if there is none
     */
    public byte[] received() throws IOException {
        DataInputStream input = new DataInputStream(socket.getInputStream());
        byte[] header = new byte[4];
        input.readFully(header);
        int length = Byte.toUnsignedInt(header[2]) << 8 | Byte.toUnsignedInt(header[3]);
        byte[] packet = Arrays.copyOf(header, length);
        input.readFully(packet, 4, length - 4);
        return packet;
    }

    public SoftPacket.Answer ask(SoftPacket packet) throws IOException {
        send(packet.bytes());
        return packet.read(received());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
