package org.symbolon.command.tokentype;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.symbolon.command.radiusserver.port.RadiusAnswer;
import org.symbolon.command.remoteserver.port.RemoteAnswer;
import org.symbolon.command.tokentype.daplug.SoftDaplug;
import org.symbolon.command.tokentype.oath.HashAlgorithm;
import org.symbolon.command.tokentype.oath.Hotp;
import org.symbolon.command.tokentype.port.Inquiries;
import org.symbolon.command.tokentype.radius.RadiusInquiry;
import org.symbolon.command.tokentype.remote.RemoteInquiry;
import org.symbolon.command.tokentype.yubico.YubicoInquiry;
import org.symbolon.command.tokentype.yubico.YubicoVerdict;
import org.symbolon.command.tokentype.yubikey.SoftYubikey;
import org.symbolon.events.shared.Secret;

/** What the tokens of {@link TokenTypeContractTest} are enrolled with and show, and who is outside. */
final class ContractDevices {

    private static final String RIGHT = "246810";
    private static final String MOBILE_PIN = "7777";
    private static final SoftYubikey CLOUD_DEVICE = new SoftYubikey("00".repeat(16));

    /** What is sent beside what was typed. */
    static final Map<String, String> FIELDS = Map.of("service_id", "mail");

    private ContractDevices() {}

    /** What the device of this type shows at its n-th use: a new type describes its device here. */
    static String value(String name, Secret seed, int use) {
        return switch (name) {
            case "daypassword" -> oath(seed).value(ContractStage.NOW.getEpochSecond() / 86_400);
            case "hotp", "paper", "tan" -> oath(seed).value(use);
            case "motp" -> mobileOtp(seed, ContractStage.NOW.getEpochSecond() / 10 + use);
            case "totp" -> oath(seed).value(ContractStage.NOW.getEpochSecond() / 30 + use);
            case "applspec", "pw", "registration" -> seed.reveal();
            case "radius", "remote" -> RIGHT;
            case "spass" -> "";
            case "daplug" -> SoftDaplug.typed(oath(seed).value(use));
            case "yubico" -> CLOUD_DEVICE.typed(1, use);
            case "yubikey" -> new SoftYubikey(seed.reveal()).typed(1, use);
            default -> throw new AssertionError("Describe the device of the type " + name);
        };
    }

    static boolean oneTime(String name) {
        return switch (name) {
            case "daplug", "hotp", "motp", "paper", "registration", "tan", "totp", "yubico", "yubikey" -> true;
            case "applspec", "daypassword", "pw", "radius", "remote", "spass" -> false;
            default -> throw new AssertionError("Say whether values of the type " + name + " are one-time values");
        };
    }

    /** Half a line of shell: {@code printf %s%s%s time seed PIN | md5sum | cut -c1-6}. */
    private static String mobileOtp(Secret seed, long unit) {
        return DigestUtils.md5Hex(unit + seed.reveal() + MOBILE_PIN).substring(0, 6);
    }

    private static Hotp oath(Secret seed) {
        return Hotp.of(seed, 6, HashAlgorithm.SHA1).orElseThrow();
    }

    static Map<String, String> parameters(String name, String key, String value) {
        Map<String, String> parameters =
                new HashMap<>(Map.of("type", name, "serial", ContractStage.SERIAL, key, value));
        if (name.equals("radius")) {
            parameters.putAll(Map.of(
                    "radius.server", "r",
                    "radius.secret", "sh4red-7",
                    "radius.user", "emma",
                    "radius.local_checkpin", "1"));
        }
        if (name.equals("remote")) {
            parameters.putAll(Map.of("remote.server", "r", "remote.user", "emma", "remote.local_checkpin", "1"));
        }
        if (name.equals("yubico")) {
            parameters.put("yubico.tokenid", CLOUD_DEVICE.publicId());
        }
        if (name.equals("motp")) {
            parameters.put("motppin", MOBILE_PIN);
        }
        if (name.equals("applspec")) {
            parameters.putAll(FIELDS);
        }
        return parameters;
    }

    /** Those outside: servers that know one value, and a service that knows what a device types, once. */
    static final class Servers implements Inquiries {

        private final Set<Secret> seen = new HashSet<>();

        @Override
        public <A> A answer(Inquiry<A> inquiry) {
            return inquiry.answer().cast(answered(inquiry));
        }

        private Object answered(Inquiry<?> inquiry) {
            if (inquiry instanceof RemoteInquiry remote) {
                boolean right = remote.request().pass().equals(Secret.of(RIGHT));
                return right ? new RemoteAnswer.Accepted("FAR1") : new RemoteAnswer.Refused(200);
            }
            if (inquiry instanceof YubicoInquiry yubico) {
                return seen.add(yubico.typed()) ? new YubicoVerdict.Right() : new YubicoVerdict.Wrong(true);
            }
            boolean right = ((RadiusInquiry) inquiry).password().equals(Secret.of(RIGHT));
            return right ? new RadiusAnswer.Accepted("") : new RadiusAnswer.Rejected("");
        }
    }
}
