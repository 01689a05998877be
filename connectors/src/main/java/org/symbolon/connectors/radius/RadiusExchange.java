package org.symbolon.connectors.radius;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.connectors.network.Deadline;

/** Sends one request as often as it takes, and waits for an answer that counts; whatever else arrives is passed over. */
final class RadiusExchange {

    private static final int LONGEST_PACKET = 4096;

    private final RadiusPeer peer;
    private final DatagramSocket socket;
    private final SentRequest request;
    private final boolean signed;
    private final Deadline deadline;
    private int passedOver;

    RadiusExchange(RadiusPeer peer, DatagramSocket socket, SentRequest request, boolean signed, Deadline deadline) {
        this.peer = peer;
        this.socket = socket;
        this.request = request;
        this.signed = signed;
        this.deadline = deadline;
    }

    /**
     * The answer.
     *
     * @throws SocketTimeoutException if there is none in time
     */
    ReceivedAnswer answer() throws IOException {
        for (int attempt = 0; attempt < peer.tries() && !deadline.isOver(); attempt++) {
            socket.send(new DatagramPacket(request.bytes(), request.bytes().length));
            Optional<ReceivedAnswer> answer = awaited(Deadline.in(peer.timeout()));
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new SocketTimeoutException(
                passedOver == 0
                        ? "does not answer"
                        : "sends nothing that proves to be an answer: look at the secret and the Message-Authenticator");
    }

    /** Whether anything has come that was no answer. */
    boolean heardSomething() {
        return passedOver > 0;
    }

    private Optional<ReceivedAnswer> awaited(Deadline turn) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[LONGEST_PACKET], LONGEST_PACKET);
        while (!turn.isOver() && !deadline.isOver()) {
            packet.setLength(LONGEST_PACKET);
            socket.setSoTimeout(Math.min(turn.millisLeft(), deadline.millisLeft()));
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException silence) {
                return Optional.empty();
            }
            Optional<ReceivedAnswer> answer = ReceivedAnswer.of(
                            Arrays.copyOf(packet.getData(), packet.getLength()), request)
                    .filter(received -> received.isSigned() || !signed)
                    .filter(received -> received.meaning().isPresent());
            if (answer.isPresent()) {
                return answer;
            }
            passedOver++;
        }
        return Optional.empty();
    }
}
