package org.symbolon.command.tokentype.indexedsecret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.symbolon.command.shared.Randomness;
import org.symbolon.events.shared.Secret;

/**
 * Places of characters in a secret, the first of which is 1.
 *
 * @param places in the order in which they are asked for
 */
record Positions(List<Integer> places) {

    Positions {
        places = List.copyOf(places);
    }

    /** So many places by chance, none twice as long as there are others. */
    static Positions drawn(Secret secret, int count, Randomness randomness) {
        int length = characters(secret).length;
        List<Integer> drawn = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        while (drawn.size() < count) {
            if (left.isEmpty()) {
                IntStream.rangeClosed(1, length).forEach(left::add);
            }
            drawn.add(left.remove(randomness.below(left.size())));
        }
        return new Positions(drawn);
    }

    /** The places that are written so; empty if none are. */
    static Optional<Positions> in(String text) {
        return text.matches("\\d{1,4}(,\\d{1,4})*")
                ? Optional.of(new Positions(
                        Stream.of(text.split(",")).map(Integer::valueOf).toList()))
                : Optional.empty();
    }

    String text() {
        return places.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** The characters at these places; empty if the secret does not reach so far. */
    Optional<Secret> of(Secret secret) {
        int[] characters = characters(secret);
        StringBuilder found = new StringBuilder();
        for (int place : places) {
            if (place < 1 || place > characters.length) {
                return Optional.empty();
            }
            found.appendCodePoint(characters[place - 1]);
        }
        return Optional.of(Secret.of(found.toString()));
    }

    private static int[] characters(Secret secret) {
        return secret.reveal().codePoints().toArray();
    }
}
