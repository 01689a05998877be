package org.symbolon.endtoend.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.secrecy.Hoard.ADMIN_PASSWORD;
import static org.symbolon.endtoend.secrecy.Hoard.ANSWER;
import static org.symbolon.endtoend.secrecy.Hoard.CACHED_PASSWORD;
import static org.symbolon.endtoend.secrecy.Hoard.CHALLENGE_VALUE;
import static org.symbolon.endtoend.secrecy.Hoard.DEVICE_PIN;
import static org.symbolon.endtoend.secrecy.Hoard.DIGITS;
import static org.symbolon.endtoend.secrecy.Hoard.EFFECT_CONTENT;
import static org.symbolon.endtoend.secrecy.Hoard.MARK;
import static org.symbolon.endtoend.secrecy.Hoard.MISTYPED;
import static org.symbolon.endtoend.secrecy.Hoard.OFFICER_PIN;
import static org.symbolon.endtoend.secrecy.Hoard.PIN;
import static org.symbolon.endtoend.secrecy.Hoard.SEALED_PIN;
import static org.symbolon.endtoend.secrecy.Hoard.SECOND_PIN;
import static org.symbolon.endtoend.secrecy.Hoard.SECOND_SETTING;
import static org.symbolon.endtoend.secrecy.Hoard.SERVER_PASSWORD;
import static org.symbolon.endtoend.secrecy.Hoard.SETTING;
import static org.symbolon.endtoend.secrecy.Hoard.TOKEN_PASSWORD;
import static org.symbolon.endtoend.secrecy.Hoard.USER_PIN;
import static org.symbolon.endtoend.secrecy.Hoard.accept;
import static org.symbolon.endtoend.secrecy.Hoard.refuse;
import static org.symbolon.endtoend.secrecy.Hoard.succeed;
import static org.symbolon.endtoend.secrecy.Hoard.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.symbolon.cli.admin.Administrators;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.Decision.Ground;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.auth.LogIn;
import org.symbolon.command.auth.LoginAttempt;
import org.symbolon.command.auth.LoginSubject;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.user.RecoveryCodes;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.Hidden;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.ScannedCode;
import org.symbolon.endtoend.harness.TestChallenges;
import org.symbolon.events.auth.CacheTerms;
import org.symbolon.events.auth.LayerTerms;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/** Uses every secret in requests that succeed. */
final class SoundUse {

    private static final String SMS_MODULE = "edumfa.lib.smsprovider.HttpSMSProvider.HttpSMSProvider";
    private static final String EXPORT_PASSWORD = "Export-Password+3/Äther";
    private static final String OCRA_PIN = "Ocra-Pin+7/Öl";
    private static final String YUBICO_KEY = "WXViaWNvLWtleS0rNw==";
    private static final String RADIUS_SECRET = "Radius-Secret+4/Ärger";

    private final Hoard hoard;
    private final InProcessServer server;
    private final ApiClient admin;
    private final ApiClient anyone;
    private final Device device;
    private final Device totp;
    private ApiClient user;

    SoundUse(Hoard hoard) {
        this.hoard = hoard;
        this.server = hoard.server;
        this.admin = hoard.admin;
        this.anyone = hoard.anyone;
        this.device = hoard.device;
        this.totp = hoard.totp;
    }

    /** Answers the client of a user who is logged in. */
    ApiClient run(Path folder) throws IOException {
        Path passwd = PasswdFile.write(folder, 3);
        hoard.hide("hash of a password", Files.readString(passwd).split(":", 3)[1]);
        logIn(passwd);
        configure();
        define();
        recover();
        enrol();
        use();
        return user;
    }

    private void logIn(Path passwd) {
        Administrators administrators = server.bean(Administrators.class);
        administrators.add("second", ADMIN_PASSWORD + "-old", "");
        administrators.changePassword("second", ADMIN_PASSWORD);
        hideTokenOf(anyone.post("/auth", "username", "second", "password", ADMIN_PASSWORD));
        admin.post("/resolver/users", "type", "passwdresolver", "fileName", passwd.toString());
        admin.post("/realm/users", "resolvers", "users");
        Answer answer = anyone.post("/auth", "username", "user1@users", "password", PasswdFile.PASSWORD);
        user = anyone.bearing(hideTokenOf(answer));
    }

