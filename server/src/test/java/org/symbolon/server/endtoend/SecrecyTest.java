package org.symbolon.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.symbolon.command.auth.Asked;
import org.symbolon.command.auth.Claim;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.EnrolledByLogin;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.auth.Findings;
import org.symbolon.command.auth.LogIn;
import org.symbolon.command.auth.LoginAttempt;
import org.symbolon.command.auth.LoginSubject;
import org.symbolon.command.auth.NewPin;
import org.symbolon.command.caconnector.SaveCaConnector;
import org.symbolon.command.challenge.BeginChallenges;
import org.symbolon.command.challenge.BeginChallenges.NewChallenge;
import org.symbolon.command.config.StoreSettings;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.radiusserver.SaveRadiusServer;
import org.symbolon.command.resolver.SaveResolver;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.smsgateway.SaveSmsGateway;
import org.symbolon.command.smtpserver.SaveSmtpServer;
import org.symbolon.command.token.AssignToken;
import org.symbolon.command.token.ChangePins;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.token.Enrolled;
import org.symbolon.command.token.ImportTokens;
import org.symbolon.command.token.ImportedToken;
import org.symbolon.command.token.ReplaceLostToken;
import org.symbolon.command.token.ResynchronizeToken;
import org.symbolon.command.token.WithinLimits;
import org.symbolon.command.tokentype.Attempt;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.Enrolment;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.OtpPair;
import org.symbolon.command.user.IssueRecoveryCode;
import org.symbolon.command.user.RecoveryCodes;
import org.symbolon.events.auth.CacheTerms;
import org.symbolon.events.auth.LayerTerms;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.query.history.StreamEvents;
import org.symbolon.query.user.PasswordResetView;
import org.symbolon.server.cli.Administrators;
import org.symbolon.server.command.CommandDispatcher;
import org.symbolon.server.http.Parameters;
import org.symbolon.server.http.ServerKeys;
import org.symbolon.server.http.tokenfile.format.PskcOptions;
import org.symbolon.server.query.QueryDispatcher;

