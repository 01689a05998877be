package org.symbolon.api.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.Reply;

/**
 * Turns replies and refusals into the bytes of the wire format's envelope. The signature is put in before the last
 * brace of the text it signs, so that nothing is serialised twice.
 */
public final class EnvelopeWriter {

    private static final byte[] SIGNATURE = ", \"signature\": \"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\"}".getBytes(StandardCharsets.US_ASCII);

    private final ResponseSigner signer;
    private final WireVersion version;
    private final Clock clock;

    public EnvelopeWriter(ResponseSigner signer, WireVersion version, Clock clock) {
        this.signer = signer;
        this.version = version;
        this.clock = clock;
    }

    public byte[] write(Reply.Envelope envelope, String nonce) {
        Map<String, Object> result = new HashMap<>();
        result.put("status", true);
        result.put("value", envelope.value());
        envelope.authentication().ifPresent(text -> result.put("authentication", text));
        Map<String, Object> body = body(envelope.id(), result);
        body.put("versionnumber", version.number());
        if (!envelope.detail().isEmpty()) {
            body.put("detail", withThread(envelope.detail()));
        }
        body.putAll(envelope.more());
        return signed(body, nonce);
    }

    /** Writes what is whole already, but for what all answers of this server say of themselves. */
    public byte[] write(Reply.Whole whole, String nonce) {
        Map<String, Object> body = new HashMap<>(whole.json());
        body.remove("signature");
        body.putIfAbsent("jsonrpc", "2.0");
        body.putIfAbsent("time", clock.instant().truncatedTo(ChronoUnit.MICROS));
        body.putIfAbsent("version", version.text());
        body.putIfAbsent("versionnumber", version.number());
        return signed(body, nonce);
    }

    public byte[] write(ApiException refusal, String nonce) {
        Map<String, Object> error = Map.of("code", refusal.code(), "message", refusal.getMessage());
        Map<String, Object> body = body(1, Map.of("status", false, "error", error));
        body.put("detail", refusal.detail().map(EnvelopeWriter::withThread).orElse(null));
        return signed(body, nonce);
    }

    /** Every detail that says something names the thread as well. */
    private static Map<String, Object> withThread(Map<String, ?> detail) {
        Map<String, Object> whole = new LinkedHashMap<>(detail);
        if (!detail.isEmpty()) {
            whole.put("threadid", Thread.currentThread().getId());
        }
        return whole;
    }

    private Map<String, Object> body(int id, Map<String, Object> result) {
        Map<String, Object> body = new HashMap<>();
        body.put("id", id);
        body.put("jsonrpc", "2.0");
        body.put("result", result);
        body.put("time", clock.instant().truncatedTo(ChronoUnit.MICROS));
        body.put("version", version.text());
        return body;
    }

    private byte[] signed(Map<String, Object> body, String nonce) {
        if (!signer.signs(nonce)) {
            return CanonicalJson.write(body);
        }
        if (!nonce.isEmpty()) {
            body.put("nonce", nonce);
        }
        byte[] canonical = CanonicalJson.write(body);
        byte[] signature = signer.sign(canonical).getBytes(StandardCharsets.US_ASCII);
        int kept = canonical.length - 1;
        byte[] whole = new byte[kept + SIGNATURE.length + signature.length + END.length];
        System.arraycopy(canonical, 0, whole, 0, kept);
        System.arraycopy(SIGNATURE, 0, whole, kept, SIGNATURE.length);
        System.arraycopy(signature, 0, whole, kept + SIGNATURE.length, signature.length);
        System.arraycopy(END, 0, whole, kept + SIGNATURE.length + signature.length, END.length);
        return whole;
    }
}
