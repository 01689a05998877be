package org.symbolon.command.tokentype.yubico;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.shared.Truth;
import org.symbolon.command.tokentype.yubico.port.YubicoRequest;
import org.symbolon.command.tokentype.yubikey.YubicoSignature;
import org.symbolon.events.shared.Secret;

/**
 * One question in Yubico's validation protocol (version 2.0), and what an answer to it means. Only an answer counts that is signed with
 * the shared key, and repeats the value and the nonce of this question: another one was right for somebody else, or before.
 */
public final class YubicoQuestion {

    static final String ID = "yubico.id";
    static final String SECRET = "yubico.secret";
    static final String URL = "yubico.url";
    static final String BY_POST = "yubico.do_post";
    static final String PRESET_URL = "https://api.yubico.com/wsapi/2.0/verify";

    private static final String OTP = "otp";
    private static final String NONCE = "nonce";
    private static final int NONCE_BYTES = 20;

    private final String id;
    private final byte[] key;
    private final String url;
    private final boolean byPost;
    private final Secret typed;
    private final String nonce;

    private YubicoQuestion(String id, byte[] key, String url, boolean byPost, Secret typed, String nonce) {
        this.id = id;
        this.key = key.clone();
        this.url = url;
        this.byPost = byPost;
        this.typed = typed;
        this.nonce = nonce;
    }

    /** The question about this value; empty as long as the settings do not say as whom to ask, and with which key. */
    public static Optional<YubicoQuestion> of(YubicoInquiry inquiry, SystemSettings settings, Randomness randomness) {
        Optional<String> id = settings.text(ID).map(String::strip).filter(text -> !text.isEmpty());
        Optional<byte[]> key = settings.secret(SECRET).flatMap(YubicoSignature::key);
        String url = settings.text(URL)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(PRESET_URL);
        boolean byPost = settings.text(BY_POST).filter(Truth::of).isPresent();
        return id.flatMap(known -> key.map(shared ->
                new YubicoQuestion(known, shared, url, byPost, inquiry.typed(), randomness.hex(NONCE_BYTES))));
    }

    /** What is sent, and where. */
    public YubicoRequest request() {
        Map<String, String> fields = new TreeMap<>(Map.of("id", id, OTP, typed.reveal(), NONCE, nonce));
        fields.put(YubicoSignature.FIELD, YubicoSignature.of(fields, key));
        return new YubicoRequest(url, byPost, fields);
    }

    /** What an answer means, line by line {@code name=value}. */
    public YubicoVerdict verdict(String answer) {
        Map<String, String> lines = lines(answer);
        String status = lines.getOrDefault("status", "");
        boolean ofThis = typed.reveal().equals(lines.get(OTP)) && nonce.equals(lines.get(NONCE));
        if (!YubicoSignature.isRight(lines, key)) {
            return new YubicoVerdict.Missing(
                    status.matches("[A-Z_]{1,40}")
                            ? "The answer of Yubico's service is not signed with our key: " + status
                            : "The answer of Yubico's service is nonsense");
        }
        if (!ofThis) {
            return new YubicoVerdict.Missing("The answer of Yubico's service is about another question");
        }
        return switch (status) {
            case "OK" -> new YubicoVerdict.Right();
            case "BAD_OTP" -> new YubicoVerdict.Wrong(false);
            case "REPLAYED_OTP", "REPLAYED_REQUEST" -> new YubicoVerdict.Wrong(true);
            case "MISSING_PARAMETER",
                    "NO_SUCH_CLIENT",
                    "OPERATION_NOT_ALLOWED",
                    "BACKEND_ERROR",
                    "NOT_ENOUGH_ANSWERS" -> new YubicoVerdict.Missing("Yubico's service says " + status);
            default -> new YubicoVerdict.Missing("Yubico's service says what is not in its protocol");
        };
    }

    /** Of a name that stands there twice neither value is believed. */
    private static Map<String, String> lines(String answer) {
        Map<String, String> lines = new HashMap<>();
        for (String line : answer.split("\r?\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0 && lines.put(line.substring(0, equals), line.substring(equals + 1)) != null) {
                return Map.of();
            }
        }
        return lines;
    }

    /** Shows neither the value nor the key. */
    @Override
    public String toString() {
        return "YubicoQuestion[" + id + "]";
    }
}
