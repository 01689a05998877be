package org.symbolon.command.tokentype.question;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.shared.Secret;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what somebody answers who enrols a questionnaire. */
final class GivenAnswers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_QUESTIONS = 100;

    private GivenAnswers() {}

    /**
     * The answers by their questions.
     *
     * @throws Refusal 905 if it is no JSON object of texts
     */
    static Map<String, Secret> in(String json) {
        JsonNode given = parsed(json);
        if (!given.isObject() || given.size() > MOST_QUESTIONS) {
            throw malformed();
        }
        Map<String, Secret> answers = new HashMap<>();
        given.properties().forEach(entry -> {
            if (!entry.getValue().isValueNode() || entry.getValue().isNull()) {
                throw malformed();
            }
            String question = sound(Limits.check(QuestionType.NAME, entry.getKey(), Limits.INFO_KEY));
            String answer = sound(Limits.check("answer", entry.getValue().asString(), Limits.TEXT));
            answers.put(question, Secret.of(answer));
        });
        return answers;
    }

    /** A text that people can read and type. */
    private static String sound(String text) {
        boolean odd = text.codePoints()
                .anyMatch(point -> Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
        if (odd || text.isBlank()) {
            throw malformed();
        }
        return text;
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException unreadable) {
            throw malformed();
        }
    }

    private static Refusal malformed() {
        return Refusal.parameter("Parameter 'questions' must be an object of questions and answers");
    }
}
