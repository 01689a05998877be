package org.symbolon.command.tokentype.ocra;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/**
 * What is kept of an OCRA token.
 *
 * @param next the next counter that may be used, where the suite has one
 * @param answered short digests of the questions that were answered last, the latest at the end: whoever may say what is asked could
 *     otherwise ask again what he has seen the answer to
 */
record OcraState(long next, String suite, String answered) {

    static final String SUITE = "ocrasuite";
    static final String PIN = "ocra.pin";

    private static final String ANSWERED = "ocra.answered";
    private static final int DIGEST_BYTES = 8;
    private static final int MOST_REMEMBERED = 64;

    static final List<StateEntry> ENTRIES =
            List.of(StateEntry.text(SUITE).locked(), StateEntry.text(ANSWERED).locked(), StateEntry.secret(PIN));

    static OcraState of(TypeState state) {
        return new OcraState(
                state.count(),
                state.text(SUITE).orElse(OcraSuite.PRESET),
                state.text(ANSWERED).orElse(""));
    }

    /** That of a new token. */
    static TypeState begun(OcraSuite suite) {
        return TypeState.of(0L, Map.of(SUITE, suite.text()));
    }

    /** Whether a response to this question was right before. With a counter no response is right twice. */
    boolean isSpent(OcraSuite suite, String question) {
        return !suite.counted() && remembered().contains(digest(question));
    }

    /** This question was answered, at this counter where the suite has one. */
    StateChange used(OcraSuite suite, String question, long counter) {
        if (suite.counted()) {
            return StateChange.counter(counter + 1);
        }
        List<String> known = remembered();
        List<String> kept = known.subList(Math.max(0, known.size() - MOST_REMEMBERED + 1), known.size());
        return StateChange.of(Map.of(ANSWERED, String.join("", kept) + digest(question)));
    }

    private List<String> remembered() {
        int digits = 2 * DIGEST_BYTES;
        return IntStream.range(0, answered.length() / digits)
                .mapToObj(place -> answered.substring(place * digits, (place + 1) * digits))
                .toList();
    }

    private static String digest(String question) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(question.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(whole, DIGEST_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no SHA-256", e);
        }
    }
}
