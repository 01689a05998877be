package org.symbolon.command.tokentype.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescription.Trigger;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.TypeSetting;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/**
 * Questions that only the owner can answer. A challenge is one of them, drawn by chance; where several are to be answered, each right
 * answer leads to a question that was not asked yet.
 */
public final class QuestionType implements TokenType {

    public static final String NAME = "question";

    private static final String QUESTIONS = "questions";
    private static final String LEAST_ANSWERS = "question.num_answers";
    private static final int PRESET_ANSWERS = 5;
    private static final String TO_ANSWER = "question_number";
    private static final int MOST_TO_ANSWER = 30;
    private static final int OTP_LENGTH = 6;

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME, "QUST", "Questionnaire: Enroll Questions for the user.")
            .triggered(Trigger.ALWAYS)
            .taking(TypeParameter.object(QUESTIONS, "The answer to each question, by the text of the question."))
            .goingBy(
                    TypeSetting.closed(
                            LEAST_ANSWERS,
                            TypeParameter.Kind.NUMBER,
                            Integer.toString(PRESET_ANSWERS),
                            "How many answers somebody must give at least."),
                    TypeSetting.open(
                            "question.question.<number>",
                            TypeParameter.Kind.TEXT,
                            null,
                            "A question that is offered to people."))
            .governedBy(TypeAction.number(TO_ANSWER, Step.LOGIN, "How many questions are asked.", Scope.AUTHENTICATION)
                    .choosingUpTo(MOST_TO_ANSWER)
                    .or("1"))
            .with(Trait.OFFERED, Trait.SELF_SERVICE)
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    /** Each question is one. */
    @Override
    public Set<String> namedBy(Map<String, String> parameters) {
        return Optional.ofNullable(parameters.get(QUESTIONS))
                .map(given -> GivenAnswers.in(given).keySet())
                .orElse(Set.of());
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        String given = request.text(QUESTIONS).orElseThrow(() -> Refusal.missing(QUESTIONS));
        Map<String, Secret> answers = GivenAnswers.in(given);
        int least = request.settings().number(LEAST_ANSWERS, PRESET_ANSWERS);
        if (answers.size() < least) {
            throw Refusal.tokenAdmin("You need to provide at least " + least + " answers.");
        }
        return EnrolmentStep.complete(null, OTP_LENGTH, TypeState.EMPTY, List.of())
                .keeping(answers);
    }

    @Override
    public Question ask(TokenView token, Asking asking) {
        return Questionnaire.of(token).ask(List.of(), 0, asking.circumstances());
    }

    /** An answer is right only to the question that was asked. */
    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        return credential
                .challenge()
                .filter(open -> Questionnaire.of(token).isRight(open.challenge(), credential.value()))
                .map(open -> next(token, open, now))
                .orElse(Judgement.WRONG);
    }

    private static Judgement next(TokenView token, OpenChallenge open, Circumstances now) {
        int answered = Questionnaire.answered(open) + 1;
        if (answered >= toAnswer(now)) {
            return Judgement.RIGHT;
        }
        List<Integer> used = new ArrayList<>(Questionnaire.used(open));
        return new Judgement.NeedsMore(Questionnaire.of(token).ask(used, answered, now), StateChange.NONE);
    }

    /** What is no number that can be meant counts as not said. */
    private static int toAnswer(Circumstances now) {
        return now.terms()
                .text(TO_ANSWER)
                .map(String::strip)
                .filter(text -> text.matches("[1-9]\\d?"))
                .map(Integer::valueOf)
                .map(number -> Math.min(number, MOST_TO_ANSWER))
                .orElse(1);
    }

    /** Whoever may write the info can take a question away, but write no answer, which nobody may read. */
    @Override
    public StateChange edit(TokenView token, String name, String value) {
        if (value != null) {
            throw Refusal.parameter("The answer to '" + name + "' can only be enrolled");
        }
        return Optional.ofNullable(token.state().entries().get(name))
                .map(known -> StateChange.NONE.without(name))
                .orElse(StateChange.NONE);
    }
}
