package org.symbolon.command.tokentype.oath;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/**
 * An enrolment in two steps: the server makes a part of the seed and the client another, so that who sees the code that is
 * scanned does not know the seed.
 */
public final class TwoSteps {

    private static final String BEGIN = "2stepinit";
    private static final String ROLLOVER = "rollover";

    /** What a policy says in the place of the flag where there must be two steps: every step begins them but their second. */
    private static final String FORCED = "force";

    private static final String CLIENT_SIZE = "2step_clientsize";
    private static final String SERVER_SIZE = "2step_serversize";
    private static final String DIFFICULTY = "2step_difficulty";
    private static final int PRESET_CLIENT_BYTES = 8;
    private static final int MOST_BYTES = 512;
    private static final int PRESET_ROUNDS = 10_000;
    private static final int MOST_ROUNDS = 250_000;
    private static final List<String> OF_THE_FIRST_STEP = List.of("timeStep", "timeWindow", "timeShift");

    /** What a token keeps until the second step. */
    public static final List<StateEntry> STATE = List.of(StateEntry.number(CLIENT_SIZE), StateEntry.number(DIFFICULTY));

    /** What the first step takes. */
    public static final List<TypeParameter> PARAMETERS = List.of(
            TypeParameter.flag(BEGIN, "Has the client make a part of the seed, where a policy lets it."),
            TypeParameter.number(CLIENT_SIZE, "How many bytes that part has.").or(PRESET_CLIENT_BYTES),
            TypeParameter.number(SERVER_SIZE, "How many bytes the server's part has."),
            TypeParameter.number(DIFFICULTY, "In how many rounds the seed is made of both.")
                    .or(PRESET_ROUNDS),
            TypeParameter.flag(ROLLOVER, "Begins an enrolment in two steps anew."));

    /** What policies can say of enrolments of the type in two steps. */
    public static List<TypeAction> actionsOf(String type) {
        return List.of(
                TypeAction.string(
                                type + "_2step",
                                Step.ENROLMENT,
                                "Whether the seed is made of a part of the server and one of the telephone: as the request"
                                        + " asks for (`allow`) or always (`force`).",
                                Scope.ADMIN,
                                Scope.USER)
                        .choosing("allow", FORCED)
                        .with(new TypeAction.AllowsTwoSteps(BEGIN)),
                size(type, CLIENT_SIZE, "How many bytes the telephone's part of the seed has.")
                        .or(Integer.toString(PRESET_CLIENT_BYTES)),
                size(
                        type,
                        SERVER_SIZE,
                        "How many bytes the server's part of the seed has; as many as its hash where nothing is said."),
                size(type, DIFFICULTY, "In how many rounds the seed is made of both parts.")
                        .or(Integer.toString(PRESET_ROUNDS)));
    }

    private static TypeAction size(String type, String parameter, String sentence) {
        return TypeAction.number(type + "_" + parameter, Step.ENROLMENT, sentence, Scope.ENROLLMENT)
                .with(new TypeAction.OfTwoSteps(parameter));
    }

    private final int clientBytes;
    private final int seedBytes;
    private final int rounds;

    private TwoSteps(int clientBytes, int seedBytes, int rounds) {
        this.clientBytes = clientBytes;
        this.seedBytes = seedBytes;
        this.rounds = rounds;
    }

    /** What the first step says; empty if there is only one. */
    static Optional<TwoSteps> begunBy(EnrolmentRequest request, HashAlgorithm algorithm) {
        if (!begins(request)) {
            return Optional.empty();
        }
        return Optional.of(new TwoSteps(
                request.number(CLIENT_SIZE, PRESET_CLIENT_BYTES, 1, MOST_BYTES),
                algorithm.keyBytes(),
                request.number(DIFFICULTY, PRESET_ROUNDS, 1, MOST_ROUNDS)));
    }

    /** How many bytes the server's part has. */
    static Optional<Integer> serverBytes(EnrolmentRequest request, HashAlgorithm algorithm) {
        return begins(request)
                ? Optional.of(request.number(SERVER_SIZE, algorithm.keyBytes(), 1, MOST_BYTES))
                : Optional.empty();
    }

