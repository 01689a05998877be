package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.daplug.SoftDaplug;
import org.symbolon.command.tokentype.ocra.Ocra;
import org.symbolon.command.tokentype.ocra.Ocra.Moment;
import org.symbolon.command.tokentype.ocra.OcraSuite;
import org.symbolon.command.tokentype.u2f.SoftU2f;
import org.symbolon.command.tokentype.webauthn.SoftDevice;
import org.symbolon.command.tokentype.yubikey.SoftYubikey;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.RadiusDouble;
import org.symbolon.endtoend.harness.SmsDouble;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.events.shared.Secret;

/**
 * A token of each type that can be asked a challenge, in the hands of its user: how it is enrolled behind a PIN, and what he sends
 * when he is asked. A new type describes its own here.
 */
final class SecondFactors implements AutoCloseable {

    static final String PIN = "1234";

    /** Every log-in names a service, of which one type takes notice. */
    static final String SERVICE = "mail";

    private static final String SUITE = "OCRA-1:HOTP-SHA1-8:QH40";
    private static final String SECRET = "abcdefghijklmnop";
    private static final long DAY = 86_400;

    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final RadiusDouble radius = new RadiusDouble();
    private final SmsDouble gateway = new SmsDouble();
    private final SplittableRandom random = new SplittableRandom(2026);
    private final Tenant tenant;
    private final ApiClient admin;

    /** What somebody sends who has been asked: the parameters of the answer beside the transaction. */
    @FunctionalInterface
    interface Factor {

        Map<String, String> answer(Answer asked);

        /** What he types behind his PIN though nobody has asked him; empty where that would use nothing up. */
        default Optional<String> typedAtOnce() {
            return Optional.empty();
        }

        /** One that people type and that stays what it is. */
        static Factor typing(String value) {
            return asked -> Map.of("password", value);
        }
    }

    /** Shows another value at each use. */
    private static final class Showing implements Factor {

        private final IntFunction<String> values;
        private int uses;

        private Showing(IntFunction<String> values) {
            this.values = values;
        }

        @Override
        public Map<String, String> answer(Answer asked) {
            return Map.of("password", values.apply(uses++));
        }

        @Override
        public Optional<String> typedAtOnce() {
            return Optional.of(values.apply(uses++));
        }
    }

    SecondFactors(Tenant tenant) {
        this.tenant = tenant;
        this.admin = tenant.admin();
        mails.start();
        String port = "" + mails.getSmtp().getPort();
        admin.post("/smtpserver/green", "server", "127.0.0.1", "port", port, "sender", "mfa@example.com");
        RadiusDouble.define(admin, "radiusoffactors", radius.port(), 30);
        gateway.define(admin, "factors");
        admin.post("/system/setConfig", "email.identifier", "green", "sms.identifier", "factors");
        admin.post("/system/setConfig", "question.num_answers", "1");
        admin.post("/system/setConfig", "u2f.appId", WebauthnUser.PAGE);
        YubicoDouble.ownEndpoint(admin);
        TiqrUser.define(admin);
        String types = String.join(" ", types());
        PoliciesInUse policies = new PoliciesInUse(admin, "factors");
        policies.use("enrollment", PasskeyUser.DOMAIN + ", " + PushUser.policies("poll only"));
        policies.use("authentication", "passkey_trigger_by_pin, challenge_response=" + types, "realm", tenant.realm());
    }

    /** All types whose tokens can be asked. */
    static List<String> types() {
        return TokenTypes.all().types().stream()
                .filter(type -> type.describe().isAskable())
                .map(TokenType::name)
                .toList();
    }

    @Override
    public void close() {
        mails.stop();
        gateway.close();
        radius.close();
    }

