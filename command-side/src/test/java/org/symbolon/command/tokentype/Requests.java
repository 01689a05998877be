package org.symbolon.command.tokentype;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;

/** Enrolment requests for the tests of token types. */
public final class Requests {

    public static final String SERIAL = "OATH0001";

    private Requests() {}

    /** A request of nobody in particular with these parameters: name, value, name, value. */
    public static EnrolmentRequest with(String... parameters) {
        return with(new FakeSettings(), parameters);
    }

    public static EnrolmentRequest with(SystemSettings settings, String... parameters) {
        return new EnrolmentRequest(SERIAL, Holder.NOBODY, map(parameters), circumstances(settings, Chance.counting()));
    }

    public static EnrolmentRequest of(Holder holder, String... parameters) {
        return new EnrolmentRequest(
                SERIAL, holder, map(parameters), circumstances(new FakeSettings(), Chance.counting()));
    }

    public static EnrolmentRequest by(Randomness randomness, String... parameters) {
        return new EnrolmentRequest(
                SERIAL, Holder.NOBODY, map(parameters), circumstances(new FakeSettings(), randomness));
    }

    private static Circumstances circumstances(SystemSettings settings, Randomness randomness) {
        return new Circumstances(Instant.EPOCH, settings, randomness);
    }

    /** The same as a further step of this token, for which this was gathered. */
    public static EnrolmentRequest step(EnrolmentRequest request, TokenView token, Gathered gathered) {
        return new EnrolmentRequest(
                request.serial(),
                request.owner(),
                request.holder(),
                request.parameters(),
                request.circumstances(),
                Optional.of(token),
                Optional.empty(),
                gathered);
    }

    /** The only disclosure of this kind. */
    public static <D extends Disclosure> D shown(Class<D> kind, List<Disclosure> disclosures) {
        List<D> found =
                disclosures.stream().filter(kind::isInstance).map(kind::cast).toList();
        if (found.size() != 1) {
            throw new AssertionError("Expected one " + kind.getSimpleName() + " but found " + found.size());
        }
        return found.get(0);
    }

    private static Map<String, String> map(String... pairs) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
