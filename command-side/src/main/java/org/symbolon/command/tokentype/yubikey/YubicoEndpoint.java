package org.symbolon.command.tokentype.yubikey;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.LoginEndpoint;
import org.symbolon.command.tokentype.TypeCall;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.TypeReply;
import org.symbolon.events.shared.Secret;

/** Lets programs that know Yubico's own servers ask here whether a value is right (Yubico's validation protocol, version 2.0). */
final class YubicoEndpoint implements LoginEndpoint {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss'Z0'SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int USUAL_PUBLIC_ID = 12;
    private static final int LONG_PUBLIC_ID = 16;

    private static final List<TypeParameter> PARAMETERS = List.of(
            TypeParameter.text(YubicoCall.ID, "The client that asks."),
            TypeParameter.secret(YubicoCall.OTP, "What was typed, perhaps behind a PIN."),
            TypeParameter.text(YubicoCall.NONCE, "What the answer repeats."),
            TypeParameter.text(YubicoSignature.FIELD, "The client's signature of what it says."));

    /** What a call is told. */
    private enum Status {
        OK,
        BAD_OTP,
        BAD_SIGNATURE,
        NO_SUCH_CLIENT,
        MISSING_PARAMETER
    }

    @Override
    public List<TypeParameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public Optional<String> serial(TypeCall call) {
        return Optional.empty();
    }

    @Override
    public Optional<Wish> wish(TypeCall call, Circumstances now) {
        YubicoCall asked = YubicoCall.of(call);
        String typed = asked.field(YubicoCall.OTP);
        int begin = typed.length() - YubikeyValue.ENCRYPTED_LETTERS;
        return begin < 0 || refusal(asked, now).isPresent()
                ? Optional.empty()
                : Optional.of(new Wish(YubikeyState.PUBLIC_ID, publicIds(typed.substring(0, begin)), Secret.of(typed)));
    }

    /** What can be the public id at the end of what was typed before the encrypted part: a PIN may stand before it. */
    private static List<String> publicIds(String before) {
        String text = before.toLowerCase(Locale.ROOT);
        List<String> ids = new ArrayList<>();
        for (int length : List.of(text.length(), LONG_PUBLIC_ID, USUAL_PUBLIC_ID)) {
            if (length > 0 && length <= text.length()) {
                ids.add(text.substring(text.length() - length));
            }
        }
        return ids.stream().distinct().toList();
    }

    private static Optional<Status> refusal(YubicoCall asked, Circumstances now) {
        if (!asked.isWhole()) {
            return Optional.of(Status.MISSING_PARAMETER);
        }
        Optional<byte[]> key = asked.key(now.settings());
        if (key.isEmpty()) {
            return Optional.of(Status.NO_SUCH_CLIENT);
        }
        return asked.isSoundlySigned(key.get()) ? Optional.empty() : Optional.of(Status.BAD_SIGNATURE);
    }

    /** What could log nobody in. */
    @Override
    public TypeReply answer(TypeCall call, Optional<Subject> subject, Circumstances now) {
        YubicoCall asked = YubicoCall.of(call);
        return answered(asked, refusal(asked, now).orElse(Status.BAD_OTP), now);
    }

    @Override
    public TypeReply answer(TypeCall call, boolean accepted, Circumstances now) {
        return answered(YubicoCall.of(call), accepted ? Status.OK : Status.BAD_OTP, now);
    }

    private static TypeReply answered(YubicoCall asked, Status status, Circumstances now) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(YubicoCall.NONCE, asked.field(YubicoCall.NONCE));
        lines.put(YubicoCall.OTP, asked.field(YubicoCall.OTP));
        lines.put("status", status.name());
        lines.put("timestamp", written(now.now()));
        String signature = asked.key(now.settings())
                .map(key -> YubicoSignature.of(lines, key))
                .orElse("");
        lines.put(YubicoSignature.FIELD, signature);
        return TypeReply.document(
                "text/plain; charset=utf-8",
                lines.entrySet().stream()
                        .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    private static String written(Instant time) {
        return TIME.format(time);
    }
}
