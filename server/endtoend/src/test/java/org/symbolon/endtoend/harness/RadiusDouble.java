package org.symbolon.endtoend.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aaa4j.radius.core.attribute.StringData;
import org.aaa4j.radius.core.attribute.TextData;
import org.aaa4j.radius.core.attribute.attributes.MessageAuthenticator;
import org.aaa4j.radius.core.attribute.attributes.ReplyMessage;
import org.aaa4j.radius.core.attribute.attributes.State;
import org.aaa4j.radius.core.attribute.attributes.UserName;
import org.aaa4j.radius.core.attribute.attributes.UserPassword;
import org.aaa4j.radius.core.packet.PacketCodecException;
import org.aaa4j.radius.core.packet.packets.AccessAccept;
import org.aaa4j.radius.core.packet.packets.AccessChallenge;
import org.aaa4j.radius.core.packet.packets.AccessReject;
import org.symbolon.connectors.radius.HandMadeRadiusServer;

/**
 * A RADIUS server that lets in whoever types {@link #RIGHT}. Who types {@link #FIRST} is asked for more, and again if he answers {@link
 * #AGAIN}; an answer counts only with the state of the question.
 */
public final class RadiusDouble implements AutoCloseable {

    public static final String RIGHT = "755224";
    public static final String FIRST = "first";
    public static final String AGAIN = "again";
    public static final String MESSAGE = "Second value, bitte schön";

    private static final byte[] STATE = {1, -1};

    /** Somebody who was asked about. */
    public record Asked(String user, String password, boolean answers) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HandMadeRadiusServer server = new HandMadeRadiusServer(this::answers);

    public int port() {
        return server.port();
    }

    /** Defines a RADIUS server at a port of this machine, which is asked once. */
    public static void define(ApiClient admin, String name, int port, int seconds, String... more) {
        String[] settings = {"server", "127.0.0.1", "port", "" + port, "timeout", "" + seconds, "retries", "1"};
        String[] all = ApiClient.joined(ApiClient.joined(settings, "secret", HandMadeRadiusServer.SECRET), more);
        Wire.assertValue(admin.post("/radiusserver/" + name, all), "true");
    }

    /** Who was asked about since somebody looked last. */
    public List<Asked> asked() {
        List<Asked> all = new ArrayList<>(asked);
        asked.clear();
        return all;
    }

    private List<byte[]> answers(HandMadeRadiusServer.Asked request) throws PacketCodecException {
        String password =
                new String(request.attribute(UserPassword.class).getData().getValue(), UTF_8);
        boolean answers = request.packet()
                .getAttribute(State.class)
                .filter(state -> Arrays.equals(state.getData().getValue(), STATE))
                .isPresent();
        asked.add(new Asked(request.attribute(UserName.class).getData().getValue(), password, answers));
        if (password.equals(answers ? AGAIN : FIRST)) {
            State state = new State(new StringData(STATE));
            ReplyMessage message = new ReplyMessage(new TextData(MESSAGE));
            return List.of(request.answer(AccessChallenge.CODE, new MessageAuthenticator(), state, message));
        }
        int code = password.equals(RIGHT) ? AccessAccept.CODE : AccessReject.CODE;
        return List.of(request.answer(code, new MessageAuthenticator()));
    }

    @Override
    public void close() {
        server.close();
    }
}
