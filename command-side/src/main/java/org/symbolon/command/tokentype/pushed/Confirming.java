package org.symbolon.command.tokentype.pushed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.events.shared.Secret;

/** What the user of a telephone does to confirm a log-in. A challenge remembers it where nobody sees it. */
sealed interface Confirming {

    /** He says yes. */
    record Plainly() implements Confirming {

        @Override
        public Optional<Secret> kept() {
            return Optional.empty();
        }
    }

    /** He chooses what he is shown where he logs in. */
    record Choosing(List<String> choices, String right) implements Confirming {

        private static final String WORD = "choosing";
        private static final int MOST_TOGETHER = 400;
        private static final List<String> LETTERS = letters();

        public Choosing {
            choices = List.copyOf(choices);
        }

        private static List<String> letters() {
            List<String> letters = new ArrayList<>();
            for (char letter = 'A'; letter <= 'Z'; letter++) {
                letters.add(String.valueOf(letter));
            }
            return letters;
        }

        private static List<String> numbers() {
            List<String> numbers = new ArrayList<>();
            for (int number = 0; number < 100; number++) {
                numbers.add("%02d".formatted(number));
            }
            return numbers;
        }

        /** So many out of all that there are of a kind; out of letters where there are none that could be used. */
        static Choosing of(PresenceTerms terms, Randomness randomness) {
            List<String> all = new ArrayList<>(
                    switch (terms.kind()) {
                        case NUMERIC -> numbers();
                        case CUSTOM -> usable(terms.own()).orElse(LETTERS);
                        case ALPHABETIC -> LETTERS;
                    });
            List<String> chosen = new ArrayList<>();
            while (chosen.size() < terms.number() && !all.isEmpty()) {
                chosen.add(all.remove(randomness.below(all.size())));
            }
            return new Choosing(chosen, chosen.get(randomness.below(chosen.size())));
        }

        private static Optional<List<String>> usable(List<String> own) {
            List<String> distinct = own.stream()
                    .map(String::strip)
                    .filter(choice -> choice.matches("[^,|\\n]+") && !choice.equals(PhoneAnswer.DECLINE))
                    .distinct()
                    .toList();
            boolean fits = String.join(",", distinct).length() <= MOST_TOGETHER;
            return distinct.size() > 1 && fits ? Optional.of(distinct) : Optional.empty();
        }

        @Override
        public Optional<Secret> kept() {
            return Optional.of(Secret.of(String.join("\n", WORD, right, String.join(",", choices))));
        }

        @Override
        public Map<String, String> told() {
            return Map.of(PresenceTerms.ANSWER, right);
        }

        /** Shows neither what is right nor what is not. */
        @Override
        public String toString() {
            return WORD;
        }
    }

    /** He types what the telephone shows once he has said yes. */
    record Typing(Secret code) implements Confirming {

        private static final String WORD = "typing";

        static Typing of(Randomness randomness) {
            return new Typing(Secret.of("%02d".formatted(randomness.below(100))));
        }

        @Override
        public Optional<Secret> kept() {
            return Optional.of(Secret.of(WORD + "\n" + code.reveal()));
        }
    }

    /** In what form a challenge keeps it; empty where there is nothing to keep. */
    Optional<Secret> kept();

    /** What whoever logs in is shown of it, by the names of the wire. */
    default Map<String, String> told() {
        return Map.of();
    }

    /** What is to be done to confirm this challenge. */
    static Confirming of(OpenChallenge open) {
        List<String> parts = open.secretData()
                .map(kept -> Arrays.asList(kept.reveal().split("\n", -1)))
                .orElse(List.of(""));
        return switch (parts.get(0)) {
            case Choosing.WORD -> new Choosing(List.of(parts.get(2).split(",")), parts.get(1));
            case Typing.WORD -> new Typing(Secret.of(parts.get(1)));
            default -> new Plainly();
        };
    }
}
