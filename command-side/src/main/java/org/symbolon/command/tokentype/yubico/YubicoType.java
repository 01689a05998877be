package org.symbolon.command.tokentype.yubico;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.TypeParameter.Kind;
import org.symbolon.command.tokentype.TypeSetting;
import org.symbolon.command.tokentype.yubikey.Modhex;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;

/** Yubikeys as they come from the factory, of whose values Yubico's service tells whether they are right. Only it knows their keys. */
public final class YubicoType implements TokenType {

    private static final String PUBLIC_ID = "yubico.tokenid";
    private static final int PUBLIC_ID_LETTERS = 12;
    private static final int TYPED_LETTERS = 44;

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    "yubico", "UBCM", "Yubikey Cloud mode: Has the service of Yubico check what a Yubikey types.")
            .taking(TypeParameter.text(PUBLIC_ID, "Its public id: the first 12 letters of what it types, or all."))
            .goingBy(
                    TypeSetting.closed(YubicoQuestion.ID, Kind.TEXT, null, "As which client the service is asked."),
                    TypeSetting.closed(
                            YubicoQuestion.SECRET,
                            Kind.SECRET,
                            null,
                            "The key in Base64 that is shared with it, without which no answer counts."),
                    TypeSetting.closed(
                            YubicoQuestion.URL, Kind.TEXT, YubicoQuestion.PRESET_URL, "Where the service is."),
                    TypeSetting.closed(YubicoQuestion.BY_POST, Kind.FLAG, "False", "Asks by `POST` instead of `GET`."))
            .keeping(StateEntry.text(PUBLIC_ID))
            .with(Trait.OFFERED, Trait.SELF_SERVICE, Trait.GATHERS)
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        String typed = request.text(PUBLIC_ID, "").strip();
        if (typed.isEmpty()) {
            throw Refusal.missing(PUBLIC_ID);
        }
        if (typed.length() < PUBLIC_ID_LETTERS) {
            throw Refusal.parameter(
                    "Parameter '" + PUBLIC_ID + "' must have at least " + PUBLIC_ID_LETTERS + " characters");
        }
        TypeState state = TypeState.of(null, Map.of(PUBLIC_ID, typed.substring(0, PUBLIC_ID_LETTERS)));
        return EnrolmentStep.complete(Secret.EMPTY, TYPED_LETTERS, state, List.of())
                .ofKind("hardware");
    }

    /** Nobody is asked about what this device cannot have typed. */
    @Override
    public Optional<Inquiry<?>> gather(TokenView token, Credential credential) {
        return inquiry(token, credential).map(found -> found);
    }

    private static Optional<YubicoInquiry> inquiry(TokenView token, Credential credential) {
        String typed = credential.value().reveal().toLowerCase(Locale.ROOT);
        String publicId = token.state().text(PUBLIC_ID).orElse("").toLowerCase(Locale.ROOT);
        boolean possible = typed.length() == TYPED_LETTERS
                && publicId.length() == PUBLIC_ID_LETTERS
                && typed.startsWith(publicId)
                && Modhex.digits(typed).isPresent();
        return possible ? Optional.of(new YubicoInquiry(Secret.of(typed))) : Optional.empty();
    }

    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        YubicoVerdict verdict = inquiry(token, credential)
                .flatMap(asked -> credential.gathered().to(asked))
                .orElseGet(() -> new YubicoVerdict.Wrong(false));
        if (verdict instanceof YubicoVerdict.Missing missing) {
            return new Judgement.NoVerdict(missing.trouble());
        }
        return verdict instanceof YubicoVerdict.Wrong wrong ? Judgement.wrong(wrong.replayed()) : Judgement.RIGHT;
    }
}
