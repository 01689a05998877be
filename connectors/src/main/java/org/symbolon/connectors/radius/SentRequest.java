package org.symbolon.connectors.radius;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.aaa4j.radius.core.attribute.Attribute;
import org.aaa4j.radius.core.attribute.StringData;
import org.aaa4j.radius.core.attribute.TextData;
import org.aaa4j.radius.core.attribute.attributes.MessageAuthenticator;
import org.aaa4j.radius.core.attribute.attributes.NasIdentifier;
import org.aaa4j.radius.core.attribute.attributes.State;
import org.aaa4j.radius.core.attribute.attributes.UserName;
import org.aaa4j.radius.core.attribute.attributes.UserPassword;
import org.aaa4j.radius.core.dictionary.Dictionary;
import org.aaa4j.radius.core.dictionary.dictionaries.StandardDictionary;
import org.aaa4j.radius.core.packet.PacketCodec;
import org.aaa4j.radius.core.packet.PacketCodecException;
import org.aaa4j.radius.core.packet.packets.AccessRequest;
import org.symbolon.command.radiusserver.port.RadiusRequest;
import org.symbolon.events.shared.Secret;

/**
 * A request as it goes out. It begins with a Message-Authenticator, so that nobody on the way can make another request of
 * it; what is sent again is the same to the last byte, so that the server knows it again.
 */
final class SentRequest {

    private static final Dictionary DICTIONARY = new StandardDictionary();
    private static final int AUTHENTICATOR = 16;
    private static final int IDENTIFIERS = 256;
    private static final int HEADER = 20;
    private static final byte STATUS_SERVER = 12;
    private static final byte MESSAGE_AUTHENTICATOR = 80;
    private static final int STATUS_LENGTH = HEADER + 2 + AUTHENTICATOR;

    private final byte[] bytes;
    private final byte[] authenticator;
    private final Secret secret;

    private SentRequest(byte[] bytes, byte[] authenticator, Secret secret) {
        this.bytes = bytes;
        this.authenticator = authenticator;
        this.secret = secret;
    }

    static SentRequest of(RadiusRequest request, Secret secret, Random random) {
        byte[] authenticator = new byte[AUTHENTICATOR];
        random.nextBytes(authenticator);
        PacketCodec codec = new PacketCodec(DICTIONARY, random::nextBytes, () -> random.nextInt(IDENTIFIERS));
        AccessRequest packet = new AccessRequest(attributes(request));
        try {
            return new SentRequest(codec.encodeRequest(packet, secret.utf8(), authenticator), authenticator, secret);
        } catch (PacketCodecException impossible) {
            throw new IllegalStateException("A RADIUS request could not be written", impossible);
        }
    }

    /** One that asks whether the server is there (Status-Server, RFC 5997): about nobody, so that nobody is let in or refused. */
    static SentRequest status(Secret secret, Random random) {
        byte[] authenticator = new byte[AUTHENTICATOR];
        random.nextBytes(authenticator);
        byte[] packet = ByteBuffer.allocate(STATUS_LENGTH)
                .put(STATUS_SERVER)
                .put((byte) random.nextInt(IDENTIFIERS))
                .putShort((short) STATUS_LENGTH)
                .put(authenticator)
                .put(MESSAGE_AUTHENTICATOR)
                .put((byte) (STATUS_LENGTH - HEADER))
                .array();
        byte[] signature = signature(packet, secret);
        System.arraycopy(signature, 0, packet, STATUS_LENGTH - AUTHENTICATOR, AUTHENTICATOR);
        return new SentRequest(packet, authenticator, secret);
    }

    /** RFC 3579, section 3.2: over the packet with zeros in the place of the signature. */
    private static byte[] signature(byte[] packet, Secret secret) {
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(secret.utf8(), "HmacMD5"));
            return mac.doFinal(packet);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("There is no HMAC-MD5", impossible);
        }
    }

    private static List<Attribute<?>> attributes(RadiusRequest request) {
        List<Attribute<?>> attributes = new ArrayList<>();
        attributes.add(new MessageAuthenticator());
        attributes.add(new UserName(new TextData(request.user())));
        attributes.add(new UserPassword(new StringData(request.password().utf8())));
        attributes.add(new NasIdentifier(new TextData(request.nasIdentifier())));
        request.state().ifPresent(state -> attributes.add(new State(new StringData(state.bytes()))));
        return attributes;
    }

    byte[] bytes() {
        return bytes;
    }

    byte identifier() {
        return bytes[1];
    }

    byte[] authenticator() {
        return authenticator;
    }

    Secret secret() {
        return secret;
    }
}
