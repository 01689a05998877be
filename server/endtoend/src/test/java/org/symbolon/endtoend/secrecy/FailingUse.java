package org.symbolon.endtoend.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.secrecy.Hoard.ADMIN_PASSWORD;
import static org.symbolon.endtoend.secrecy.Hoard.FILE_KEY;
import static org.symbolon.endtoend.secrecy.Hoard.FILE_PASSWORD;
import static org.symbolon.endtoend.secrecy.Hoard.MISTYPED;
import static org.symbolon.endtoend.secrecy.Hoard.PIN;
import static org.symbolon.endtoend.secrecy.Hoard.SECOND_PIN;
import static org.symbolon.endtoend.secrecy.Hoard.SETTING;
import static org.symbolon.endtoend.secrecy.Hoard.refuse;
import static org.symbolon.endtoend.secrecy.Hoard.succeed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.Hidden;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;

/** Uses secrets in requests that are refused, or that the server fails at. */
final class FailingUse {

    private final Hoard hoard;
    private final InProcessServer server;
    private final ApiClient admin;
    private final ApiClient anyone;
    private final ApiClient user;
    private final Device device;
    private final Device never;

    FailingUse(Hoard hoard, ApiClient user) {
        this.hoard = hoard;
        this.server = hoard.server;
        this.admin = hoard.admin;
        this.anyone = hoard.anyone;
        this.user = user;
        this.device = hoard.device;
        this.never = hoard.never;
    }

    void run() {
        fail();
        failForWantOfAStore();
        load();
    }

