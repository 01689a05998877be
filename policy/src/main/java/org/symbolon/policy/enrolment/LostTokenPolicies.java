package org.symbolon.policy.enrolment;

import java.util.List;
import java.util.Map;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.EnrollmentActions;
import org.symbolon.policy.asking.PolicyNumbers;

/** What the password is like that replaces a lost token. */
final class LostTokenPolicies {

    static final List<Action> ASKED = List.of(
            EnrollmentActions.LOSTTOKEN_PW_LENGTH,
            EnrollmentActions.LOSTTOKEN_PW_CONTENTS,
            EnrollmentActions.LOSTTOKEN_VALID);

    private static final int PRESET_LENGTH = 16;
    private static final int MOST_CHARACTERS = 128;
    private static final String PRESET_CONTENTS = "8";
    private static final int PRESET_DAYS = 10;
    private static final int MOST_DAYS = 3650;
    private static final Map<Character, String> CONTENTS = Map.of(
            'c', "abcdefghijklmnopqrstuvwxyz",
            'C', "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            'n', "0123456789",
            's', "!#$%&()*+,-./:;<=>?@[]^_",
            '8', "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz");

    private final CharacterRules characters;

    LostTokenPolicies(CharacterRules characters) {
        this.characters = characters;
    }

    LostTokenTerms of(TokenInquiry inquiry) {
        int length = number(inquiry, EnrollmentActions.LOSTTOKEN_PW_LENGTH, PRESET_LENGTH, MOST_CHARACTERS);
        int days = number(inquiry, EnrollmentActions.LOSTTOKEN_VALID, PRESET_DAYS, MOST_DAYS);
        String contents =
                inquiry.ask(EnrollmentActions.LOSTTOKEN_PW_CONTENTS).value().orElse(PRESET_CONTENTS);
        return new LostTokenTerms(characters.drawn(alphabet(contents), length), days);
    }

    private static int number(TokenInquiry inquiry, Action action, int preset, int most) {
        int number = PolicyNumbers.of(inquiry.ask(action)).orElse(preset);
        if (number < 1 || number > most) {
            throw PolicyNumbers.malformed();
        }
        return number;
    }

    private static String alphabet(String contents) {
        List<String> parts = contents.chars()
                .distinct()
                .mapToObj(letter -> CONTENTS.getOrDefault((char) letter, ""))
                .toList();
        if (parts.isEmpty() || parts.contains("")) {
            throw PolicyNumbers.malformed();
        }
        return String.join("", parts)
                .chars()
                .distinct()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
