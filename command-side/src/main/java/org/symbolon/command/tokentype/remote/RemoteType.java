package org.symbolon.command.tokentype.remote;

import java.util.List;
import java.util.Optional;
import org.symbolon.command.remoteserver.port.RemoteAnswer;
import org.symbolon.command.remoteserver.port.RemoteRequest;
import org.symbolon.command.shared.ForeignText;
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
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

/**
 * Lets another server of this kind decide: eduMFA, privacyIDEA or Symbolon. It knows the PIN as well, unless that is checked here and
 * the rest alone is sent. What it asks becomes a challenge, whose answer names its transaction there.
 */
public final class RemoteType implements TokenType {

    private static final String PROMPT = "please enter otp: ";
    private static final String LENGTH = "otplen";
    private static final int PRESET_LENGTH = 6;
    private static final int MOST_LENGTH = 99;

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    "remote", "PIRE", "Remote: Lets another server of this kind decide about each log-in.")
            .pin(PinUse.BY_TOKEN)
            .challenging(ClientMode.INTERACTIVE, PROMPT)
            .taking(RemoteEntries.PARAMETERS)
            .taking(TypeParameter.number(LENGTH, "The length of its values, where the PIN is checked here.")
                    .or(PRESET_LENGTH))
            .goingBy(TypeSetting.closed(
                    RemoteInquiry.VERIFY,
                    Kind.FLAG,
                    "True",
                    "Whether the certificate of a server must hold that a token names by its address."))
            .keeping(RemoteEntries.ENTRIES)
            .with(Trait.OFFERED, Trait.GATHERS)
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        RemoteEntries entries = RemoteEntries.of(request);
        int length = request.number(LENGTH, PRESET_LENGTH, 1, MOST_LENGTH);
        return EnrolmentStep.complete(Secret.EMPTY, length, entries.state(), List.of())
                .ofKind("virtual");
    }

    @Override
    public PinUse pinUse(TokenView token) {
        return new RemoteEntries(token.state()).pinIsLocal() ? PinUse.BEFORE_VALUE : PinUse.NOTHING;
    }

    @Override
    public Optional<Inquiry<?>> gather(TokenView token, Credential credential) {
        return Optional.of(inquiry(token, credential));
    }

    private static RemoteInquiry inquiry(TokenView token, Credential credential) {
        RemoteEntries entries = new RemoteEntries(token.state());
        Optional<String> transaction =
                credential.challenge().map(OpenChallenge::data).filter(data -> !data.isEmpty());
        return new RemoteInquiry(entries.where(), new RemoteRequest(entries.who(), credential.value(), transaction));
    }

    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        RemoteAnswer answer =
                credential.gathered().to(inquiry(token, credential)).orElse(null);
        if (answer instanceof RemoteAnswer.Accepted accepted) {
            return Judgement.right(new RemoteEntries(token.state()).matched(accepted.serial()));
        }
        if (answer instanceof RemoteAnswer.Missing missing) {
            return new Judgement.NoVerdict(missing.trouble());
        }
        return answer instanceof RemoteAnswer.Challenged challenged
                ? new Judgement.NeedsMore(question(challenged), StateChange.NONE)
                : Judgement.WRONG;
    }

    private static Question question(RemoteAnswer.Challenged challenged) {
        String text = ForeignText.shown(challenged.message(), PROMPT);
        return Question.saying(text).about(text, challenged.transactionId());
    }
}