    private void fail() {
        anyone.check("serial", "SECRET1", MISTYPED + hoard.otp(7));
        anyone.check("serial", "SECRET1", SECOND_PIN + MISTYPED);
        anyone.check("user", "user1@users", SECOND_PIN + hoard.otp(0));
        anyone.check("user", "stranger@users", PIN + hoard.otp(8));
        anyone.check("serial", "NOWHERE", PIN + hoard.otp(9));
        anyone.post("/validate/check", "pass", PIN + hoard.otp(10));
        anyone.post("/validate/check", "serial", "SECRET1", "pin", PIN, "otp", hoard.otp(11));
        anyone.post("/validate/radiuscheck", "user", "user1@users", "pass", MISTYPED);
        anyone.get("/nosuchpath", "pass", PIN + hoard.otp(10));
        anyone.get("/token/getserial/" + hoard.otp(10));
        refuse(admin.get("/token/getserial/" + hoard.otp(11), "window", "wide"));
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
        refuse(anyone.post(
                "/register",
                "username",
                "new",
                "surname",
                "n",
                "givenname",
                "n",
                "email",
                "n@x",
                "password",
                MISTYPED));
        refuse(anyone.post("/recover", "user", "user1@users", "email", MISTYPED));
        anyone.post("/recover/reset", "user", "user1@users", "recoverycode", MISTYPED, "password", MISTYPED);
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
        refuse(admin.post("/token/init", "type", "email", "otpkey", never.seed(), "pin", MISTYPED));
        refuse(admin.post("/token/init", "type", "question", "questions", "{\"" + MISTYPED + "\""));
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
        refuse(admin.post("/resolver/other", "type", "ldapresolver", "BINDPW", MISTYPED, "TIMEOUT", "x"));
        refuse(admin.post("/resolver/other", "type", "sqlresolver", "Password", MISTYPED, "Port", "x"));
        refuse(admin.post("/resolver/other", "BINDPW", MISTYPED));
        refuse(admin.post("/resolver/other", "type", "scimresolver", "Secret", MISTYPED, "timeout", "x"));
        admin.post(
                "/resolver/test",
                "type",
                "keycloakresolver",
                "base_url",
                "http://127.0.0.1:1",
                "realm",
                "r",
                "username",
                "u",
                "password",
                MISTYPED);
        refuse(admin.post("/user/", "user", "new", "resolver", "users", "password", MISTYPED));
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
                "smtp://me:" + MISTYPED + "@",
                "recipient",
                "r",
                "password",
                MISTYPED));
        refuse(admin.post("/radiusclient/other", "address", "10.1.0.1", "secret", MISTYPED.repeat(20)));
        refuse(admin.post("/radiusserver/other", "server", "radius", "secret", MISTYPED.repeat(20)));
        refuse(admin.post("/smsgateway", "name", "other", "module", "nosuch", "option.PASSWORD", MISTYPED));
        refuse(admin.post("/feed/other", "type", "webhook", "url", "http://127.0.0.1:1/", "secret", MISTYPED));
        refuse(admin.post("/caconnector/other", "type", "nosuch", "ssl_client_key_password", MISTYPED));
        refuse(admin.post("/machineresolver/other", "type", "ldap", "BINDPW", MISTYPED, "TIMEOUT", "x"));
        refuse(admin.post("/user/", "user", "new", "resolver", "users", "password", MISTYPED));
        succeed(admin.post("/token/revoke/SECRET5"));
        refuse(admin.post("/token/setpin/SECRET5", "otppin", MISTYPED, "sopin", MISTYPED));
    }

    /** The server is at fault, which is logged at length. */
    private void failForWantOfAStore() {
        server.jdbc().sql("alter table domain_event rename to mislaid").update();
        try {
            for (Answer answer : List.of(
                    anyone.check("serial", "SECRET1", SECOND_PIN + hoard.otp(8)),
                    admin.enrolHotp("SECRET8", never.seed(), MISTYPED),
                    admin.post("/token/setpin/SECRET1", "otppin", MISTYPED, "userpin", MISTYPED),
                    hoard.upload("oathcsv", "LOADED6," + never.seed()),
                    admin.post("/system/setConfig", "secret.one", MISTYPED),
                    admin.post("/system/setConfig", "secret.new", MISTYPED, "secret.new.type", "password"),
                    admin.post("/resolver/secretive", "type", "passwdresolver", "BINDPW", MISTYPED))) {
                assertThat(answer.status()).isEqualTo(500);
                assertThat(Hidden.leaks(hoard.secrets(), "a refusal", answer.body()))
                        .isEmpty();
            }
        } finally {
            server.jdbc().sql("alter table mislaid rename to domain_event").update();
        }
    }

    /** Files with keys, sound ones and such as cannot be read; the last is refused after its first token was taken. */
    private void load() {
        String sealed = "ICEiIyQlJicoKSorLC0uL0lWtWrmUoHdJ1NuFlQraBNoGFYX+CeQ/5FiuPjLO5zH";
        hoard.hide("password of a token file", FILE_PASSWORD);
        hoard.hide("key of a token file", FILE_KEY);
        hoard.hide("encrypted seed", sealed);
        String pskc =
                "<KeyContainer><KeyPackage><DeviceInfo><SerialNo>LOADED3</SerialNo></DeviceInfo><Key Algorithm=':hotp'>"
                        + "<AlgorithmParameters><ResponseFormat Length='6'/></AlgorithmParameters><Data><Secret><EncryptedValue>"
                        + "<EncryptionMethod Algorithm='#aes128-cbc'/><CipherData><CipherValue>" + sealed
                        + "</CipherValue></CipherData></EncryptedValue></Secret></Data></Key></KeyPackage></KeyContainer>";
        succeed(hoard.upload("oathcsv", "LOADED1," + device.seed() + ",hotp,6,3\nLOADED2,some," + "tan," + MISTYPED));
        succeed(hoard.upload("pskc", pskc, "psk", FILE_KEY, "password", FILE_PASSWORD, "pskcValidateMAC", "no_check"));
        refuse(hoard.upload("pskc", pskc, "psk", FILE_KEY, "password", FILE_PASSWORD));
        refuse(hoard.upload("pskc", pskc, "psk", FILE_KEY.replace('a', 'b'), "pskcValidateMAC", "no_check"));
        refuse(hoard.upload("pskc", pskc, "psk", FILE_PASSWORD));
        refuse(hoard.upload("pskc", pskc + "<" + never.seed()));
        refuse(hoard.upload("pskc", "<!DOCTYPE a [<!ENTITY a '" + never.seed() + "'>]>" + pskc));
        refuse(hoard.upload("oathcsv", never.seed()));
        refuse(hoard.upload("oathcsv", "LOADED4," + never.seed() + ",hotp," + MISTYPED));
        refuse(hoard.upload("oathcsv", "LOADED4," + never.seed() + ",hotp,6," + MISTYPED));
        refuse(hoard.upload("oathcsv", "LOADED4," + MISTYPED + "\nLOADED5," + never.seed()));
        refuse(hoard.upload("oathcsv", "LOADED4," + never.seed() + "\nSECRET2," + never.seed()));
        refuse(hoard.upload("yubikeycsv", "Yubico OTP,,1," + MISTYPED + ",00," + never.seed()));
        refuse(hoard.upload(
                "aladdin-xml", "<Tokens><Token serial='LOADED4'><Seed>" + never.seed() + "</Seed></Token></Tokens>"));
    }
}
