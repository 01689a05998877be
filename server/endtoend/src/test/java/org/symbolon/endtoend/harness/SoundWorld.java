package org.symbolon.endtoend.harness;

import java.nio.file.Path;
import java.util.List;

/** The users, tokens, realms, resolvers and settings that sound requests speak of; what was used up is made again. */
public final class SoundWorld {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final List<String> DEFAULTS = List.of(
            "DefaultOtpLen", "DefaultMaxFailCount", "DefaultSyncWindow", "DefaultCountWindow", "DefaultResetFailCount");

    private static final String SMS_MODULE = "edumfa.lib.smsprovider.HttpSMSProvider.HttpSMSProvider";

    private final ApiClient admin;
    private final String hosts;

    public SoundWorld(ApiClient admin, Path passwd) {
        this.admin = admin;
        this.hosts = HostsFile.write(passwd.getParent(), "10.0.0.1 sound.example.org sound")
                .toString();
        admin.post("/resolver/users", "type", "passwdresolver", "fileName", passwd.toString());
        admin.post("/realm/realm1", "resolvers", "users");
        admin.post("/defaultrealm/realm1");
        admin.post("/system/setConfig", "spare", "some");
        enrol("SOUND", "hotp", "user1");
        enrol("TOTP", "totp", "user1");
        enrol("SPARE", "hotp", "user2");
        admin.post("/tokengroup/staff");
        again("group");
        again("service");
        again("ca");
        again("feed");
        again("machines");
        admin.post("/machine/token", "serial", "SOUND", "application", "offline");
        again("sms");
        again("smtp");
        again("client");
        again("radius");
        again("remote");
        admin.post("/policy/sound", "scope", "user", "action", "enable", "realm", "");
        admin.post(
                "/policy/domain",
                "scope",
                "enrollment",
                "action",
                "webauthn_relying_party_id=example.com, webauthn_relying_party_name=Example",
                "realm",
                "");
        admin.post("/policy/recovering", "scope", "user", "action", "password_reset", "realm", "");
        again("policy");
        admin.post(
                "/event",
                "name",
                "first",
                "event",
                "validate_offlinerefill",
                "handlermodule",
                "Token",
                "action",
                "enroll");
        admin.post(
                "/periodictask/",
                "name",
                "first",
                "interval",
                "@daily",
                "nodes",
                "a",
                "taskmodule",
                "SimpleStats",
                "ordering",
                "0");
        again("realm");
        again("resolver");
    }

    /** Makes again what a request may have used up. */
    public void again(String what) {
        switch (what) {
            case "token" -> {
                admin.delete("/token/SPARE");
                admin.delete("/token/lostSPARE");
                enrol("SPARE", "hotp", "user2");
            }
            case "policy" -> admin.post("/policy/spare", "scope", "user", "action", "enable", "realm", "");
            case "realm" -> admin.post("/realm/spare", "resolvers", "users");
            case "outsider" -> admin.delete("/token/group/SPARE/staff");
            case "group" -> admin.post("/tokengroup/spare");
            case "service" -> admin.post("/serviceid/spare");
            case "smtp" -> admin.post("/smtpserver/spare", "server", "mail", "password", "some");
            case "client" -> admin.post("/radiusclient/spare", "address", "10.1.0.1", "secret", "longenough");
            case "radius" -> admin.post("/radiusserver/spare", "server", "radius", "secret", "some");
            case "remote" -> admin.post("/edumfaserver/spare", "url", "https://example.com");
            case "sms" -> admin.post("/smsgateway", "name", "spare", "module", SMS_MODULE, "option.PASSWORD", "some");
            case "feed" -> admin.post("/feed/spare", "type", "file", "file", "spare", "active", "0");
            case "ca" -> admin.post("/caconnector/spare", "type", "local");
            case "machines" -> admin.post("/machineresolver/spare", "type", "hosts", "filename", hosts);
            case "default" -> admin.post("/defaultrealm/realm1");
            case "resolver" -> admin.post("/resolver/spare", "type", "passwdresolver", "fileName", "/etc/passwd");
            case "setting" -> admin.post("/system/setConfig", "spare", "some");
            case "defaults" -> {
                enrolAndCheck();
                DEFAULTS.forEach(key -> admin.delete("/system/" + key));
            }
            default -> throw new IllegalArgumentException(what);
        }
    }

    /** Whatever the defaults are, they may make an enrolment fail, but not the server. */
    private void enrolAndCheck() {
        Answer enrolled = admin.post("/token/init", "type", "hotp", "serial", "BYDEFAULT", "otpkey", SEED);
        Answer checked = admin.check("serial", "BYDEFAULT", "000000");
        if (enrolled.status() >= 500 || checked.status() >= 500) {
            throw new IllegalStateException(enrolled.body() + checked.body());
        }
    }

    private void enrol(String serial, String type, String user) {
        Answer answer = admin.post(
                "/token/init", "type", type, "serial", serial, "otpkey", SEED, "user", user, "realm", "realm1");
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }
}