    /** The user gets a token of the type with this serial. */
    Factor enrolled(String type, String user, String serial) {
        Device device = Device.withDistinctValues(random, 20);
        return switch (type) {
            case "hotp", "paper", "tan" -> oath(type, user, serial, device, new Showing(device::otp));
            case "totp" -> oath(type, user, serial, device, new Showing(use -> device.otp(now() / 30 + use)));
            case "daplug" -> oath(type, user, serial, device, new Showing(use -> SoftDaplug.typed(device.otp(use))));
            case "daypassword" -> oath(type, user, serial, device, Factor.typing(device.otp(now() / DAY)));
            case "pw", "applspec" -> Factor.typing(password(type, user, serial));
            case "registration" -> registration(user, serial);
            case "motp" -> mobileOtp(user, serial);
            case "yubikey" -> yubikey(user, serial);
            case "yubico" -> yubico(user, serial);
            case "remote" -> remote(user, serial, device);
            case "email" -> email(user, serial);
            case "sms" -> sms(user, serial);
            case "question" -> question(user, serial);
            case "indexedsecret" -> indexedSecret(user, serial);
            case "4eyes" -> fourEyes(user, serial);
            case "ocra" -> ocra(user, serial, device);
            case "radius" -> radius(user, serial);
            case "tiqr" -> tiqr(user, serial, device);
            case "u2f" -> u2f(user, serial);
            case "webauthn" -> webauthn(user, serial);
            case "passkey" -> passkey(user, serial);
            case "edupush", "push" -> push(type, user, serial);
            default -> throw new AssertionError("Describe a second factor of the type " + type);
        };
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private Answer enrol(String type, String user, String serial, String... more) {
        Answer enrolled = tenant.enrol(serial, user, ApiClient.joined(more, "type", type, "pin", PIN));
        assertThat(enrolled.value()).as(enrolled.body()).isEqualTo(true);
        return enrolled;
    }

    private Factor oath(String type, String user, String serial, Device device, Factor factor) {
        enrol(type, user, serial, "otpkey", device.seed());
        return factor;
    }

    private String password(String type, String user, String serial) {
        Answer enrolled = enrol(type, user, serial, "genkey", "1", "service_id", SERVICE);
        Map<?, ?> key = (Map<?, ?>) enrolled.detail().get("otpkey");
        return key.get("value").toString().substring("seed://".length());
    }

    private Factor registration(String user, String serial) {
        String code = password("registration", user, serial);
        return new Showing(use -> code);
    }

    private Factor mobileOtp(String user, String serial) {
        enrol("motp", user, serial, "otpkey", "1234567890abcdef", "motppin", "7777");
        return new Showing(use -> DigestUtils.md5Hex(now() / 10 + use + "1234567890abcdef" + "7777")
                .substring(0, 6));
    }

    private Factor yubikey(String user, String serial) {
        String key = "0102030405060708090a0b0c0d0e0f10";
        enrol("yubikey", user, serial, "otpkey", key);
        SoftYubikey device = new SoftYubikey(key);
        return new Showing(use -> device.typed(1, use));
    }

    /** A device whose values this very server checks, in the words of Yubico's service. */
    private Factor yubico(String user, String serial) {
        SoftYubikey device = YubicoDouble.device(random.nextLong());
        YubicoDouble.enrolAtOwnEndpoint(admin, "FAR" + serial, device);
        enrol("yubico", user, serial, "yubico.tokenid", device.publicId());
        return new Showing(use -> device.typed(1, use));
    }

    /** This very server is the other one, too: there it is a token of nobody. */
    private Factor remote(String user, String serial, Device device) {
        assertThat(admin.post("/token/init", "serial", "FAR" + serial, "otpkey", device.seed())
                        .status())
                .isEqualTo(200);
        String[] far = {"remote.server", admin.address(), "remote.serial", "FAR" + serial};
        enrol("remote", user, serial, ApiClient.joined(far, "remote.local_checkpin", "1"));
        return new Showing(device::otp);
    }

    private Factor email(String user, String serial) {
        String address = user + "@example.com";
        enrol("email", user, serial, "genkey", "1", "email", address);
        AtomicInteger asked = new AtomicInteger();
        return answer -> Map.of("password", mail(asked.incrementAndGet()));
    }

    private Factor sms(String user, String serial) {
        enrol("sms", user, serial, "genkey", "1", "phone", "0151 7");
        return asked -> Map.of("password", gateway.lastTextTo("0151 7"));
    }

    private String mail(int number) {
        assertThat(mails.waitForIncomingEmail(10_000, number)).isTrue();
        try {
            return mails.getReceivedMessages()[number - 1]
                    .getContent()
                    .toString()
                    .strip();
        } catch (IOException | MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Factor question(String user, String serial) {
        Map<String, String> known = Map.of("Pet?", "Rex", "Town?", "Kassel");
        enrol("question", user, serial, "questions", "{\"Pet?\": \"Rex\", \"Town?\": \"Kassel\"}");
        return asked -> Map.of("password", known.get(asked.message()));
    }

    private Factor indexedSecret(String user, String serial) {
        enrol("indexedsecret", user, serial, "otpkey", SECRET);
        return asked -> Map.of(
                "password",
                ((List<?>) attributes(asked).get("random_positions"))
                        .stream()
                                .map(place -> SECRET.substring((Integer) place - 1, (Integer) place))
                                .collect(Collectors.joining()));
    }

    /** Whoever is asked first and whoever is asked then have a token of their own; both at once need nobody to be asked. */
    private Factor fourEyes(String user, String serial) {
        List<Device> devices = List.of(Device.random(random), Device.random(random));
        for (Device device : devices) {
            enrol("hotp", "user0", serial + devices.indexOf(device), "otpkey", device.seed());
        }
        enrol("4eyes", user, serial, "4eyes", tenant.realm() + ":2");
        AtomicInteger uses = new AtomicInteger();
        return asked -> {
            int use = uses.getAndIncrement();
            return Map.of("password", PIN + devices.get(use % 2).otp(use / 2));
        };
    }

    private Factor ocra(String user, String serial, Device device) {
        enrol("ocra", user, serial, "ocrasuite", SUITE, "otpkey", device.seed());
        OcraSuite suite = OcraSuite.read(SUITE);
        return asked -> {
            byte[] question = Ocra.question(
                            suite.format(), attributes(asked).get("challenge").toString())
                    .orElseThrow();
            return Map.of(
                    "password",
                    Ocra.of(suite, Secret.of(device.seed()), null)
                            .orElseThrow()
                            .response(question, new Moment(0, "", 0)));
        };
    }

    private Factor radius(String user, String serial) {
        enrol(
                "radius",
                user,
                serial,
                "radius.identifier",
                "radiusoffactors",
                "radius.user",
                "emma",
                "radius.local_checkpin",
                "1");
        return Factor.typing(RadiusDouble.RIGHT);
    }

    /** Nothing is typed: the answer comes by the telephone. */
    private Factor tiqr(String user, String serial, Device device) {
        TiqrUser telephone = new TiqrUser(tenant, device.seed());
        telephone.enrol(serial, user, "pin", PIN);
        return asked -> {
            assertThat(telephone.app().confirm(TiqrUser.question(asked))).isEqualTo("OK");
            return Map.of("password", "");
        };
    }

    private Factor u2f(String user, String serial) {
        SoftU2f device = new SoftU2f("0a0b0c0d".repeat(16));
        Map<?, ?> begun = (Map<?, ?>) enrol("u2f", user, serial).detail().get("u2fRegisterRequest");
        Map<String, String> made = device.make(begun.get("challenge").toString());
        Answer finished =
                new WebauthnUser(admin, tenant.realm()).post("/token/init", made, "type", "u2f", "serial", serial);
        assertThat(finished.value()).as(finished.body()).isEqualTo(true);
        return asked -> device.answer(((Map<?, ?>) attributes(asked).get("u2fSignRequest"))
                .get("challenge")
                .toString());
    }

    private Factor webauthn(String user, String serial) {
        SoftDevice device = SoftDevice.of(-7, "a1a2a3");
        Answer enrolled = new WebauthnUser(admin, tenant.realm()).enrol(user, serial, device, "pin", PIN);
        assertThat(enrolled.value()).as(enrolled.body()).isEqualTo(true);
        return asked -> device.answer(WebauthnUser.challenge(asked));
    }

    private Factor passkey(String user, String serial) {
        SoftDevice device = new PasskeyUser(admin, tenant.realm()).enrolled(user, serial, "b1b2b3", "pin", PIN);
        return asked -> device.answerPasskey(asked.detail().get("challenge").toString());
    }

    private Factor push(String type, String user, String serial) {
        PushUser telephone = PushUser.scanning(admin, type, PushUser.address(enrol(type, user, serial)));
        return asked -> {
            telephone.ask().list().forEach(open -> telephone.accepts(open.get("nonce")));
            return Map.of();
        };
    }

    private static Map<?, ?> attributes(Answer asked) {
        return (Map<?, ?>) asked.detail().get("attributes");
    }
}
