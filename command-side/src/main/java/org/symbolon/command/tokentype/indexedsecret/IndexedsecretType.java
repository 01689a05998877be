package org.symbolon.command.tokentype.indexedsecret;

import java.util.List;
import java.util.Map;
import org.symbolon.command.config.ChallengeValidity;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.shared.Truth;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Mode;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescription.Trigger;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/**
 * A secret of which only some characters are asked for, so that whoever looks on does not learn all of it: those at places that are drawn
 * by chance for each challenge, all at once or one after the other.
 */
public final class IndexedsecretType implements TokenType {

    private static final String NAME = "indexedsecret";
    private static final String SECRET = "otpkey";
    private static final String ATTRIBUTE = "secret_attribute";
    private static final String ONE_BY_ONE = "multichallenge";
    private static final String FIRST_POSITIONS = "verify.positions";
    private static final String COUNT = "indexedsecret_count";
    private static final String TEXT = "indexedsecret_challenge_text";
    private static final String PRESET_TEXT = "Please enter the positions {0!s} from your secret.";
    private static final int PRESET_COUNT = 2;
    private static final int MOST_POSITIONS = 30;
    private static final int GENERATED_BYTES = 20;

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME, "PIIX", "IndexedSecret: Challenge some characters of a secret of the user.")
            .loggingInBy(Mode.CHALLENGE)
            .triggered(Trigger.ALWAYS)
            .challenging(ClientMode.INTERACTIVE, PRESET_TEXT)
            .taking(
                    TypeParameter.flag("genkey", "Has the server make the seed or password."),
                    TypeParameter.number("keysize", "How many bytes a seed that is made has."),
                    TypeParameter.secret(SECRET, "The seed in hexadecimal digits, or the password."),
                    TypeParameter.text(ATTRIBUTE, "The attribute of its owner that its secret is taken from."))
            .keeping(
                    StateEntry.flag(ONE_BY_ONE),
                    StateEntry.text(FIRST_POSITIONS).locked())
            .governedBy(
                    TypeAction.number(
                                    COUNT,
                                    Step.LOGIN,
                                    "How many characters of the secret are asked for.",
                                    Scope.AUTHENTICATION)
                            .or(Integer.toString(PRESET_COUNT)),
                    TypeAction.string(TEXT, Step.LOGIN, "What a challenge says.", Scope.AUTHENTICATION)
                            .asWhole()
                            .or(PRESET_TEXT),
                    TypeAction.string(
                                    "indexedsecret_force_attribute",
                                    Step.ENROLMENT,
                                    "The attribute of users that the secret of new tokens is taken from.",
                                    Scope.ADMIN,
                                    Scope.USER)
                            .with(new TypeAction.Overwrites(ATTRIBUTE)))
            .with(Trait.OFFERED, Trait.SELF_SERVICE, Trait.VERIFIABLE, Trait.ASKED_FIRST, Trait.READS_OWNER)
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        Secret secret = secretOf(request);
        return EnrolmentStep.complete(
                secret, secret.length(), TypeState.of(null, Map.of()), List.of(new Disclosure.Seed(secret)));
    }

    private static Secret secretOf(EnrolmentRequest request) {
        String attribute = request.text(ATTRIBUTE, "");
        if (!attribute.isEmpty()) {
            return Secret.of(ofOwner(request, attribute));
        }
        if (request.flag("genkey")) {
            return Secret.of(request.randomness().hex(request.number("keysize", GENERATED_BYTES, 1, Limits.SEED / 2)));
        }
        String given = request.text(SECRET).orElseThrow(() -> Refusal.missing(SECRET));
        if (given.isEmpty()) {
            throw Refusal.parameter("Parameter 'otpkey' must not be empty");
        }
        return Secret.of(Limits.check(SECRET, given, Limits.SEED));
    }

    private static String ofOwner(EnrolmentRequest request, String attribute) {
        String value = request.holder().attribute(attribute);
        if (value.isEmpty()) {
            throw Refusal.parameter(
                    "The user has no attribute '" + attribute + "' that the secret could be taken from");
        }
        return Limits.check(SECRET, value, Limits.SEED);
    }

    @Override
    public Question ask(TokenView token, Asking asking) {
        Circumstances now = asking.circumstances();
        boolean isNew = token.rolloutState().equals(EnrolmentStep.UNVERIFIED);
        Positions positions =
                Positions.drawn(token.secret(), isOneByOne(token) && !isNew ? 1 : wanted(now), now.randomness());
        Question question = asked(positions, 0, now);
        return isNew ? question.changing(StateChange.of(Map.of(FIRST_POSITIONS, positions.text()))) : question;
    }

    private static Question asked(Positions positions, int answered, Circumstances now) {
        String text = now.terms().text(TEXT).orElse(PRESET_TEXT);
        return Question.saying(text.replace("{0!s}", positions.text()).replace("{0}", positions.text()))
                .about("", positions.text())
                .step(Integer.toString(answered))
                .by(null, Map.of("random_positions", positions.places()), null)
                .naming("state")
                .tellingUntil(now.now(), new ChallengeValidity(now.settings()).seconds(NAME));
    }

    /** A new token has no challenge, but remembers what it was asked. */
    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        if (credential.challenge().isPresent()) {
            return answered(token, credential.value(), credential.challenge().get(), now);
        }
        boolean right = token.rolloutState().equals(EnrolmentStep.UNVERIFIED)
                && isRight(token, token.state().text(FIRST_POSITIONS).orElse(""), credential.value());
        return right ? Judgement.right(StateChange.NONE.without(FIRST_POSITIONS)) : Judgement.WRONG;
    }

    private static Judgement answered(TokenView token, Secret answer, OpenChallenge open, Circumstances now) {
        if (!isRight(token, open.data(), answer)) {
            return Judgement.WRONG;
        }
        int answered = (open.session().matches("\\d{1,4}") ? Integer.parseInt(open.session()) : 0) + 1;
        if (!isOneByOne(token) || answered >= wanted(now)) {
            return Judgement.RIGHT;
        }
        Positions next = Positions.drawn(token.secret(), 1, now.randomness());
        return new Judgement.NeedsMore(asked(next, answered, now), StateChange.NONE);
    }

    private static boolean isRight(TokenView token, String positions, Secret answer) {
        return Positions.in(positions)
                .flatMap(asked -> asked.of(token.secret()))
                .filter(answer::equals)
                .isPresent();
    }

    private static boolean isOneByOne(TokenView token) {
        return token.state().text(ONE_BY_ONE).map(Truth::of).orElse(false);
    }

    /** What is no number that can be meant counts as not said. */
    private static int wanted(Circumstances now) {
        return now.terms()
                .text(COUNT)
                .map(String::strip)
                .filter(text -> text.matches("[1-9]\\d?"))
                .map(Integer::valueOf)
                .map(number -> Math.min(number, MOST_POSITIONS))
                .orElse(PRESET_COUNT);
    }
}
