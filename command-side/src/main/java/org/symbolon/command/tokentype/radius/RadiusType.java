package org.symbolon.command.tokentype.radius;

import java.util.List;
import java.util.Optional;
import org.symbolon.command.config.ChallengeValidity;
import org.symbolon.command.radiusserver.port.RadiusAnswer;
import org.symbolon.command.radiusserver.port.RadiusRequest;
import org.symbolon.command.radiusserver.port.RadiusState;
import org.symbolon.command.shared.ForeignText;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.PinUse;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.TypeParameter.Kind;
import org.symbolon.command.tokentype.TypeSetting;
import org.symbolon.events.token.StateChange;

/**
 * Lets a RADIUS server decide. It knows the PIN as well, unless that is checked here and the rest alone is sent. What the server wants to
 * know beside becomes a challenge, whose answer goes back with the server's state.
 */
public final class RadiusType implements TokenType {

    private static final String PROMPT = "Enter your RADIUS tokencode:";
    private static final int OTP_LENGTH = 6;
    private static final int LONGEST_OTP = 99;

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    "radius", "PIRA", "RADIUS: Lets a RADIUS server decide about each log-in.")
            .pin(PinUse.BY_TOKEN)
            .challenging(ClientMode.INTERACTIVE, PROMPT)
            .taking(RadiusEntries.PARAMETERS)
            .taking(TypeParameter.number("otplen", "The length of its values, where the PIN is checked here.")
                    .or(OTP_LENGTH))
            .goingBy(
                    TypeSetting.closed(
                            RadiusInquiry.SERVER, Kind.TEXT, null, "The server of tokens that go by settings."),
                    TypeSetting.closed(RadiusInquiry.SECRET, Kind.SECRET, null, "What is shared with that server."),
                    TypeSetting.closed(
                            RadiusRequest.NAS_IDENTIFIER,
                            Kind.TEXT,
                            RadiusRequest.DEFAULT_NAS_IDENTIFIER,
                            "As whom servers are asked."),
                    TypeSetting.closed(
                            ChallengeValidity.DEFAULT_SETTING,
                            Kind.NUMBER,
                            "120",
                            "For how many seconds it can be answered."))
            .keeping(RadiusEntries.ENTRIES)
            .with(Trait.OFFERED, Trait.SELF_SERVICE, Trait.GATHERS)
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        RadiusEntries entries = RadiusEntries.of(request);
        int otpLength = request.number("otplen", OTP_LENGTH, 1, LONGEST_OTP);
        return EnrolmentStep.complete(entries.shared(request), otpLength, entries.state(), List.of())
                .ofKind("virtual");
    }

    @Override
    public PinUse pinUse(TokenView token) {
        return RadiusEntries.of(token.state()).pinIsLocal() ? PinUse.BEFORE_VALUE : PinUse.NOTHING;
    }

    @Override
    public Optional<Inquiry<?>> gather(TokenView token, Credential credential) {
        return Optional.of(inquiry(token, credential));
    }

    private static RadiusInquiry inquiry(TokenView token, Credential credential) {
        RadiusEntries entries = RadiusEntries.of(token.state());
        Optional<RadiusState> state = credential
                .challenge()
                .map(OpenChallenge::data)
                .filter(data -> !data.isEmpty())
                .map(RadiusState::ofHex);
        return new RadiusInquiry(entries.where(token), entries.user(), credential.value(), state);
    }

    @Override
    public Question ask(TokenView token, Asking asking) {
        return question(PROMPT, "", asking.circumstances());
    }

    /** The answer names the transaction twice, as those of eduMFA do. */
    private static Question question(String message, String state, Circumstances now) {
        return Question.saying(message)
                .about(message, state)
                .naming("state")
                .validFor(new ChallengeValidity(now.settings()).secondsByDefault());
    }

    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        RadiusAnswer answer =
                credential.gathered().to(inquiry(token, credential)).orElseGet(() -> new RadiusAnswer.Rejected(""));
        if (answer instanceof RadiusAnswer.Challenged challenged) {
            String state = challenged.state().map(RadiusState::hex).orElse("");
            return new Judgement.NeedsMore(
                    question(ForeignText.shown(challenged.message(), PROMPT), state, now), StateChange.NONE);
        }
        if (answer instanceof RadiusAnswer.Missing missing) {
            return new Judgement.NoVerdict(missing.message());
        }
        return answer instanceof RadiusAnswer.Accepted ? Judgement.RIGHT : Judgement.WRONG;
    }
}
