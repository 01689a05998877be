package org.symbolon.command.tokentype.printed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.oath.HashAlgorithm;
import org.symbolon.command.tokentype.oath.Hotp;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/** Values of a token that are printed when it is enrolled, and shown this once: the first ones of its seed (RFC 4226). */
public final class PrintedValues {

    /** No list is longer, whoever asks for it. */
    public static final int MOST = 1000;

    private static final int PRESET = 100;

    private final String count;

    private PrintedValues(String count) {
        this.count = count;
    }

    /** Those of types whose enrolments and policies say by this name how many there are. */
    public static PrintedValues countedBy(String parameter) {
        return new PrintedValues(parameter);
    }

    public TypeParameter parameter() {
        return TypeParameter.number(count, "How many values its list has.").or(PRESET);
    }

    public TypeAction action() {
        return TypeAction.number(count, Step.ENROLMENT, "How many values a new list has.", Scope.ENROLLMENT)
                .or(Integer.toString(PRESET))
                .with(new TypeAction.Overwrites(count));
    }

    /** A request of whose seed nothing is said has one made. */
    public static EnrolmentRequest withSeed(EnrolmentRequest request) {
        if (!request.text("otpkey", "").isEmpty()) {
            return request;
        }
        Map<String, String> parameters = new HashMap<>(request.parameters());
        parameters.put("genkey", "1");
        return request.with(parameters);
    }

    /**
     * The values, in their order.
     *
     * @throws Refusal 905 if the seed is no hexadecimal text, or they are too many
     */
    public List<Secret> of(Secret seed, int digits, HashAlgorithm algorithm, EnrolmentRequest request) {
        Hotp values = Hotp.of(seed, digits, algorithm)
                .orElseThrow(() -> Refusal.parameter("Parameter 'otpkey' must be hexadecimal"));
        return IntStream.range(0, request.number(count, PRESET, 1, MOST))
                .mapToObj(values::value)
                .map(Secret::of)
                .toList();
    }
}
