package org.symbolon.command.tokentype.yubikey;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Findable;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.Sought;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeEndpoint;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.TypeSetting;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/**
 * Yubikeys that type what they encrypt with a key of their own (AES-128): who they are and how often they were used. The token's
 * counter is the least one that may be used.
 */
public final class YubikeyType implements TokenType, Findable {

    static final String NAME = "yubikey";

    private static final String KEY = "otpkey";
    private static final String LENGTH = "otplen";
    private static final int PRESET_LENGTH = 44;
    private static final int SIX_BYTES = 12;

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME, "UBAM", "Yubikey AES mode: One Time Passwords with Yubikey.")
            .taking(
                    TypeParameter.flag("genkey", "Has the server make the key."),
                    TypeParameter.secret(KEY, "The key in 32 hexadecimal digits, perhaps with blanks."),
                    TypeParameter.number(LENGTH, "How many letters the device types: those of its public id and 32.")
                            .or(PRESET_LENGTH),
                    TypeParameter.text(YubikeyState.PRIVATE_ID, "Its private id in 12 hexadecimal digits."),
                    TypeParameter.text(YubikeyState.PUBLIC_ID, "Its public id, as it types it."))
            .goingBy(TypeSetting.closed(
                    YubicoCall.KEY_OF + "<id>",
                    TypeParameter.Kind.SECRET,
                    null,
                    "The key in Base64 that is shared with the client of this id at `/ttype/yubikey`."))
            .keeping(YubikeyState.ENTRIES)
            .governedBy(TypeAction.string(
                            "yubikey_access_code",
                            Step.ENROLMENT,
                            "The access code that tools for enrolment write to a device; the server does nothing with it.",
                            Scope.ENROLLMENT)
                    .idly())
            .with(Trait.OFFERED, Trait.SELF_SERVICE)
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        Secret key = key(request);
        int length = request.number(
                LENGTH,
                PRESET_LENGTH,
                YubikeyValue.ENCRYPTED_LETTERS,
                YubikeyValue.ENCRYPTED_LETTERS + YubikeyValue.LONGEST_PUBLIC_ID);
        return EnrolmentStep.complete(key, length, state(request), List.of(new Disclosure.Seed(key)))
                .ofKind("hardware");
    }

    /** A device knows no key but one of its length; with any other every value would be wrong. */
    private static Secret key(EnrolmentRequest request) {
        if (request.flag("genkey")) {
            return Secret.of(request.randomness().hex(YubikeyValue.KEY_BYTES));
        }
        Secret key = Secret.of(request.text(KEY)
                .orElseThrow(() -> Refusal.missing(KEY))
                .replace(" ", "")
                .toLowerCase(Locale.ROOT));
        if (!YubikeyValue.isKey(key)) {
            throw Refusal.parameter("Parameter 'otpkey' must have 32 hexadecimal digits");
        }
        return key;
    }

    /** A token that is enrolled anew may be another device, so that nothing of the former one stays. */
    private static TypeState state(EnrolmentRequest request) {
        Map<String, Object> entries = new HashMap<>();
        entries.put(YubikeyState.PRIVATE_ID, given(request, YubikeyState.PRIVATE_ID));
        entries.put(YubikeyState.PUBLIC_ID, given(request, YubikeyState.PUBLIC_ID));
        if (request.token().isEmpty()) {
            entries.values().removeIf(Objects::isNull);
        }
        return TypeState.of(0L, entries);
    }

    private static String given(EnrolmentRequest request, String name) {
        String text = request.text(name, "").toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return null;
        }
        boolean sound = name.equals(YubikeyState.PRIVATE_ID)
                ? text.matches("[0-9a-f]{" + SIX_BYTES + "}")
                : text.length() <= YubikeyValue.LONGEST_PUBLIC_ID
                        && Modhex.digits(text).isPresent();
        if (!sound) {
            throw Refusal.parameter("Parameter '" + name + "' is none that a Yubikey can have");
        }
        return text;
    }

    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        YubikeyState state = YubikeyState.of(token.state());
        Optional<YubikeyValue> value = valueOf(token, state, credential.value());
        return value.filter(state::isNew)
                .map(found -> Judgement.right(state.used(found)))
                .orElseGet(() -> Judgement.wrong(value.filter(state::wasLast).isPresent()));
    }

    @Override
    public Optional<StateChange> find(TokenView token, Sought sought) {
        YubikeyState state = YubikeyState.of(token.state());
        return valueOf(token, state, sought.otp()).filter(state::isNew).map(state::used);
    }

    private static Optional<YubikeyValue> valueOf(TokenView token, YubikeyState state, Secret typed) {
        return YubikeyValue.read(typed, token.secret()).filter(state::isOfDevice);
    }

    @Override
    public Optional<TypeEndpoint> endpoint() {
        return Optional.of(new YubicoEndpoint());
    }
}
