package org.symbolon.command.tokentype.foureyes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.symbolon.command.config.ChallengeValidity;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.PinUse;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescription.Trigger;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/**
 * Tokens that are as good as several tokens of others: so many of each realm log in, at once or one after the other, and each of
 * their values is used up by that.
 */
public final class FourEyesType implements TokenType {

    static final String NAME = "4eyes";

    private static final String SEPARATOR = "separator";
    private static final String BLANK = " ";
    private static final int OTP_LENGTH = 6;

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME, "PI4E", "4Eyes Token: Use tokens of two or more users to authenticate.")
            .triggered(Trigger.ALWAYS)
            .pin(PinUse.WHOLE_OR_NOTHING)
            .taking(
                    TypeParameter.object(
                            NAME, "How many tokens of which realms are needed: `realm1:2,realm2:1`, or an object."),
                    TypeParameter.text(SEPARATOR, "The character between what several people type; a blank otherwise."))
            .keeping(StateEntry.text(NAME).locked(), StateEntry.text(SEPARATOR).locked())
            .with(Trait.OFFERED, Trait.GATHERS)
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        String needed = request.text(NAME).orElseThrow(() -> Refusal.missing(NAME));
        String separator = request.text(SEPARATOR, BLANK);
        if (separator.codePointCount(0, separator.length()) != 1) {
            throw Refusal.parameter("The separator must only be one single character");
        }
        Map<String, String> kept = Map.of(NAME, Requirement.read(needed).text(), SEPARATOR, separator);
        return EnrolmentStep.complete(null, OTP_LENGTH, TypeState.of(null, kept), List.of())
                .ofKind("virtual");
    }

    private static Requirement requirement(TokenView token) {
        return Requirement.read(token.state().text(NAME).orElse(""));
    }

    /** Of several parts at once or, where others have logged in before, of one. */
    @Override
    public Optional<Inquiry<?>> gather(TokenView token, Credential credential) {
        List<Secret> passes = passes(token, credential);
        return passes.isEmpty()
                ? Optional.empty()
                : Optional.of(new OtherTokens.Wanted(
                        token.serial(), requirement(token).counts(), passes, before(credential)));
    }

    private static List<Secret> passes(TokenView token, Credential credential) {
        if (credential.value().isEmpty()) {
            return List.of();
        }
        if (credential.challenge().isPresent()) {
            return List.of(credential.value());
        }
        String separator = token.state().text(SEPARATOR).orElse(BLANK);
        return Stream.of(credential.value().reveal().split(Pattern.quote(separator)))
                .filter(part -> !part.isEmpty())
                .distinct()
                .limit(Requirement.MOST_TOKENS)
                .map(Secret::of)
                .toList();
    }

    private static OtherTokens before(Credential credential) {
        return credential
                .challenge()
                .map(OpenChallenge::data)
                .map(OtherTokens::read)
                .orElse(OtherTokens.NONE);
    }

    @Override
    public Question ask(TokenView token, Asking asking) {
        return question(token, OtherTokens.NONE, asking.circumstances());
    }

    private static Question question(TokenView token, OtherTokens before, Circumstances now) {
        String realms = String.join(", ", requirement(token).missing(before.serials()));
        int seconds = new ChallengeValidity(now.settings()).seconds(NAME);
        return Question.saying("Please authenticate with another token from either realm: " + realms + ".")
                .about("", before.written())
                .tellingUntil(now.now(), seconds);
    }

    /**
     * Right once enough others have logged in. Whoever logs in alone begins a challenge for the others; several at once who are not
     * enough are wrong, and nobody is told whose part was.
     */
    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        OtherTokens before = before(credential);
        OtherTokens found = gather(token, credential)
                .map(OtherTokens.Wanted.class::cast)
                .flatMap(wanted -> credential.gathered().to(wanted))
                .orElse(before);
        if (found.equals(before)) {
            return Judgement.WRONG;
        }
        if (requirement(token).missing(found.serials()).isEmpty()) {
            return Judgement.RIGHT;
        }
        return passes(token, credential).size() == 1
                ? new Judgement.NeedsMore(question(token, found, now), StateChange.NONE)
                : Judgement.WRONG;
    }
}
