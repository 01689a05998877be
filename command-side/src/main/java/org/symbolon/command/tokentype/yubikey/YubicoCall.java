package org.symbolon.command.tokentype.yubikey;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.tokentype.TypeCall;

/** A question of a client of Yubico's validation protocol (version 2.0). */
record YubicoCall(Map<String, String> fields) {

    static final String KEY_OF = "yubikey.apiid.";
    static final String OTP = "otp";
    static final String NONCE = "nonce";

    static final String ID = "id";
    private static final String PRINTABLE = "[!-~]{1,255}";

    static YubicoCall of(TypeCall call) {
        Map<String, String> fields = new TreeMap<>(call.parameters());
        fields.remove("ttype");
        return new YubicoCall(fields);
    }

    /** A parameter, empty unless it is one that can be repeated in a line of the answer. */
    String field(String name) {
        String text = fields.getOrDefault(name, "");
        return text.matches(PRINTABLE) ? text : "";
    }

    boolean isWhole() {
        return !field(ID).isEmpty() && !field(OTP).isEmpty() && !field(NONCE).isEmpty();
    }

    /** What is shared with the client that asks; empty if nobody knows it. */
    Optional<byte[]> key(SystemSettings settings) {
        return settings.secret(KEY_OF + field(ID)).flatMap(YubicoSignature::key);
    }

    /** Whether the client has signed rightly, or not at all. */
    boolean isSoundlySigned(byte[] key) {
        if (!fields.containsKey(YubicoSignature.FIELD)) {
            return true;
        }
        return YubicoSignature.isRight(fields, key);
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return "YubicoCall[" + fields.keySet() + "]";
    }
}
