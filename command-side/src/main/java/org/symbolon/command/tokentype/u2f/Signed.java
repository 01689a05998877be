package org.symbolon.command.tokentype.u2f;

import com.webauthn4j.data.client.ClientDataType;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.events.shared.Secret;

/**
 * What a device has signed so that its owner may log in: by U2F's own interface of browsers of old, or by that of WebAuthn, which
 * reaches the same devices for the same application (WebAuthn, section 10.1.1, the extension appid).
 *
 * @param challenge that was to be signed, as hexadecimal digits
 */
record Signed(Credential sent, String challenge) {

    static final String CLIENT_DATA = "clientdata";
    static final String SIGNATURE = "signaturedata";
    static final String CREDENTIAL = "credentialid";
    static final String AUTHENTICATOR_DATA = "authenticatordata";
    static final String EXTENSIONS = "assertionclientextensions";
    static final String ORIGIN = "Origin";

    private static final int HASH_BYTES = 32;
    private static final int HEAD_BYTES = 1 + Integer.BYTES;
    private static final int PRESENT = 1;

    /** How often the device has signed by now; empty unless it has signed this. */
    OptionalLong by(U2fState device, Secret handle) {
        Optional<ClientData> said = field(CLIENT_DATA).flatMap(ClientData::of).filter(data -> data.asks(challenge));
        if (said.isEmpty() || device.key().isEmpty()) {
            return OptionalLong.empty();
        }
        Optional<byte[]> head = field(AUTHENTICATOR_DATA).isPresent()
                ? ofWebAuthn(said.get(), device, handle)
                : ofU2f(said.get(), device);
        return head.map(Signed::counter).orElse(OptionalLong.empty());
    }

    /** Presence and counter, if this was signed: the hash of the application, both of these, the hash of what the browser says. */
    private Optional<byte[]> ofU2f(ClientData said, U2fState device) {
        Optional<byte[]> data = field(SIGNATURE).flatMap(Bytes::of).filter(bytes -> bytes.length > HEAD_BYTES);
        if (data.isEmpty() || !said.isAbout("typ", "navigator.id.getAssertion")) {
            return Optional.empty();
        }
        byte[] head = Arrays.copyOf(data.get(), HEAD_BYTES);
        byte[] signature = Arrays.copyOfRange(data.get(), HEAD_BYTES, data.get().length);
        boolean right =
                device.key().orElseThrow().hasSigned(signature, Bytes.sha256(device.appId()), head, said.hash());
        return right ? Optional.of(head) : Optional.empty();
    }

    /** The same, where hash, presence and counter come as one. */
    private Optional<byte[]> ofWebAuthn(ClientData said, U2fState device, Secret handle) {
        Optional<byte[]> data = field(AUTHENTICATOR_DATA)
                .flatMap(Bytes::of)
                .filter(bytes -> bytes.length == HASH_BYTES + HEAD_BYTES)
                .filter(bytes -> MessageDigest.isEqual(Arrays.copyOf(bytes, HASH_BYTES), Bytes.sha256(device.appId())));
        Optional<byte[]> signature = field(SIGNATURE).flatMap(Bytes::of);
        boolean sound = said.isAbout("type", ClientDataType.WEBAUTHN_GET.getValue())
                && names(handle)
                && isFromPageOf(device.appId(), said);
        if (data.isEmpty() || signature.isEmpty() || !sound) {
            return Optional.empty();
        }
        return device.key().orElseThrow().hasSigned(signature.get(), data.get(), said.hash())
                ? Optional.of(Arrays.copyOfRange(data.get(), HASH_BYTES, HASH_BYTES + HEAD_BYTES))
                : Optional.empty();
    }

    private boolean names(Secret handle) {
        return field(CREDENTIAL)
                .flatMap(Bytes::of)
                .map(HexFormat.of()::formatHex)
                .map(Secret::of)
                .filter(handle::equals)
                .isPresent();
    }

    /** The page must be the one that asks, on the host of the application or below it. */
    private boolean isFromPageOf(String appId, ClientData said) {
        Optional<String> page = host(said.origin());
        Optional<String> own = host(appId);
        return field(ORIGIN).filter(said.origin()::equals).isPresent()
                && page.isPresent()
                && own.isPresent()
                && (page.equals(own) || page.get().endsWith("." + own.get()));
    }

    /** The host of an address that is one of the web; empty if it is none. */
    static Optional<String> host(String address) {
        try {
            URI parsed = URI.create(address);
            return "https".equals(parsed.getScheme())
                    ? Optional.ofNullable(parsed.getHost()).map(host -> host.toLowerCase(Locale.ROOT))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Optional<String> field(String name) {
        return sent.field(name).filter(text -> !text.isEmpty());
    }

    /** Somebody must have touched the device. */
    private static OptionalLong counter(byte[] head) {
        return (head[0] & PRESENT) == PRESENT
                ? OptionalLong.of(Integer.toUnsignedLong(
                        ByteBuffer.wrap(head, 1, Integer.BYTES).getInt()))
                : OptionalLong.empty();
    }
}
