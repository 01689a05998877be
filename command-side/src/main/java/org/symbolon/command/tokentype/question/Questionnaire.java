package org.symbolon.command.tokentype.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.symbolon.command.config.ChallengeValidity;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/** The questions of one token, in the order of their texts: a challenge remembers by their places which were asked already. */
final class Questionnaire {

    private final TokenView token;
    private final List<String> questions;

    private Questionnaire(TokenView token) {
        this.token = token;
        this.questions = token.state().entries().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Sealed)
                .map(Map.Entry::getKey)
                .toList();
    }

    static Questionnaire of(TokenView token) {
        return new Questionnaire(token);
    }

    /** One that was not asked yet; when all were, it begins anew. */
    Question ask(List<Integer> used, int answered, Circumstances now) {
        if (questions.isEmpty()) {
            throw Refusal.parameter("The token " + token.serial() + " has no question left");
        }
        List<Integer> asked = used.size() < questions.size() ? used : List.of();
        List<Integer> open = IntStream.range(0, questions.size())
                .boxed()
                .filter(place -> !asked.contains(place))
                .toList();
        int place = open.get(now.randomness().below(open.size()));
        List<Integer> all = new ArrayList<>(asked);
        all.add(place);
        String question = questions.get(place);
        int seconds = new ChallengeValidity(now.settings()).seconds(QuestionType.NAME);
        return Question.saying(question)
                .about(
                        question,
                        String.join(",", all.stream().map(String::valueOf).toList()))
                .step(Integer.toString(answered))
                .tellingUntil(now.now(), seconds);
    }

    boolean isRight(String question, Secret answer) {
        return token.secret(question).filter(answer::equals).isPresent();
    }

    static int answered(OpenChallenge open) {
        return open.session().matches("\\d{1,4}") ? Integer.parseInt(open.session()) : 0;
    }

    static List<Integer> used(OpenChallenge open) {
        return Stream.of(open.data().split(","))
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .toList();
    }
}
