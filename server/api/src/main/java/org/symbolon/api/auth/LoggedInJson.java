package org.symbolon.api.auth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.login.LoginTokens;
import org.symbolon.api.kernel.wire.QrCode;
import org.symbolon.events.shared.Caller;
import org.symbolon.policy.rights.LoginRights;

/** What somebody who is logged in is told of himself: his log-in token, what he may do, and how an interface is to look. */
@Component
final class LoggedInJson {

    static final Shape SHAPE = Shape.object("Beside what is named here, how a web interface is to look.")
            .with("token", Shape.secret("The log-in token, for an hour."))
            .with("role", Shape.choice("What he is.", "admin", "user"))
            .with("username", Shape.text("Who he is."))
            .with("realm", Shape.text("His realm, or empty."))
            .with("rights", Shape.list("What he may do."))
            .with("menus", Shape.list("Which parts of a web interface he sees."))
            .with("log_level", Shape.number("20."));

    private final LoginTokens tokens;
    private final LoginRights rights;

    LoggedInJson(LoginTokens tokens, LoginRights rights) {
        this.tokens = tokens;
        this.rights = rights;
    }

    /** @param way with what he has shown who he is */
    Map<String, Object> of(Map<String, Object> known, Caller caller, List<String> allowed, String way) {
        String token = tokens.issue(
                (String) known.get("username"), (String) known.get("realm"), (String) known.get("role"), way, allowed);
        return told(known, caller, allowed, token);
    }

    /** As {@link #of} of a local administrator whose password has this hash. */
    Map<String, Object> ofAdministrator(String username, List<String> allowed, String way, String passwordHash) {
        String token = tokens.issueBound(username, LoginTokens.ADMIN, way, allowed, passwordHash);
        Caller caller = new Caller.Administrator(username, "");
        return told(known(username, "", LoginTokens.ADMIN), caller, allowed, token);
    }

    private Map<String, Object> told(Map<String, Object> known, Caller caller, List<String> allowed, String token) {
        Map<String, Object> value = new HashMap<>(known);
        value.put("token", token);
        value.put("log_level", 20);
        value.put("rights", allowed);
        value.put("menus", rights.menusOf(caller, allowed));
        return value;
    }

    /** What is told of somebody who is known, but perhaps not yet in. */
    static Map<String, Object> known(String username, String realm, String role) {
        Map<String, Object> value = new HashMap<>(UserInterfaceSettings.PRESET);
        value.put("role", role);
        value.put("username", username);
        value.put("realm", realm);
        return value;
    }

    /** What is to be scanned is shown as an image. */
    static Map<String, Object> withImages(Map<String, Object> settings) {
        Map<String, Object> shown = new HashMap<>(settings);
        shown.replaceAll((key, setting) ->
                key.startsWith("qr_image_") && setting instanceof String text ? QrCode.dataUri(text) : setting);
        return shown;
    }
}