    private String hideTokenOf(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        String token = (String) answer.valueMap().get("token");
        hoard.hide("log-in token", token);
        hoard.hide("signature of a log-in token", token.substring(token.lastIndexOf('.') + 1));
        return token;
    }

    private void configure() {
        succeed(admin.post("/system/setConfig", "secret.one", SETTING, "secret.one.type", "password"));
        succeed(admin.post("/system/setConfig", "secret.one", SECOND_SETTING));
        succeed(admin.post("/system/setConfig", "secret.two", SETTING, "secret.two.type", "password"));
        succeed(admin.delete("/system/secret.two"));
        ResolverUse.save(admin);
        String[] handler = {
            "name", "h", "event", "get_editable_attributes", "handlermodule", "Token", "action", "enroll"
        };
        succeed(admin.post("/event", with(handler, "option.motppin", DEVICE_PIN)));
        succeed(admin.post("/event", with(handler, "id", "1", "option.motppin", DEVICE_PIN)));
    }

    private void define() {
        for (int time = 0; time < 2; time++) {
            succeed(admin.post("/smtpserver/secretive", "server", "mail", "password", SERVER_PASSWORD));
            succeed(admin.post("/radiusclient/secretive", "address", "10.1.0.1", "secret", SERVER_PASSWORD));
            succeed(admin.post("/radiusserver/secretive", "server", "radius", "secret", SERVER_PASSWORD));
            succeed(admin.post(
                    "/smsgateway",
                    "name",
                    "secretive",
                    "module",
                    SMS_MODULE,
                    "option.PASSWORD",
                    SERVER_PASSWORD,
                    "header.Authorization",
                    SERVER_PASSWORD));
            succeed(admin.post("/caconnector/secretive", "type", "local", "cakey_password", SERVER_PASSWORD));
            FeedUse.save(admin);
            succeed(admin.post(
                    "/machineresolver/secretive", "type", "hosts", "pw", SERVER_PASSWORD, "type.pw", "password"));
        }
        succeed(admin.post("/smtpserver/secretive", "server", "mail", "password", SERVER_PASSWORD + "-next"));
        tryOut();
    }

    /** A mail server that repeats what it hears, and a RADIUS server that is not there. */
    private void tryOut() {
        try (RepeatingMailServer repeating = new RepeatingMailServer()) {
            String[] server = {"identifier", "secretive", "server", "127.0.0.1", "port", "" + repeating.port()};
            String[] login = with(server, "recipient", "a@example.com", "username", "me");
            for (String password : List.of(SERVER_PASSWORD, "__CENSORED__")) {
                refuse(admin.post("/smtpserver/send_test_email", with(login, "password", password)));
            }
            assertThat(repeating.hasRepeated()).isTrue();
        }
        String[] asked = {"identifier", "secretive", "server", "127.0.0.1", "port", "1", "username", "me"};
        for (String secret : List.of(SERVER_PASSWORD, "__CENSORED__")) {
            succeed(admin.post("/radiusserver/test_request", with(asked, "secret", secret, "password", MISTYPED)));
        }
    }

    private void recover() {
        CommandSender commands = server.bean(CommandSender.class);
        RecoveryCodes codes = server.bean(RecoveryCodes.class);
        RecoveryCodes.NewCode used = codes.make("user1", "users");
        RecoveryCodes.NewCode kept = codes.make("user2", "users");
        for (RecoveryCodes.NewCode made : List.of(used, kept)) {
            hoard.hide("recovery code", made.code().reveal());
            commands.sendAs("test", made.command());
        }
        assertThat(commands.sendAs("test", codes.check("user1", "users", used.code())))
                .isEqualTo(true);
        commands.sendAs("test", codes.check("user2", "users", Secret.of(MISTYPED)));
    }

