package org.symbolon.command.tokentype.hotp;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.SeedParts;
import org.symbolon.command.tokentype.TokenView;

/**
 * An enrolment in two steps: the server makes a part of the seed and the client another, so that who sees the code that is
 * scanned does not know the seed.
 */
public final class TwoSteps {

    private static final String BEGIN = "2stepinit";
    private static final String CLIENT_SIZE = "2step_clientsize";
    private static final String SERVER_SIZE = "2step_serversize";
    private static final String DIFFICULTY = "2step_difficulty";
    private static final int PRESET_CLIENT_BYTES = 8;
    private static final int MOST_BYTES = 512;
    private static final int PRESET_ROUNDS = 10_000;
    private static final int MOST_ROUNDS = 250_000;
    private static final List<String> OF_THE_FIRST_STEP = List.of("timeStep", "timeWindow", "timeShift");

    private final int clientBytes;
    private final int seedBytes;
    private final int rounds;

    private TwoSteps(int clientBytes, int seedBytes, int rounds) {
        this.clientBytes = clientBytes;
        this.seedBytes = seedBytes;
        this.rounds = rounds;
    }

    /** What the first step says; empty if there is only one. */
    public static Optional<TwoSteps> begunBy(EnrolmentRequest request, HashAlgorithm algorithm) {
        if (!request.flag(BEGIN)) {
            return Optional.empty();
        }
        return Optional.of(new TwoSteps(
                request.number(CLIENT_SIZE, PRESET_CLIENT_BYTES, 1, MOST_BYTES),
                algorithm.keyBytes(),
                request.number(DIFFICULTY, PRESET_ROUNDS, 1, MOST_ROUNDS)));
    }

    /** How many bytes the server's part has. */
    static Optional<Integer> serverBytes(EnrolmentRequest request, HashAlgorithm algorithm) {
        return request.flag(BEGIN)
                ? Optional.of(request.number(SERVER_SIZE, algorithm.keyBytes(), 1, MOST_BYTES))
                : Optional.empty();
    }

    /** What the token keeps until the second step. */
    public Map<String, String> info() {
        return Map.of(CLIENT_SIZE, Integer.toString(clientBytes), DIFFICULTY, Integer.toString(rounds));
    }

    Disclosure disclosure() {
        return new Disclosure.ClientPart(clientBytes, seedBytes, rounds);
    }

    String inAddress() {
        return "&2step_salt=" + clientBytes + "&2step_output=" + seedBytes + "&2step_difficulty=" + rounds;
    }

    /**
     * Of what the seed is to be made: what the first step said still holds.
     *
     * @throws Refusal 905 if the client's part is missing, malformed or has another size
     */
    public static SeedParts seedParts(EnrolmentRequest second, TokenView token, Secret serverPart) {
        byte[] client = clientPart(second);
        int expected = number(token, CLIENT_SIZE, PRESET_CLIENT_BYTES);
        if (client.length != expected) {
            throw Refusal.parameter("Client Secret Size is expected to be " + expected + ", but is " + client.length);
        }
        return new SeedParts(
                serverPart,
                Secret.of(HexFormat.of().formatHex(client)),
                number(token, DIFFICULTY, PRESET_ROUNDS),
                algorithmOf(token).keyBytes());
    }

    /** The request of the second step with its seed; what the first step said still holds. */
    public static EnrolmentRequest joined(EnrolmentRequest second, TokenView token, Secret seed) {
        Map<String, String> parameters = new HashMap<>(second.parameters());
        parameters.remove("genkey");
        parameters.put("otpkey", seed.reveal());
        parameters.put("otpkeyformat", "hex");
        parameters.put("hashlib", algorithmOf(token).wireName());
        parameters.put("otplen", Integer.toString(token.otpLength()));
        OF_THE_FIRST_STEP.forEach(name -> token.info(name).ifPresent(value -> parameters.put(name, value)));
        return new EnrolmentRequest(
                second.serial(), second.holder(), parameters, second.settings(), second.randomness());
    }

    private static HashAlgorithm algorithmOf(TokenView token) {
        return token.info("hashlib").flatMap(HashAlgorithm::find).orElse(HashAlgorithm.SHA1);
    }

    private static byte[] clientPart(EnrolmentRequest second) {
        try {
            return HexFormat.of().parseHex(OathSeed.given(second));
        } catch (IllegalArgumentException malformed) {
            throw Refusal.parameter("Parameter 'otpkey' must be hexadecimal");
        }
    }

    private static int number(TokenView token, String key, int otherwise) {
        return token.info(key)
                .filter(text -> text.matches("[1-9]\\d{0,5}"))
                .map(Integer::valueOf)
                .orElse(otherwise);
    }
}