    /** What the token keeps until the second step, if there is one. */
    public static Map<String, Object> stateOf(EnrolmentRequest request, HashAlgorithm algorithm) {
        return begunBy(request, algorithm)
                .map(begun ->
                        Map.<String, Object>of(CLIENT_SIZE, (long) begun.clientBytes, DIFFICULTY, (long) begun.rounds))
                .orElse(Map.of());
    }

    /** The step, which is the first of two if the request says so. */
    public static EnrolmentStep stepOf(EnrolmentRequest request, EnrolmentStep whole) {
        return begins(request) ? whole.waiting() : whole;
    }

    private static boolean begins(EnrolmentRequest request) {
        return request.flag(BEGIN)
                || (request.text(BEGIN, "").equals(FORCED) && second(request).isEmpty());
    }

    Disclosure disclosure() {
        return new Disclosure.ClientPart(clientBytes, seedBytes, rounds);
    }

    String inAddress() {
        return "&2step_salt=" + clientBytes + "&2step_output=" + seedBytes + "&2step_difficulty=" + rounds;
    }

    /**
     * The making of the seed, before the second step.
     *
     * @throws Refusal 905 if the client's part is missing, malformed or has another size, or it is a first step once more
     */
    public static Optional<Inquiry<?>> gatheredFor(EnrolmentRequest request) {
        return second(request).map(token -> seedParts(request, token));
    }

    /** The request as if it were the only step: in a second one with the seed of both parts, and with what the first step said. */
    public static EnrolmentRequest joined(EnrolmentRequest request) {
        return second(request).map(token -> joined(request, token)).orElse(request);
    }

    private static Optional<TokenView> second(EnrolmentRequest request) {
        return request.token()
                .filter(token -> token.rolloutState().equals(EnrolmentStep.WAITING) && !request.flag(ROLLOVER));
    }

    private static SeedParts seedParts(EnrolmentRequest second, TokenView token) {
        if (second.flag(BEGIN)) {
            throw Refusal.parameter("2stepinit is only to be used in the first initialization step.");
        }
        byte[] client = clientPart(second);
        int expected = number(token, CLIENT_SIZE, PRESET_CLIENT_BYTES);
        if (client.length != expected) {
            throw Refusal.parameter("Client Secret Size is expected to be " + expected + ", but is " + client.length);
        }
        return new SeedParts(
                token.secret(),
                Secret.of(HexFormat.of().formatHex(client)),
                number(token, DIFFICULTY, PRESET_ROUNDS),
                algorithmOf(token).keyBytes());
    }

    private static EnrolmentRequest joined(EnrolmentRequest second, TokenView token) {
        Secret seed = second.gathered().to(seedParts(second, token)).orElseThrow();
        Map<String, String> parameters = new HashMap<>(second.parameters());
        parameters.remove("genkey");
        parameters.put("otpkey", seed.reveal());
        parameters.put("otpkeyformat", "hex");
        parameters.put(OathParameters.HASH, algorithmOf(token).wireName());
        parameters.put("otplen", Integer.toString(token.otpLength()));
        OF_THE_FIRST_STEP.forEach(name -> token.state().text(name).ifPresent(value -> parameters.put(name, value)));
        return second.with(parameters);
    }

    private static HashAlgorithm algorithmOf(TokenView token) {
        return token.state()
                .text(OathParameters.HASH)
                .flatMap(HashAlgorithm::find)
                .orElse(HashAlgorithm.SHA1);
    }

    private static byte[] clientPart(EnrolmentRequest second) {
        try {
            return HexFormat.of().parseHex(OathSeed.given(second));
        } catch (IllegalArgumentException malformed) {
            throw Refusal.parameter("Parameter 'otpkey' must be hexadecimal");
        }
    }

    /** A size or number of rounds that somebody has set otherwise counts only where it can be one. */
    private static int number(TokenView token, String key, int otherwise) {
        return token.state()
                .number(key)
                .filter(value -> value >= 1 && value <= 999_999)
                .map(Long::intValue)
                .orElse(otherwise);
    }
}