    private void enrol() {
        String[] owned = {"user", "user1", "realm", "users", "otplen", "" + DIGITS, "description", MARK};
        succeed(admin.enrolHotp("SECRET1", device.seed(), PIN, owned));
        succeed(admin.enrolHotp("SECRET1", device.seed(), PIN, owned));
        ApiClient once = admin.once("secrecy");
        succeed(once.post("/token/init", "type", "totp", "serial", "SECRET2", "otpkey", totp.seed(), "pin", PIN));
        succeed(admin.post("/token/init", "type", "totp", "serial", "UBOM1", "otpkey", totp.seed()));
        succeed(user.post("/token/init", "type", "spass", "serial", "SECRET3", "pin", SECOND_PIN));
        succeed(admin.post("/token/init", "type", "pw", "serial", "SECRET4", "otpkey", TOKEN_PASSWORD, "pin", PIN));
        Answer seed = admin.post("/token/init", "type", "hotp", "genkey", "1", "serial", "SECRET5");
        hoard.hide("secret of a RADIUS server", RADIUS_SECRET);
        String[] radius = {"radius.server", "127.0.0.1:1", "radius.secret", RADIUS_SECRET, "radius.user", "user1"};
        succeed(admin.post("/token/init", ApiClient.joined(radius, "type", "radius", "serial", "SECRETR")));
        anyone.check("serial", "SECRETR", PIN);
        hoard.hide("PIN of a device", OCRA_PIN);
        String[] ocra = {"type", "ocra", "ocrasuite", "OCRA-1:HOTP-SHA256-8:QN08-PSHA1", "ocra.pin", OCRA_PIN};
        succeed(admin.post("/token/init", with(ocra, "serial", "SECRETO", "otpkey", totp.seed())));
        hoard.hide("key of a Yubico client", YUBICO_KEY);
        succeed(admin.post("/system/setConfig", "yubikey.apiid.7", YUBICO_KEY, "yubikey.apiid.7.type", "password"));
        assertThat(anyone.get("/ttype/yubikey", "id", "7", "nonce", "n", "otp", "cc")
                        .body())
                .contains("status=BAD_OTP");
        String made = (String) ((Map<?, ?>) seed.detail().get("otpkey")).get("value");
        hoard.add(Hidden.seed("seed that was made", made.replace("seed://", "")));
        Answer password = admin.post("/token/init", "type", "pw", "genkey", "1", "serial", "SECRET6");
        hoard.hide("password that was made", (String) password.detail().get("password"));
        succeed(admin.delete("/token/SECRET6"));
    }

    private void use() {
        accept(anyone.check("serial", "SECRET1", PIN + hoard.otp(0)));
        accept(anyone.get("/validate/check", "serial", "SECRET1", "pass", PIN + hoard.otp(1)));
        accept(anyone.post("/validate/check", "serial", "SECRET1", "pass", hoard.otp(2), "otponly", "1"));
        accept(anyone.post("/validate/samlcheck", "user", "user1@users", "pass", PIN + hoard.otp(3)));
        accept(anyone.check("serial", "SECRET3", SECOND_PIN));
        accept(anyone.check("serial", "SECRET4", PIN + TOKEN_PASSWORD));
        succeed(admin.post("/token/resync/SECRET1", "otp1", hoard.otp(4), "otp2", hoard.otp(5)));
        succeed(admin.get("/token/getserial/" + hoard.otp(6), "serial", "SECRET1"));
        succeed(admin.post("/token/setpin/SECRET1", "otppin", SECOND_PIN, "userpin", USER_PIN, "sopin", OFFICER_PIN));
        accept(anyone.check("serial", "SECRET1", SECOND_PIN + hoard.otp(6)));
        succeed(admin.post("/token/unassign", "serial", "SECRET3"));
        succeed(admin.post("/token/assign", "serial", "SECRET3", "user", "user2", "realm", "users", "pin", PIN));
        onMachines();
        admin.post("/system/setConfig", "AutoResync", "True");
        anyone.check("serial", "SECRET1", SECOND_PIN + device.otp(40, DIGITS));
        admin.delete("/system/AutoResync");
        keepPinsReadable();
        challenge();
        causeEffects();
        send();
        question();
        cache();
        enrolByLogIn();
        makeUp();
        leave();
    }

