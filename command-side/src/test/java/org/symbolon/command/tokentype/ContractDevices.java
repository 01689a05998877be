package org.symbolon.command.tokentype;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.command.radiusserver.port.RadiusAnswer;
import org.symbolon.command.tokentype.oath.HashAlgorithm;
import org.symbolon.command.tokentype.oath.Hotp;
import org.symbolon.command.tokentype.port.Inquiries;
import org.symbolon.command.tokentype.radius.RadiusInquiry;
import org.symbolon.events.shared.Secret;

/** What the tokens of {@link TokenTypeContractTest} are enrolled with and show, and who is outside. */
final class ContractDevices {

    private static final String RIGHT = "246810";

    private ContractDevices() {}

    /** What the device of this type shows at its n-th use: a new type describes its device here. */
    static String value(String name, Secret seed, int use) {
        return switch (name) {
            case "hotp" -> oath(seed).value(use);
            case "totp" -> oath(seed).value(TokenTypeContractTest.NOW.getEpochSecond() / 30 + use);
            case "pw" -> seed.reveal();
            case "radius" -> RIGHT;
            case "spass" -> "";
            default -> throw new AssertionError("Describe the device of the type " + name);
        };
    }

    static boolean oneTime(String name) {
        return switch (name) {
            case "hotp", "totp" -> true;
            case "pw", "radius", "spass" -> false;
            default -> throw new AssertionError("Say whether values of the type " + name + " are one-time values");
        };
    }

    private static Hotp oath(Secret seed) {
        return Hotp.of(seed, 6, HashAlgorithm.SHA1).orElseThrow();
    }

    static Map<String, String> parameters(String name, String key, String value) {
        Map<String, String> parameters =
                new HashMap<>(Map.of("type", name, "serial", TokenTypeContractTest.SERIAL, key, value));
        if (name.equals("radius")) {
            parameters.putAll(Map.of(
                    "radius.server", "r",
                    "radius.secret", "sh4red-7",
                    "radius.user", "emma",
                    "radius.local_checkpin", "1"));
        }
        return parameters;
    }

    /** Somebody outside, who knows one value. */
    static final class Servers implements Inquiries {

        @Override
        public <A> A answer(Inquiry<A> inquiry) {
            boolean right = ((RadiusInquiry) inquiry).password().equals(Secret.of(RIGHT));
            return inquiry.answer().cast(right ? new RadiusAnswer.Accepted("") : new RadiusAnswer.Rejected(""));
        }
    }
}
