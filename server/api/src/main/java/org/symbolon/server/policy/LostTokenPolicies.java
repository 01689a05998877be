package org.symbolon.server.policy;

import java.util.List;
import java.util.Map;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.shared.CharacterRule;
import org.symbolon.command.shared.Randomness;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.EnrollmentActions;

/** What the password is like that replaces a lost token. */
final class LostTokenPolicies {

    private static final int PRESET_LENGTH = 16;
    private static final int MOST_CHARACTERS = 128;
    private static final String PRESET_CONTENTS = "8";
    private static final int PRESET_DAYS = 10;
    private static final int MOST_DAYS = 3650;
    private static final Map<Character, String> CONTENTS = Map.of(
            'c', CharacterRule.SMALL_LETTERS,
            'C', CharacterRule.CAPITAL_LETTERS,
            'n', CharacterRule.DIGITS,
            's', "!#$%&()*+,-./:;<=>?@[]^_",
            '8', "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz");

    private final TokenQuestions questions;
    private final Randomness randomness;

    LostTokenPolicies(TokenQuestions questions, Randomness randomness) {
        this.questions = questions;
        this.randomness = randomness;
    }

    PrePolicy replacement() {
        return PrePolicy.of(
                "password in place of a lost token",
                this::make,
                EnrollmentActions.LOSTTOKEN_PW_LENGTH,
                EnrollmentActions.LOSTTOKEN_PW_CONTENTS,
                EnrollmentActions.LOSTTOKEN_VALID);
    }

    private void make(ApiRequest request) {
        int length = number(request, EnrollmentActions.LOSTTOKEN_PW_LENGTH, PRESET_LENGTH, MOST_CHARACTERS);
        int days = number(request, EnrollmentActions.LOSTTOKEN_VALID, PRESET_DAYS, MOST_DAYS);
        String contents = questions
                .ask(request, EnrollmentActions.LOSTTOKEN_PW_CONTENTS)
                .value()
                .orElse(PRESET_CONTENTS);
        LostTokenPassword.set(request, Secret.of(randomness.text(length, alphabet(contents))), days);
    }

    private int number(ApiRequest request, Action action, int preset, int most) {
        int number = TokenQuestions.number(questions.ask(request, action)).orElse(preset);
        if (number < 1 || number > most) {
            throw TokenQuestions.malformed();
        }
        return number;
    }

    private static String alphabet(String contents) {
        List<String> parts = contents.chars()
                .distinct()
                .mapToObj(letter -> CONTENTS.getOrDefault((char) letter, ""))
                .toList();
        if (parts.isEmpty() || parts.contains("")) {
            throw TokenQuestions.malformed();
        }
        return String.join("", parts)
                .chars()
                .distinct()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
