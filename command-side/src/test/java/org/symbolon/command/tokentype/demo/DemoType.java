package org.symbolon.command.tokentype.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Confirmation;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeCall;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Mode;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeEndpoint;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.TypeReply;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/**
 * An imaginary type that uses every part of the contract. A device repeats a nonce to be enrolled and gets a word from outside;
 * somebody logs in with the word, or the device repeats the nonce of a challenge.
 */
public final class DemoType implements TokenType {

    private static final String WORD = "demo.word";
    private static final String ANSWER = "answer";
    private static final int NONCE_BYTES = 8;

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of("demo", "DEMO", "Demo: an example.")
            .loggingInBy(Mode.AUTHENTICATE, Mode.CHALLENGE, Mode.OUT_OF_BAND)
            .taking(TypeParameter.text(WORD, "The word, before it is translated."))
            .keeping(StateEntry.text("demo.answered").locked())
            .build();

    /** A word that somebody outside is to translate. */
    public record Translation(String word) implements Inquiry<String> {

        @Override
        public Class<String> answer() {
            return String.class;
        }
    }

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public Optional<Inquiry<?>> gather(EnrolmentRequest request) {
        return isSecond(request) ? Optional.of(translation(request)) : Optional.empty();
    }

    private static boolean isSecond(EnrolmentRequest request) {
        return request.token()
                .filter(token -> token.rolloutState().equals(EnrolmentStep.WAITING))
                .isPresent();
    }

    private static Translation translation(EnrolmentRequest request) {
        return new Translation(request.text(WORD).orElseThrow(() -> Refusal.missing(WORD)));
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        if (!isSecond(request)) {
            String nonce = request.randomness().hex(NONCE_BYTES);
            return step(Secret.EMPTY)
                    .waiting()
                    .asking(Question.saying("Repeat the nonce")
                            .about(nonce, "enrolment")
                            .by(null, Map.of("nonce", nonce), null));
        }
        boolean repeated = request.challenge()
                .filter(open -> request.text(ANSWER, "").equals(open.challenge()))
                .isPresent();
        if (!repeated) {
            throw Refusal.parameter("The nonce was not repeated.");
        }
        return step(Secret.of(request.gathered().to(translation(request)).orElseThrow()));
    }

    private static EnrolmentStep step(Secret word) {
        return EnrolmentStep.complete(word, word.length(), TypeState.of(0L, Map.of()), List.<Disclosure>of());
    }

    @Override
    public Question ask(TokenView token, Asking asking) {
        String nonce = asking.shared(
                String.class, "nonce", () -> asking.circumstances().randomness().hex(NONCE_BYTES));
        return Question.saying(asking.message())
                .about(nonce, "log-in")
                .keeping(Secret.of("hidden"))
                .changing(StateChange.counter(token.state().count() + 1));
    }

    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        if (credential.value().reveal().equals("not me")) {
            return new Judgement.Declined(false, StateChange.NONE);
        }
        boolean right = credential.value().equals(token.secret());
        if (credential.challenge().filter(OpenChallenge::answered).isPresent()) {
            return Judgement.right(StateChange.of(Map.of("demo.answered", "outside")));
        }
        if (credential.value().reveal().equals("more")) {
            return new Judgement.NeedsMore(Question.saying("And now the word").step("second"), StateChange.NONE);
        }
        return right ? Judgement.RIGHT : Judgement.WRONG;
    }

    @Override
    public Optional<Confirmation> confirm(
            TokenView token, OpenChallenge challenge, Credential credential, Circumstances now) {
        return credential.field(ANSWER).flatMap(answer -> {
            if (answer.equals("not me")) {
                return Optional.of(new Confirmation(Confirmation.Outcome.DECLINED, StateChange.NONE));
            }
            if (answer.equals("not now")) {
                return Optional.of(new Confirmation(Confirmation.Outcome.CANCELLED, StateChange.NONE));
            }
            return answer.equals(challenge.challenge())
                    ? Optional.of(new Confirmation(Confirmation.Outcome.RIGHT, StateChange.NONE))
                    : Optional.empty();
        });
    }

    @Override
    public Optional<TypeEndpoint> endpoint() {
        return Optional.of(new TypeEndpoint() {

            @Override
            public List<TypeParameter> parameters() {
                return List.of(TypeParameter.text("serial", "The token."));
            }

            @Override
            public Optional<String> serial(TypeCall call) {
                return call.text("serial");
            }

            @Override
            public TypeReply answer(TypeCall call, Optional<Subject> subject, Circumstances now) {
                Subject known = subject.orElseThrow(() -> Refusal.parameter("There is no such demo token."));
                return call.method().equals("GET")
                        ? TypeReply.of(known.open().stream()
                                .map(OpenChallenge::challenge)
                                .toList())
                        : TypeReply.of(known.confirmed().isPresent());
            }
        });
    }
}