    /** A token goes over to a new device, and out of the server by a file. */
    private void leave() {
        succeed(admin.post("/policy/leaving", "scope", "admin", "action", "*", "realm", ""));
        succeed(admin.enrolHotp("SECRETN", device.seed(), PIN));
        Answer begun = admin.post("/token/rollover/SECRETN");
        String seed = ((Map<?, ?>) begun.detail().get("otpkey"))
                .get("value")
                .toString()
                .replace("seed://", "");
        hoard.add(Hidden.seed("seed of a new device", seed));
        succeed(admin.post("/token/rollover/SECRETN", "verify", new Device(seed).otp(0)));
        hoard.hide("password of an exported file", EXPORT_PASSWORD);
        Answer file = admin.post("/token/export", "serial", "SECRETN", "password", EXPORT_PASSWORD);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).contains("<SerialNo>SECRETN</SerialNo>").doesNotContain(seed);
        succeed(admin.delete("/token/SECRETN"));
        succeed(admin.delete("/policy/leaving"));
    }

    /** Each way in which a PIN comes to be sealed, and to be copied. */
    private void keepPinsReadable() {
        succeed(admin.post("/policy/readable", "scope", "enrollment", "action", "encrypt_pin", "realm", ""));
        String[] owned = {"user", "user2", "realm", "users", "otplen", "" + DIGITS};
        succeed(admin.enrolHotp("SECRET10", device.seed(), SEALED_PIN, owned));
        anyone.check("serial", "SECRET10", MISTYPED + hoard.otp(0));
        accept(anyone.check("serial", "SECRET10", SEALED_PIN + hoard.otp(0)));
        succeed(admin.post("/token/setpin/SECRET10", "otppin", SEALED_PIN));
        succeed(admin.post("/token/copypin", "from", "SECRET10", "to", "SECRET2"));
        Answer lost = admin.post("/token/lost/SECRET10");
        hoard.hide("password in place of a token with a sealed PIN", (String)
                lost.valueMap().get("password"));
        succeed(admin.delete("/policy/readable"));
    }

    private void enrolByLogIn() {
        String[] owing = {"scope", "authentication", "action", "enroll_via_multichallenge=TOTP", "user", "user2"};
        succeed(admin.post("/policy/enrolling", with(owing, "realm", "users")));
        Answer shown = anyone.check("user", "user2@users", PIN);
        Device made = ScannedCode.of(shown).device();
        hoard.add(Hidden.seed("seed that a log-in was shown", made.seed()));
        String transaction = (String) shown.detail().get("transaction_id");
        String[] answer = {"user", "user2@users", "transaction_id", transaction};
        succeed(anyone.post("/validate/check", with(answer, "pass", MISTYPED)));
        accept(anyone.post("/validate/check", with(answer, "pass", made.otp(System.currentTimeMillis() / 30_000))));
        succeed(admin.delete("/policy/enrolling"));
    }

    /** Secrets that the server makes are told once, and typed ones are no safer for being typed in a later step. */
    private void makeUp() {
        String made = "*, otp_pin_set_random=12, totp_2step=allow";
        succeed(admin.post("/policy/made", "scope", "admin", "action", made, "realm", ""));
        succeed(admin.post("/policy/step", "scope", "enrollment", "action", "verify_enrollment=hotp", "realm", ""));
        hoard.hide("PIN that was made", (String)
                admin.post("/token/setrandompin/SECRET5").detail().get("pin"));
        Answer lost = admin.post("/token/lost/SECRET3");
        hoard.hide("password in place of a lost token", (String) lost.valueMap().get("password"));
        succeed(admin.enrolHotp("SECRET7", device.seed(), PIN));
        admin.post("/token/init", "serial", "SECRET7", "verify", MISTYPED);
        succeed(admin.post("/token/init", "serial", "SECRET7", "verify", device.otp(8)));
        hoard.hide("value that was verified", device.otp(8));
        succeed(admin.post("/token/init", "serial", "STEPS1", "type", "totp", "genkey", "1", "2stepinit", "1"));
        admin.post("/token/init", "serial", "STEPS1", "type", "totp", "otpkey", MISTYPED);
        succeed(admin.post("/token/copypin", "from", "SECRET7", "to", "STEPS1"));
        succeed(admin.delete("/policy/step"));
        succeed(admin.delete("/policy/made"));
    }

    private void challenge() {
        new TestChallenges(server).begin(Question.saying("").keeping(Secret.of(CHALLENGE_VALUE)), "SECRET1");
        succeed(admin.get("/token/challenges/SECRET1"));
    }

    /** Carried out, failed with the content in the words of the outside, and given up. */
    private void causeEffects() {
        for (String how : List.of("take", "fail", "refuse", "break")) {
            succeed(anyone.post("/test/notes", "how", how, "words", EFFECT_CONTENT, "patience", "20000"));
        }
    }

    /** A value that a mail server repeats, and a page that is not there. */
    private void send() {
        succeed(admin.post("/system/setConfig", "email.concurrent_challenges", "True"));
        try (RepeatingMailServer repeating = new RepeatingMailServer()) {
            succeed(admin.post("/smtpserver/repeating", "server", "127.0.0.1", "port", "" + repeating.port()));
            String[] sent = {"email", "a@example.com", "email.identifier", "repeating"};
            String[] token = {"type", "email", "serial", "SECRET11", "otpkey", device.seed(), "otplen", "" + DIGITS};
            succeed(admin.post("/token/init", with(with(token, sent), "pin", PIN)));
            succeed(anyone.check("serial", "SECRET11", PIN));
            assertThat(repeating.hasRepeated()).isTrue();
        }
        succeed(admin.post(
                "/policy/page",
                with(new String[] {"scope", "authentication", "action", "emailtext=file:none"}, "realm", "")));
        succeed(anyone.check("serial", "SECRET11", PIN));
        accept(anyone.check("serial", "SECRET11", PIN + hoard.otp(2)));
        succeed(admin.delete("/policy/page"));
        succeed(admin.delete("/system/email.concurrent_challenges"));
    }

    private void question() {
        succeed(admin.post("/system/setConfig", "question.num_answers", "1"));
        String answers = "{\"Which?\": \"" + ANSWER + "\"}";
        succeed(admin.post("/token/init", "type", "question", "serial", "SECRET12", "questions", answers, "pin", PIN));
        String transaction =
                (String) anyone.check("serial", "SECRET12", PIN).detail().get("transaction_id");
        String[] answering = {"serial", "SECRET12", "transaction_id", transaction};
        succeed(anyone.post("/validate/check", with(answering, "pass", MISTYPED)));
        accept(anyone.post("/validate/check", with(answering, "pass", ANSWER)));
        succeed(admin.get("/token/challenges/SECRET12"));
        succeed(admin.delete("/system/question.num_answers"));
    }

    private void cache() {
        LoginTerms terms = LoginTerms.draft()
                .layers(new LayerTerms(
                        new CacheTerms(Instant.EPOCH, null, 0),
                        Ruled.nothing(),
                        Ruled.of(true, List.of("any")),
                        Ruled.nothing(),
                        Ruled.nothing()))
                .terms();
        TokenOwner owner = new TokenOwner("users", "nobody-with-tokens", "users");
        Supplier<LogIn> attempts = server.bean(Evidence.class)
                .attempts(
                        new LoginSubject.User("user1", owner, ""),
                        new LoginAttempt(Secret.of(CACHED_PASSWORD), null, terms));
        CommandSender commands = server.bean(CommandSender.class);
        for (Ground ground : List.of(Ground.NO_TOKEN, Ground.CACHED_LOGIN)) {
            assertThat(commands.sendAs("test", attempts.get()))
                    .isInstanceOfSatisfying(Decision.class, decision -> assertThat(decision.ground())
                            .isEqualTo(ground));
        }
    }

    /** What a machine is handed is the machine's alone. */
    private void onMachines() {
        for (String serial : List.of("SECRET1", "UBOM1")) {
            String application = serial.equals("UBOM1") ? "luks" : "offline";
            String[] use = {"serial", serial, "application", application, "count", "1", "service_id", "here"};
            succeed(admin.post("/machine/token", use));
        }
        String[] asked = {"hostname", "h", "service_id", "here", "challenge", SECOND_PIN + hoard.otp(7)};
        Answer offline = admin.get("/machine/authitem/offline", asked);
        hoard.hide("refill token", (String) item(offline, "offline").get("refilltoken"));
        Answer in = anyone.post("/validate/check", "serial", "SECRET1", "pass", SECOND_PIN + hoard.otp(10));
        String refillToken = in.offlineItem().get("refilltoken").toString();
        hoard.hide("refill token of a log-in", refillToken);
        String[] used = {"serial", "SECRET1", "refilltoken", refillToken, "pass", SECOND_PIN + hoard.otp(11)};
        Answer refilled = anyone.post("/validate/offlinerefill", used);
        hoard.hide("refill token of a refill", (String) refilled.offlineItem().get("refilltoken"));
        Answer disk = admin.get("/machine/authitem/luks", "hostname", "h", "service_id", "here");
        hoard.hide("response of a disk's token", (String) item(disk, "luks").get("response"));
    }

    private static Map<?, ?> item(Answer answer, String application) {
        succeed(answer);
        return (Map<?, ?>) ((List<?>) answer.valueMap().get(application)).get(0);
    }
}
