package org.symbolon.endtoend.secrecy;

import static org.symbolon.endtoend.secrecy.Hoard.refuse;
import static org.symbolon.endtoend.secrecy.Hoard.succeed;
import static org.symbolon.endtoend.secrecy.Hoard.with;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.symbolon.command.tokentype.tiqr.SoftTiqr;
import org.symbolon.connectors.smtp.SoftSigner;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;

/** Uses secrets with which others outside are asked, answered or written to. */
final class OutsideUse {

    private static final String MISTYPED = "Mistyped+9/Öffnung";
    private static final String KEY_PASSPHRASE = "Key-Passphrase+5/Öl";
    private static final String FAR_PIN = "Far-Pin+6/Übersee";
    private static final String SERVICE_KEY = "U2VydmljZS1LZXktNDE3";
    private static final String TELEPHONE_SECRET = "5a6b7c8d9eaf0b1c2d3e4f5061728394a5b6c7d8";

    private final Hoard hoard;
    private final ApiClient admin;
    private final ApiClient anyone;

    OutsideUse(Hoard hoard) {
        this.hoard = hoard;
        this.admin = hoard.admin;
        this.anyone = hoard.anyone;
    }

    /** There is a user already. */
    void run() {
        sign();
        askOthers();
        takeByTelephone();
    }

    /** Mails that are signed: neither the key nor what opens it is to be seen, and neither is in an answer that refuses them. */
    private void sign() {
        Instant now = Instant.now();
        SoftSigner signer = SoftSigner.of("EC", 256, now.minusSeconds(60), now.plusSeconds(86_400));
        hoard.hide("passphrase of a key for mails", KEY_PASSPHRASE);
        String key = signer.keyPem();
        hoard.hide("key for mails", key.substring(key.indexOf('\n') + 1, key.indexOf('\n') + 61));
        String[] certified = {"server", "mail", "smime", "1", "certificate", signer.certificatePem()};
        String[] locked = with(certified, "private_key", signer.keyPem(KEY_PASSPHRASE));
        succeed(admin.post("/smtpserver/signing", with(locked, "private_key_password", KEY_PASSPHRASE)));
        refuse(admin.post("/smtpserver/signing", with(locked, "private_key_password", MISTYPED)));
        refuse(admin.post("/smtpserver/signing", with(certified, "private_key", MISTYPED)));
        succeed(admin.get("/smtpserver/"));
    }

    /** Another server and Yubico's service, both of which are away: they would have been told a PIN and a key. */
    private void askOthers() {
        hoard.hide("PIN that another server knows", FAR_PIN);
        hoard.hide("key shared with Yubico's service", SERVICE_KEY);
        String[] far = {"remote.server", "http://127.0.0.1:1", "remote.user", "user1"};
        succeed(admin.post("/token/init", with(far, "type", "remote", "serial", "SECRETFAR")));
        anyone.check("serial", "SECRETFAR", FAR_PIN);
        String[] service = {"yubico.id", "7", "yubico.secret", SERVICE_KEY, "yubico.secret.type", "password"};
        succeed(admin.post("/system/setConfig", with(service, "yubico.url", "http://127.0.0.1:1/")));
        succeed(admin.post("/token/init", "type", "yubico", "yubico.tokenid", "c".repeat(12), "serial", "SECRETY"));
        anyone.check("serial", "SECRETY", "c".repeat(44));
        List.of("yubico.id", "yubico.secret", "yubico.url").forEach(key -> succeed(admin.delete("/system/" + key)));
    }

    /** A telephone brings the secret of a token itself, over an endpoint for which nobody logs in. */
    private void takeByTelephone() {
        hoard.hide("secret of a telephone", TELEPHONE_SECRET);
        succeed(admin.post("/system/setConfig", "tiqr.regServer", admin.address() + "/ttype/tiqr"));
        String[] owned = {"user", "user1", "realm", "users"};
        Answer begun = admin.post("/token/init", with(owned, "type", "tiqr", "serial", "SECRETQ"));
        succeed(begun);
        SoftTiqr app = new SoftTiqr((address, fields) -> called(fields), TELEPHONE_SECRET);
        app.enrol(((Map<?, ?>) begun.detail().get("tiqrenroll")).get("value").toString());
        succeed(admin.get("/token/", "serial", "SECRETQ"));
        succeed(admin.delete("/token/SECRETQ"));
    }

    private String called(Map<String, String> fields) {
        return anyone.post(
                        "/ttype/tiqr",
                        fields.entrySet().stream()
                                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                                .toArray(String[]::new))
                .body();
    }
}