/**
 * Uses secrets that can be recognised wherever there are secrets, in requests that succeed and in requests that fail, with
 * the log at its most talkative. None of them may show up anywhere afterwards, however it is encoded; a seed only in the
 * answer of its enrolment, a log-in token only in that of the log-in.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecrecyTest {

    private static final String SMS_MODULE = "edumfa.lib.smsprovider.HttpSMSProvider.HttpSMSProvider";
    private static final String MARK = "Mark-not-secret";
    private static final String PIN = "Pin+7/Einhörn-a8";
    private static final String SECOND_PIN = "Pin+8/Zweihörn-b9";
    private static final String SEALED_PIN = "Pin+9/Neunhörn-c0";
    private static final String USER_PIN = "UserPin+9/Dreihörn";
    private static final String OFFICER_PIN = "OfficerPin+1/Vierhörn";
    private static final String TOKEN_PASSWORD = "TokenPassword+2/Drache";
    private static final String RESOLVER_PASSWORD = "ResolverPassword+3/Greif";
    private static final String SERVER_PASSWORD = "ServerPassword+8/Einfalt-f4";
    private static final String SETTING = "Setting+4/Phönix-c1";
    private static final String SECOND_SETTING = "Setting+5/Basilisk-d2";
    private static final String ADMIN_PASSWORD = "AdminPassword+6/Sphinx";
    private static final String MISTYPED = "Mistyped+7/Chimäre-e3";
    private static final String DEVICE_PIN = "DevicePin+8/Greif-f4";
    private static final String CHALLENGE_VALUE = "ChallengeValue+9/Sirene-g5";
    private static final String CACHED_PASSWORD = "CachedPassword+1/Nymphe-h6";
    private static final String FILE_PASSWORD = "FilePassword+2/Kentaur-i7";
    private static final String FILE_KEY = "00112233445566778899aabbccddeeff";
    private static final int DIGITS = 10;

    private final SplittableRandom random = new SplittableRandom();
    private final Device device = Device.random(random);
    private final Device totp = Device.random(random);
    private final Device never = Device.random(random);
    private final List<Hidden> secrets = new ArrayList<>();
    private CapturedOutput output;
    private InProcessServer server;
    private ApiClient admin;
    private ApiClient anyone;
    private ApiClient user;

    @BeforeAll
    void useEverySecret(@TempDir Path folder) throws IOException {
        output = new CapturedOutput();
        server = InProcessServer.start(folder.resolve("data"), "--logging.level.org.symbolon=trace");
        anyone = server.anonymous();
        admin = server.admin();
        hideWhatTheServerHas(folder.resolve("data"));
        hideWhatIsTyped();
        Path passwd = PasswdFile.write(folder, 3);
        hide("hash of a password", Files.readString(passwd).split(":", 3)[1]);
        logIn(passwd);
        configure();
        define();
        recover();
        enrol();
        use();
        fail();
        failForWantOfAStore();
        load();
        causeSnapshot();
        assertThat(server.bean(TrailingModels.class).await()).isTrue();
    }

    @AfterAll
    void stop() {
        server.bean(LoggingSystem.class).setLogLevel("org.symbolon", LogLevel.INFO);
        server.close();
        output.close();
    }

    private void hide(String name, String text) {
        secrets.add(Hidden.text(name, text));
    }

    private void hideWhatTheServerHas(Path data) throws IOException {
        String line = Files.readString(data.resolve("master.key")).strip();
        ServerKeys keys = server.bean(ServerKeys.class);
        secrets.add(Hidden.bytes("master key", Base64.getDecoder().decode(line)));
        secrets.add(Hidden.bytes("key of log-in tokens", keys.loginTokenKey()));
        secrets.add(Hidden.bytes("key of answers", keys.responseKey().getEncoded()));
    }

    private void hideWhatIsTyped() {
        hide("PIN", PIN);
        hide("second PIN", SECOND_PIN);
        hide("PIN that is kept sealed", SEALED_PIN);
        hide("user PIN", USER_PIN);
        hide("security officer's PIN", OFFICER_PIN);
        hide("password of a token", TOKEN_PASSWORD);
        hide("password of a resolver", RESOLVER_PASSWORD);
        hide("PIN of a device that a handler enrols", DEVICE_PIN);
        hide("password of a server", SERVER_PASSWORD);
        hide("value that a challenge remembers", CHALLENGE_VALUE);
        hide("password of a cached log-in", CACHED_PASSWORD);
        hide("setting", SETTING);
        hide("second setting", SECOND_SETTING);
        hide("password of an administrator", ADMIN_PASSWORD);
        hide("password of the first administrator", InProcessServer.ADMIN_PASSWORD);
        hide("password of users", PasswdFile.PASSWORD);
        hide("mistyped secret", MISTYPED);
        secrets.add(Hidden.seed("seed", device.seed()));
        secrets.add(Hidden.seed("seed of a TOTP token", totp.seed()));
        secrets.add(Hidden.seed("seed that was refused", never.seed()));
        for (int counter = 0; counter < 12; counter++) {
            hide("value " + counter, otp(counter));
        }
    }

    private String otp(long counter) {
        return device.otp(counter, DIGITS);
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
        hide("log-in token", token);
        hide("signature of a log-in token", token.substring(token.lastIndexOf('.') + 1));
        return token;
    }

    private void configure() {
        succeed(admin.post("/system/setConfig", "secret.one", SETTING, "secret.one.type", "password"));
        succeed(admin.post("/system/setConfig", "secret.one", SECOND_SETTING));
        succeed(admin.post("/system/setConfig", "secret.two", SETTING, "secret.two.type", "password"));
        succeed(admin.delete("/system/secret.two"));
        String[] entries = {"type", "passwdresolver", "BINDPW", RESOLVER_PASSWORD, "type.BINDPW", "password"};
        succeed(admin.post("/resolver/secretive", entries));
        succeed(admin.post("/resolver/secretive", "type", "passwdresolver", "BINDPW", RESOLVER_PASSWORD));
        succeed(admin.post("/resolver/test", entries));
        String[] handler = {"name", "h", "event", "auth", "handlermodule", "Token", "action", "enroll"};
        succeed(admin.post("/event", with(handler, "option.motppin", DEVICE_PIN)));
        succeed(admin.post("/event", with(handler, "id", "1", "option.motppin", DEVICE_PIN)));
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    private void define() {
        for (int time = 0; time < 2; time++) {
            succeed(admin.post("/smtpserver/secretive", "server", "mail", "password", SERVER_PASSWORD));
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
            succeed(admin.post(
                    "/caconnector/secretive", "type", "microsoft", "ssl_client_key_password", SERVER_PASSWORD));
            succeed(admin.post(
                    "/machineresolver/secretive", "type", "hosts", "pw", SERVER_PASSWORD, "type.pw", "password"));
        }
        succeed(admin.post("/smtpserver/secretive", "server", "mail", "password", SERVER_PASSWORD + "-next"));
    }

    private void recover() {
        CommandDispatcher commands = server.bean(CommandDispatcher.class);
        RecoveryCodes codes = server.bean(RecoveryCodes.class);
        RecoveryCodes.NewCode used = codes.make("user1", "users");
        RecoveryCodes.NewCode kept = codes.make("user2", "users");
        for (RecoveryCodes.NewCode made : List.of(used, kept)) {
            hide("recovery code", made.code().reveal());
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
        succeed(admin.post("/token/init", "type", "totp", "serial", "SECRET2", "otpkey", totp.seed(), "pin", PIN));
        succeed(admin.post("/token/init", "type", "totp", "serial", "UBOM1", "otpkey", totp.seed()));
        succeed(user.post("/token/init", "type", "spass", "serial", "SECRET3", "pin", SECOND_PIN));
        succeed(admin.post("/token/init", "type", "pw", "serial", "SECRET4", "otpkey", TOKEN_PASSWORD, "pin", PIN));
        Answer seed = admin.post("/token/init", "type", "hotp", "genkey", "1", "serial", "SECRET5");
        String made = (String) ((Map<?, ?>) seed.detail().get("otpkey")).get("value");
        secrets.add(Hidden.seed("seed that was made", made.replace("seed://", "")));
        Answer password = admin.post("/token/init", "type", "pw", "genkey", "1", "serial", "SECRET6");
        hide("password that was made", (String) password.detail().get("password"));
        succeed(admin.delete("/token/SECRET6"));
    }

    private void use() {
        accept(anyone.check("serial", "SECRET1", PIN + otp(0)));
        accept(anyone.get("/validate/check", "serial", "SECRET1", "pass", PIN + otp(1)));
        accept(anyone.post("/validate/check", "serial", "SECRET1", "pass", otp(2), "otponly", "1"));
        accept(anyone.post("/validate/samlcheck", "user", "user1@users", "pass", PIN + otp(3)));
        accept(anyone.check("serial", "SECRET3", SECOND_PIN));
        accept(anyone.check("serial", "SECRET4", PIN + TOKEN_PASSWORD));
        succeed(admin.post("/token/resync/SECRET1", "otp1", otp(4), "otp2", otp(5)));
        succeed(admin.get("/token/getserial/" + otp(6), "serial", "SECRET1"));
        succeed(admin.post("/token/setpin/SECRET1", "otppin", SECOND_PIN, "userpin", USER_PIN, "sopin", OFFICER_PIN));
        accept(anyone.check("serial", "SECRET1", SECOND_PIN + otp(6)));
        succeed(admin.post("/token/unassign", "serial", "SECRET3"));
        succeed(admin.post("/token/assign", "serial", "SECRET3", "user", "user2", "realm", "users", "pin", PIN));
        onMachines();
        admin.post("/system/setConfig", "AutoResync", "True");
        anyone.check("serial", "SECRET1", SECOND_PIN + device.otp(40, DIGITS));
        admin.delete("/system/AutoResync");
        keepPinsReadable();
        challenge();
        cache();
        enrolByLogIn();
        makeUp();
    }

    /** Each way in which a PIN comes to be sealed, and to be copied. */
    private void keepPinsReadable() {
        succeed(admin.post("/policy/readable", "scope", "enrollment", "action", "encrypt_pin", "realm", ""));
        String[] owned = {"user", "user2", "realm", "users", "otplen", "" + DIGITS};
        succeed(admin.enrolHotp("SECRET10", device.seed(), SEALED_PIN, owned));
        anyone.check("serial", "SECRET10", MISTYPED + otp(0));
        accept(anyone.check("serial", "SECRET10", SEALED_PIN + otp(0)));
        succeed(admin.post("/token/setpin/SECRET10", "otppin", SEALED_PIN));
        succeed(admin.post("/token/copypin", "from", "SECRET10", "to", "SECRET2"));
        Answer lost = admin.post("/token/lost/SECRET10");
        hide("password in place of a token with a sealed PIN", (String)
                lost.valueMap().get("password"));
        succeed(admin.delete("/policy/readable"));
    }

    private void enrolByLogIn() {
        String[] owing = {"scope", "authentication", "action", "enroll_via_multichallenge=TOTP", "user", "user2"};
        succeed(admin.post("/policy/enrolling", with(owing, "realm", "users")));
        Answer shown = anyone.check("user", "user2@users", PIN);
        Device made = ScannedCode.of(shown).device();
        secrets.add(Hidden.seed("seed that a log-in was shown", made.seed()));
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
        hide("PIN that was made", (String)
                admin.post("/token/setrandompin/SECRET5").detail().get("pin"));
        Answer lost = admin.post("/token/lost/SECRET3");
        hide("password in place of a lost token", (String) lost.valueMap().get("password"));
        succeed(admin.enrolHotp("SECRET7", device.seed(), PIN));
        admin.post("/token/init", "serial", "SECRET7", "verify", MISTYPED);
        succeed(admin.post("/token/init", "serial", "SECRET7", "verify", device.otp(8)));
        hide("value that was verified", device.otp(8));
        succeed(admin.post("/token/init", "serial", "STEPS1", "type", "totp", "genkey", "1", "2stepinit", "1"));
        admin.post("/token/init", "serial", "STEPS1", "type", "totp", "otpkey", MISTYPED);
        succeed(admin.post("/token/copypin", "from", "SECRET7", "to", "STEPS1"));
        succeed(admin.delete("/policy/step"));
        succeed(admin.delete("/policy/made"));
    }

    private void challenge() {
        NewChallenge remembering = new NewChallenge("SECRET1", "", "", Secret.of(CHALLENGE_VALUE), "", null);
        server.bean(CommandDispatcher.class).sendAs("test", new BeginChallenges(null, List.of(remembering)));
        succeed(admin.get("/token/challenges/SECRET1"));
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
        CommandDispatcher commands = server.bean(CommandDispatcher.class);
        for (Decision.Ground ground : List.of(Decision.Ground.NO_TOKEN, Decision.Ground.CACHED_LOGIN)) {
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
        String[] asked = {"hostname", "h", "service_id", "here", "challenge", SECOND_PIN + otp(7)};
        Answer offline = admin.get("/machine/authitem/offline", asked);
        hide("refill token", (String) item(offline, "offline").get("refilltoken"));
        Answer disk = admin.get("/machine/authitem/luks", "hostname", "h", "service_id", "here");
        hide("response of a disk's token", (String) item(disk, "luks").get("response"));
    }

    private static Map<?, ?> item(Answer answer, String application) {
        succeed(answer);
        return (Map<?, ?>) ((List<?>) answer.valueMap().get(application)).get(0);
    }

    /** A token with many events gets one, beside the requests. */
    private void causeSnapshot() {
        Instant patience = Instant.now().plusSeconds(30);
        do {
            for (int time = 0; time < 20; time++) {
                anyone.post("/validate/check", "serial", "SECRET1", "pass", "wrong", "otponly", "1");
            }
        } while (snapshots() == 0 && Instant.now().isBefore(patience));
    }

    private long snapshots() {
        return server.jdbc()
                .sql("select count(*) from snapshot_event where aggregate_identifier = 'token/SECRET1'")
                .query(Long.class)
                .single();
    }

    private static void succeed(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
    }

    /** Files with keys, sound ones and such as cannot be read; the last is refused after its first token was taken. */
    private void load() {
        String sealed = "ICEiIyQlJicoKSorLC0uL0lWtWrmUoHdJ1NuFlQraBNoGFYX+CeQ/5FiuPjLO5zH";
        hide("password of a token file", FILE_PASSWORD);
        hide("key of a token file", FILE_KEY);
        hide("encrypted seed", sealed);
        String pskc =
                "<KeyContainer><KeyPackage><DeviceInfo><SerialNo>LOADED3</SerialNo></DeviceInfo><Key Algorithm=':hotp'>"
                        + "<AlgorithmParameters><ResponseFormat Length='6'/></AlgorithmParameters><Data><Secret><EncryptedValue>"
                        + "<EncryptionMethod Algorithm='#aes128-cbc'/><CipherData><CipherValue>" + sealed
                        + "</CipherValue></CipherData></EncryptedValue></Secret></Data></Key></KeyPackage></KeyContainer>";
        succeed(upload("oathcsv", "LOADED1," + device.seed() + ",hotp,6,3\nLOADED2,some," + "tan," + MISTYPED));
        succeed(upload("pskc", pskc, "psk", FILE_KEY, "password", FILE_PASSWORD, "pskcValidateMAC", "no_check"));
        refuse(upload("pskc", pskc, "psk", FILE_KEY, "password", FILE_PASSWORD));
        refuse(upload("pskc", pskc, "psk", FILE_KEY.replace('a', 'b'), "pskcValidateMAC", "no_check"));
        refuse(upload("pskc", pskc, "psk", FILE_PASSWORD));
        refuse(upload("pskc", pskc + "<" + never.seed()));
        refuse(upload("pskc", "<!DOCTYPE a [<!ENTITY a '" + never.seed() + "'>]>" + pskc));
        refuse(upload("oathcsv", never.seed()));
        refuse(upload("oathcsv", "LOADED4," + never.seed() + ",hotp," + MISTYPED));
        refuse(upload("oathcsv", "LOADED4," + never.seed() + ",hotp,6," + MISTYPED));
        refuse(upload("oathcsv", "LOADED4," + MISTYPED + "\nLOADED5," + never.seed()));
        refuse(upload("oathcsv", "LOADED4," + never.seed() + "\nSECRET2," + never.seed()));
        refuse(upload("yubikeycsv", "Yubico OTP,,1," + MISTYPED + ",00," + never.seed()));
        refuse(upload(
                "aladdin-xml", "<Tokens><Token serial='LOADED4'><Seed>" + never.seed() + "</Seed></Token></Tokens>"));
    }

    private Answer upload(String type, String file, String... more) {
        return admin.upload("/token/load/devices", file, with(more, "type", type));
    }

    private static void accept(Answer answer) {
        assertThat(answer.isAccepted()).as("accepted").isTrue();
    }

    private void fail() {
        anyone.check("serial", "SECRET1", MISTYPED + otp(7));
        anyone.check("serial", "SECRET1", SECOND_PIN + MISTYPED);
        anyone.check("user", "user1@users", SECOND_PIN + otp(0));
        anyone.check("user", "stranger@users", PIN + otp(8));
        anyone.check("serial", "NOWHERE", PIN + otp(9));
        anyone.post("/validate/check", "pass", PIN + otp(10));
        anyone.post("/validate/check", "serial", "SECRET1", "pin", PIN, "otp", otp(11));
        anyone.post("/validate/radiuscheck", "user", "user1@users", "pass", MISTYPED);
        anyone.get("/nosuchpath", "pass", PIN + otp(10));
        anyone.get("/token/getserial/" + otp(10));
        refuse(admin.get("/token/getserial/" + otp(11), "window", "wide"));
        anyone.send("PUT", "/validate/check?pass=" + ApiClient.encoded(PIN));
        for (String body : List.of(
                "{\"serial\": \"SECRET1\", \"pass\": [\"%s\"]}",
                "{\"serial\": \"SECRET1\", \"pass\": \"%s\"",
                "[\"%s\"]",
                "{\"serial\": {\"%s\": 1}, \"pass\": \"x\"}")) {
            anyone.post(
                    "/validate/check", "application/json", body.formatted(PIN).getBytes(StandardCharsets.UTF_8));
        }
        anyone.post("/auth", "username", "second", "password", MISTYPED);
        anyone.post("/auth", "username", "user1@users", "password", MISTYPED);
        anyone.post("/auth", "username", "user1", "realm", "nowhere", "password", PasswdFile.PASSWORD);
        anyone.post("/auth", "password", ADMIN_PASSWORD);
        anyone.bearing("Bearer " + MISTYPED.replace('ä', 'a')).get("/token/");
        user.post("/token/init", "type", "hotp", "serial", "SECRET4", "otpkey", never.seed(), "pin", MISTYPED);
        user.post("/system/setConfig", "secret.one", MISTYPED);
        failWhereASecretIsNoFitValue();
        failWhereSomethingElseIsWrong();
    }

    /** Secrets in parameters that want something else. */
    private void failWhereASecretIsNoFitValue() {
        for (String parameter : List.of("otplen", "hashlib", "keysize", "validity_period_end")) {
            refuse(admin.post("/token/init", "type", "hotp", "genkey", "1", parameter, MISTYPED));
        }
        for (String parameter : List.of("max_failcount", "count_window", "hashlib", "validity_period_start")) {
            refuse(admin.post("/token/set/SECRET1", parameter, MISTYPED));
        }
        succeed(admin.post("/token/set/SECRET1", "pin", MISTYPED, "otppin", MISTYPED));
        succeed(admin.post("/token/resync/SECRET1", "otp1", MISTYPED, "otp2", MISTYPED));
        refuse(admin.get("/token/", "page", MISTYPED));
        refuse(admin.get("/token/", "at", MISTYPED));
        refuse(admin.get("/audit/", "timelimit", MISTYPED));
        refuse(admin.get("/system/random", "len", MISTYPED));
        refuse(admin.post("/token/info/SECRET1", "info", MISTYPED));
        refuse(admin.post(
                "/token/init", "type", "hotp", "otpkey", MISTYPED, "otpkeyformat", "base32check", "pin", PIN));
    }

    private void failWhereSomethingElseIsWrong() {
        refuse(admin.enrolHotp("bad serial", never.seed(), MISTYPED));
        refuse(admin.enrolHotp("SECRET7", never.seed(), MISTYPED, "user", "stranger", "realm", "users"));
        refuse(admin.enrolHotp("SECRET7", never.seed(), MISTYPED, "realm", "nowhere"));
        refuse(admin.enrolHotp("SECRET2", never.seed(), MISTYPED));
        refuse(admin.enrolHotp("SECRET7", never.seed().repeat(40), PIN));
        refuse(admin.enrolHotp("SECRET7", never.seed(), MISTYPED.repeat(20)));
        refuse(admin.post("/token/setpin/NOWHERE", "otppin", MISTYPED, "userpin", MISTYPED));
        refuse(admin.post("/token/setpin/SECRET1", "userpin", MISTYPED.repeat(20)));
        refuse(admin.post("/token/assign", "serial", "SECRET1", "user", "user2", "realm", "users", "pin", MISTYPED));
        refuse(admin.post("/system/setConfig", "secret.one", SETTING.repeat(120)));
        refuse(admin.post("/resolver/bad!", "type", "passwdresolver", "BINDPW", MISTYPED));
        refuse(admin.post("/resolver/other", "type", "ldapresolver", "BINDPW", MISTYPED));
        refuse(admin.post("/resolver/other", "BINDPW", MISTYPED));
        refuse(admin.post("/resolver/test", "type", "nosuch", "BINDPW", MISTYPED));
        refuse(admin.post("/event", "name", "h", "event", "auth", "option.motppin", MISTYPED));
        refuse(admin.post(
                "/event",
                "name",
                "h",
                "event",
                "auth",
                "handlermodule",
                "Token",
                "action",
                "enroll",
                "option.motppin",
                MISTYPED.repeat(200)));
        refuse(admin.post("/smtpserver/other", "password", MISTYPED));
        refuse(admin.post("/smtpserver/other", "server", "mail", "password", MISTYPED.repeat(20)));
        refuse(admin.post("/smtpserver/other", "server", "mail", "port", MISTYPED, "password", MISTYPED));
        refuse(admin.post(
                "/smtpserver/send_test_email",
                "identifier",
                "i",
                "server",
                "m",
                "recipient",
                "r",
                "password",
                MISTYPED));
        refuse(admin.post("/radiusserver/other", "server", "radius", "secret", MISTYPED.repeat(20)));
        refuse(admin.post("/smsgateway", "name", "other", "module", "nosuch", "option.PASSWORD", MISTYPED));
        refuse(admin.post("/caconnector/other", "type", "nosuch", "ssl_client_key_password", MISTYPED));
        refuse(admin.post("/machineresolver/other", "type", "ldap", "BINDPW", MISTYPED));
        refuse(admin.post("/user/", "user", "new", "resolver", "users", "password", MISTYPED));
        succeed(admin.post("/token/revoke/SECRET5"));
        refuse(admin.post("/token/setpin/SECRET5", "otppin", MISTYPED, "sopin", MISTYPED));
    }

    private static void refuse(Answer answer) {
        assertThat(answer.status()).as("refused").isBetween(400, 499);
    }

    /** The server is at fault, which is logged at length. */
    private void failForWantOfAStore() {
        server.jdbc().sql("alter table domain_event rename to mislaid").update();
        try {
            for (Answer answer : List.of(
                    anyone.check("serial", "SECRET1", SECOND_PIN + otp(8)),
                    admin.enrolHotp("SECRET8", never.seed(), MISTYPED),
                    admin.post("/token/setpin/SECRET1", "otppin", MISTYPED, "userpin", MISTYPED),
                    upload("oathcsv", "LOADED6," + never.seed()),
                    admin.post("/system/setConfig", "secret.one", MISTYPED),
                    admin.post("/system/setConfig", "secret.new", MISTYPED, "secret.new.type", "password"),
                    admin.post("/resolver/secretive", "type", "passwdresolver", "BINDPW", MISTYPED))) {
                assertThat(answer.status()).isEqualTo(500);
                assertThat(Hidden.leaks(secrets, "a refusal", answer.body())).isEmpty();
            }
        } finally {
            server.jdbc().sql("alter table mislaid rename to domain_event").update();
        }
    }

    @Test
    void noSecretIsLogged() {
        String log = output.text();

        assertThat(log).contains(" DEBUG ", "ERROR", "POST /validate/check");
        assertThat(Hidden.leaks(secrets, "the log", log)).isEmpty();
        assertThat(log).doesNotContain("$argon2").doesNotContain("@@");
    }

    @Test
    void noSecretIsInAnyTable() {
        List<String> tables = server.jdbc()
                .sql(
                        """
                        select table_schema || '.' || table_name from information_schema.tables
                        where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
                        """)
                .query(String.class)
                .list();
        assertThat(tables).contains("public.domain_event", "public.data_key", "rm.token", "rm.mfa_audit", "rm.config");

        List<String> leaks = new ArrayList<>();
        for (String table : tables) {
            List<String> rows = server.jdbc()
                    .sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list();
            leaks.addAll(Hidden.leaks(secrets, table, String.join("\n", rows)));
            if (Set.of("public.domain_event", "rm.token").contains(table)) {
                assertThat(rows).as(table).anyMatch(row -> row.contains(MARK));
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(snapshots()).isPositive();
    }

    @Test
    void noSecretIsInTheEventsThatTheCommandLineShows() {
        StringBuilder shown = new StringBuilder();
        server.bean(QueryDispatcher.class)
                .ask(
                        new StreamEvents(
                                null, 0, 10_000, event -> shown.append(event).append('\n')),
                        Long.class);

        assertThat(shown)
                .contains(
                        MARK,
                        "TokenEnrolled",
                        "ResolverCreated",
                        "SettingStored",
                        "AdminAdded",
                        "SmtpServerCreated",
                        "RecoveryCodeIssued");
        assertThat(Hidden.leaks(secrets, "the events", shown.toString())).isEmpty();
        assertThat(shown).doesNotContain("$argon2").doesNotContain("@@");
    }

    @Test
    void noSecretIsAnswered() {
        String now = Instant.now().toString().replaceAll("[.]\\d+", "");
        List<String> paths = new ArrayList<>(List.of(
                "/token/?pagesize=100",
                "/token/?pagesize=100&outform=csv",
                "/token/?pagesize=100&at=" + now,
                "/system/",
                "/system/secret.one",
                "/system/documentation",
                "/event/",
                "/token/challenges/",
                "/resolver/",
                "/resolver/secretive",
                "/smtpserver/",
                "/radiusserver/",
                "/smsgateway/",
                "/caconnector/",
                "/machineresolver/",
                "/system/names/caconnector",
                "/realm/",
                "/defaultrealm",
                "/user/?realm=users",
                "/user/attribute?user=user1&realm=users",
                "/auth/rights",
                "/audit/?page_size=1000",
                "/audit/all.csv"));
        paths.addAll(List.of(
                "/system/?at=" + now,
                "/resolver/?at=" + now,
                "/event/?at=" + now,
                "/history/admin/second",
                "/history/caconnector/secretive",
                "/history/event/1",
                "/history/radiusserver/secretive",
                "/history/resolver/secretive",
                "/history/smsgateway/secretive",
                "/history/smtpserver/secretive",
                "/history/system/secret.one",
                "/history/system/secret.two",
                "/history/token/SECRET1",
                "/token/LOADED1/history?pagesize=1000"));
        for (int number : List.of(1, 2, 3, 4, 5, 6, 10)) {
            paths.add("/token/SECRET" + number + "/history?pagesize=1000");
        }
        for (String path : paths) {
            Answer answer = admin.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(Hidden.leaks(secrets, path, answer.body())).isEmpty();
            assertThat(answer.body()).doesNotContain("$argon2").doesNotContain("@@");
        }
        assertThat(admin.get("/token/SECRET1/history?pagesize=1000").body()).contains(MARK);
    }

    @Test
    void noSecretIsPrintedWithWhatHoldsIt() {
        Secret secret = Secret.of(MISTYPED);
        SystemSettings settings = server.bean(SystemSettings.class);
        Map<String, String> parameters = Map.of("otpkey", MISTYPED, "pass", MISTYPED);
        ImportedToken imported =
                new ImportedToken(new EnrollToken(parameters, Map.of(), null, null, Holder.NOBODY, null), List.of(), 0);
        List<Object> holders = List.of(
                secret,
                new EnrollToken(parameters, Map.of(), null, null, Holder.NOBODY, null),
                new WithinLimits(List.of(), new EnrollToken(parameters, Map.of(), null, null, Holder.NOBODY, null)),
                new ReplaceLostToken("SECRET9", secret, 10),
                new ImportTokens(List.of(imported)),
                imported,
                PskcOptions.of("", MISTYPED, "no_check"),
                new EnrolmentRequest("SECRET9", Holder.NOBODY, parameters, settings, null),
                new Enrolment(secret, 6, Map.of(), List.of(new Disclosure.Seed(secret))),
                new Enrolled(
                        "SECRET9",
                        "hotp",
                        List.of(
                                new Disclosure.SeedBase32(secret),
                                new Disclosure.AuthenticatorUrl(secret),
                                new Disclosure.OathUrl(secret),
                                new Disclosure.Password(secret))),
                new EnrolledByLogin(Asked.NOBODY, secret),
                new LogIn(
                        new LoginSubject.OneToken("SECRET9", null),
                        LoginTerms.NONE,
                        null,
                        List.of(new LogIn.Trial("SECRET9", secret, true, "", true)),
                        false,
                        new NewPin("SECRET9", secret, "", NewPin.Step.CHOSEN),
                        Findings.NONE),
                new LoginAttempt(secret, null, LoginTerms.NONE),
                new Claim("SECRET9", "hotp", secret, ""),
                new Attempt(secret, Instant.EPOCH, settings),
                new OtpPair(secret, secret, Instant.EPOCH, settings),
                new BeginChallenges(null, List.of(new NewChallenge("SECRET9", "", "", secret, "", null))),
                new ChangePins("SECRET9", PinToKeep.readable(secret), secret, secret),
                new AssignToken("SECRET9", null, PinToKeep.readable(secret)),
                new ResynchronizeToken("SECRET9", secret, secret),
                new StoreSettings(Map.of("key", new StoreSettings.NewSetting(secret, "password", null))),
                new SaveSmtpServer("name", "mail", null, null, secret, null, null, null, null, null),
                new SaveRadiusServer("name", "radius", null, secret, null, null, null, null, null),
                new SaveSmsGateway("name", "module", null, Map.of("key", secret), Map.of("key", secret)),
                new SaveCaConnector("name", "local", new GivenEntries(Map.of("key", secret), Map.of(), Map.of())),
                new SaveResolver("name", "type", Map.of("key", secret), Map.of(), Map.of()),
                new RecoveryCodes.NewCode(
                        secret, new IssueRecoveryCode(MISTYPED, "user", "realm", "", null, IssueRecoveryCode.VALIDITY)),
                new PasswordResetView(1, MISTYPED, "", null, Instant.EPOCH, Instant.EPOCH),
                Parameters.of(parameters));

        assertThat(holders).noneMatch(holder -> holder.toString().contains(MISTYPED));
    }
}
