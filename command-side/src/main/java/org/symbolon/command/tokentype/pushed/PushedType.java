package org.symbolon.command.tokentype.pushed;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.command.shared.Template;
import org.symbolon.command.smsgateway.SendPush;
import org.symbolon.command.smsgateway.port.PushMessage;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.command.tokentype.Confirmation;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrollableByLogin;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeEndpoint;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.oath.OathDisclosure;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

/**
 * Tokens of which a telephone is asked, and its user confirms there that it is he who logs in. What is said here is the same whatever
 * the app; a type says which app it is for, and what its users can be asked to do beyond saying yes.
 */
public abstract class PushedType implements EnrollableByLogin {

    private static final int NONCE_BYTES = 20;

    /** A log-in that waits is decided only when it has waited, and a little takes that, too. */
    private static final int MARGIN_SECONDS = 10;

    private static final int LONGEST_GRACE_SECONDS = 3600;

    private static final Set<Confirmation.Outcome> IS_HE =
            EnumSet.of(Confirmation.Outcome.RIGHT, Confirmation.Outcome.HALF);

    private static final String ASK_BY_YOURSELF =
            "Use the polling feature of your unsupported privacyIDEA Authenticator App to check for a new Login"
                    + " request.";

    private final PushedActions actions;
    private final PhoneEndpoint endpoint;

    protected PushedType(PushedActions actions) {
        this.actions = actions;
        this.endpoint = new PhoneEndpoint(actions);
    }

    /** The address that puts a token into the app. */
    protected abstract AppAddress address(TypeTerms terms);

    /** What its user has to choose from to confirm a log-in, where policies want that; with most types they never do. */
    protected Optional<PresenceTerms> presence(TypeTerms terms) {
        return Optional.empty();
    }

    /** Whether he has to type what the telephone shows. */
    protected boolean isTyped(TypeTerms terms) {
        return false;
    }

    /** What the telephone says beside what is to be typed. */
    protected String typingText(TypeTerms terms) {
        return "";
    }

    /** What a challenge says; what was decided about this log-in, or what is said of any such challenge. */
    protected String challengeText(Asking asking, boolean typed) {
        return asking.message();
    }

    @Override
    public Optional<Inquiry<?>> gather(EnrolmentRequest request) {
        Enrolling enrolling = new Enrolling(actions, request);
        return enrolling.isByTelephone() ? enrolling.wanted() : Optional.empty();
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        Enrolling enrolling = new Enrolling(actions, request);
        return enrolling.isByTelephone()
                ? enrolling.finish()
                : enrolling.begin(address(request.circumstances().terms())).waiting();
    }

    @Override
    public EnrolmentStep enrolByLogin(EnrolmentRequest request) {
        return new Enrolling(actions, request)
                .beginByLogin(address(request.circumstances().terms()), prompt());
    }

    @Override
    public String prompt() {
        return OathDisclosure.PROMPT;
    }

    @Override
    public Optional<Secret> shown(List<Disclosure> disclosures) {
        return disclosures.stream()
                .filter(Disclosure.TelephoneUrl.class::isInstance)
                .map(shown -> ((Disclosure.TelephoneUrl) shown).url())
                .findFirst();
    }

    /** Where a log-in waits for the telephone, the PIN begins nothing that somebody would have to answer. */
    @Override
    public boolean isTriggered(TypeTerms terms) {
        return new PushedTerms(actions, terms).patience() == 0;
    }

    @Override
    public Question ask(TokenView token, Asking asking) {
        Confirming confirming = confirming(asking);
        boolean typed = confirming instanceof Confirming.Typing;
        Map<String, String> told = confirming.told();
        String text = Template.filled(challengeText(asking, typed), told);
        return question(token, confirming, text, asking.circumstances())
                .by(typed ? ClientMode.INTERACTIVE : null, Map.of("hideResponseInput", !typed), null)
                .beside(Map.copyOf(told));
    }

    private Confirming confirming(Asking asking) {
        TypeTerms terms = asking.circumstances().terms();
        if (!isTriggered(terms)) {
            return new Confirming.Plainly();
        }
        Optional<PresenceTerms> presence = presence(terms);
        if (presence.isPresent()) {
            return asking.shared(
                    Confirming.class,
                    PresenceTerms.ANSWER,
                    () -> Confirming.Choosing.of(
                            presence.get(), asking.circumstances().randomness()));
        }
        return isTyped(terms) ? Confirming.Typing.of(asking.circumstances().randomness()) : new Confirming.Plainly();
    }

    /** What a telephone is asked; without a key, or an address to answer to, it cannot be, and nobody ever answers. */
    private Question question(TokenView token, Confirming confirming, String text, Circumstances now) {
        PushedTerms terms = new PushedTerms(actions, now.terms());
        PushedState state = new PushedState(actions, token);
        String nonce = PhoneMessages.nonce(now.randomness().bytes(NONCE_BYTES));
        Question plain = Question.saying(text).about(nonce, "");
        Question question = terms.patience() == 0 ? plain : plain.validFor(terms.patience() + MARGIN_SECONDS);
        Question kept = confirming.kept().map(question::keeping).orElse(question);
        Optional<Map<String, String>> message = new PhoneMessages(state, terms).about(nonce, confirming);
        if (state.gateway().isEmpty() || message.isEmpty()) {
            return kept;
        }
        SendPush push = new SendPush(state.gateway().get(), PushMessage.of(state.firebaseToken(), message.get()));
        Question sent = kept.causing(List.of(push), describe().challengeText() + " " + ASK_BY_YOURSELF);
        return terms.allowPolling(token) ? sent.staying() : sent;
    }

    /** Without a challenge it is the PIN that was right, and the telephone is asked only where the log-in waits for it. */
    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        return credential
                .challenge()
                .map(open -> judge(open, token, credential))
                .orElseGet(() -> await(now));
    }

    private Judgement await(Circumstances now) {
        int patience = new PushedTerms(actions, now.terms()).patience();
        return patience == 0 ? Judgement.WRONG : new Judgement.Awaits(patience);
    }

    private Judgement judge(OpenChallenge open, TokenView token, Credential credential) {
        if (open.refusal() != null) {
            return new Judgement.Declined(open.refusal() == Confirmation.Outcome.CANCELLED, StateChange.NONE);
        }
        if (Confirming.of(open) instanceof Confirming.Typing typing) {
            boolean shown = new PushedState(actions, token).hasConfirmed(open.challenge());
            return shown && typing.code().equals(credential.value()) ? Judgement.RIGHT : Judgement.WRONG;
        }
        return open.answered() ? Judgement.RIGHT : Judgement.UNANSWERED;
    }

    @Override
    public Optional<Confirmation> confirm(
            TokenView token, OpenChallenge challenge, Credential credential, Circumstances now) {
        return new PhoneAnswer(new PushedState(actions, token), credential)
                .to(challenge, () -> typingText(now.terms()))
                .map(answer -> IS_HE.contains(answer.outcome()) ? answer.within(grace(now)) : answer);
    }

    /** Who has picked up his telephone, unlocked it and said yes has still to come back to where he logs in. */
    private static Duration grace(Circumstances now) {
        int seconds = now.settings().number(PushedDescription.GRACE, PushedDescription.PRESET_GRACE_SECONDS);
        return Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST_GRACE_SECONDS)));
    }

    @Override
    public Optional<TypeEndpoint> endpoint() {
        return Optional.of(endpoint);
    }
}
