package org.symbolon.command.tokentype.ocra;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Code;

/** What an OCRA token is asked: what the client says, or something drawn by chance that its suite allows. */
final class OcraQuestion {

    static final String CHALLENGE = "challenge";
    static final String MORE_CHANCE = "addrandomchallenge";
    static final String HASHED = "hashchallenge";

    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int MOST_CHANCE = 128;
    private static final int MOST_DRAWN = 100;
    private static final int LONGEST = 500;

    private final OcraSuite suite;
    private final OcraState state;
    private final Asking asking;

    OcraQuestion(OcraSuite suite, OcraState state, Asking asking) {
        this.suite = suite;
        this.state = state;
        this.asking = asking;
    }

    /**
     * What the client is told under the names of the wire; what the device is asked is the {@code challenge}.
     *
     * @throws Refusal 905 if what it wants to be asked is none that the suite allows
     */
    Map<String, Object> attributes() {
        String given = asking.field(CHALLENGE).orElse("");
        if (given.isEmpty()) {
            return Map.of(CHALLENGE, unanswered());
        }
        String original = checked(given + chance());
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("original_challenge", original);
        attributes.put("qrcode", new Code(original));
        attributes.put(CHALLENGE, sound(hashed(original)));
        return attributes;
    }

    /** A question that was not answered lately; where there are that few, whatever is drawn in the end. */
    private String unanswered() {
        String drawn = drawn();
        for (int attempt = 1; attempt < MOST_DRAWN && state.isSpent(suite, drawn); attempt++) {
            drawn = drawn();
        }
        return drawn;
    }

    private String drawn() {
        return suite.drawn(asking.circumstances().randomness());
    }

    /** Letters and digits that the client wants to have added, so that what it asks is new. */
    private String chance() {
        String wanted = asking.field(MORE_CHANCE).orElse("");
        if (wanted.isEmpty()) {
            return "";
        }
        if (!wanted.matches("\\d{1,3}") || Integer.parseInt(wanted) > MOST_CHANCE) {
            throw Refusal.parameter("Parameter '" + MORE_CHANCE + "' must be a number from 0 to " + MOST_CHANCE);
        }
        return text(Integer.parseInt(wanted), LETTERS_AND_DIGITS);
    }

    private String text(int length, String alphabet) {
        return length == 0 ? "" : asking.circumstances().randomness().text(length, alphabet);
    }

    private static String checked(String original) {
        boolean odd = original.codePoints().anyMatch(Character::isISOControl);
        if (odd || original.length() > LONGEST) {
            throw notAllowed();
        }
        return original;
    }

    private String hashed(String original) {
        String wanted = asking.field(HASHED).orElse("").toLowerCase(Locale.ROOT);
        return switch (wanted) {
            case "sha256" -> digest("SHA-256", original);
            case "sha512" -> digest("SHA-512", original);
            case "", "0", "false" -> original;
            default -> digest("SHA-1", original);
        };
    }

    private String sound(String question) {
        if (Ocra.question(suite.format(), question).isEmpty()) {
            throw notAllowed();
        }
        if (state.isSpent(suite, question)) {
            throw Refusal.parameter("Parameter '" + CHALLENGE + "' was answered before");
        }
        return question;
    }

    private static Refusal notAllowed() {
        return Refusal.parameter("Parameter '" + CHALLENGE + "' is none that the suite of the token allows");
    }

    private static String digest(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no " + algorithm, e);
        }
    }
}
