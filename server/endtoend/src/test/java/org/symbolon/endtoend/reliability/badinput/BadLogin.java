package org.symbolon.endtoend.reliability.badinput;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.symbolon.api.kernel.ServerKeys;
import org.symbolon.api.kernel.login.LoginTokens;

/** A log-in token that lets nobody in. */
record BadLogin(String name, String token) {

    static BadLogin none() {
        return new BadLogin("no token", "");
    }

    /** Those that nobody of this server's has been given lately. */
    static List<BadLogin> invalid(ServerKeys keys) {
        LoginTokens ofAnother = new LoginTokens("another key", Clock.systemUTC());
        Clock twoHoursAgo = Clock.offset(Clock.systemUTC(), Duration.ofHours(-2));
        LoginTokens longAgo = new LoginTokens(keys.loginTokenKey(), twoHoursAgo);
        String valid = ofAdministrator(keys);
        String claims = valid.substring(valid.indexOf('.'), valid.lastIndexOf('.') + 1);
        return List.of(
                new BadLogin("a broken token", valid.substring(0, valid.length() / 2)),
                new BadLogin("an expired token", token(longAgo, "admin", "", LoginTokens.ADMIN)),
                new BadLogin("a word", "nosuch"),
                new BadLogin("dots", "a.b.c"),
                new BadLogin("dots alone", "..."),
                new BadLogin("signs", "'\";--.{}[].%00"),
                new BadLogin("a long text", "x".repeat(10_000)),
                new BadLogin("another signature", valid.substring(0, valid.lastIndexOf('.') + 1) + "AAAA"),
                new BadLogin("the algorithm none", base64("{\"alg\": \"none\"}") + claims),
                new BadLogin("an algorithm that is no text", base64("{\"alg\": {\"a\": []}}") + claims + "AAAA"),
                new BadLogin("deep JSON", base64("[".repeat(5_000)) + claims + "AAAA"),
                new BadLogin("half a surrogate", base64("{\"alg\": \"\\ud800\"}") + claims + "AAAA"),
                new BadLogin("a word before the token", "Bearer " + valid),
                new BadLogin("the key of another server", token(ofAnother, "admin", "", LoginTokens.ADMIN)));
    }

    /** Sound ones of whoever has no business here. */
    static List<BadLogin> ofAnotherRole(ServerKeys keys) {
        LoginTokens tokens = new LoginTokens(keys.loginTokenKey(), Clock.systemUTC());
        return List.of(
                new BadLogin("a program's key", token(tokens, "program", "", LoginTokens.VALIDATE)),
                new BadLogin("a role that nobody has", token(tokens, "admin", "", "nosuch")));
    }

    /** The token of a user, whether or not there is one of that name. */
    static String ofUser(ServerKeys keys, String name) {
        return token(new LoginTokens(keys.loginTokenKey(), Clock.systemUTC()), name, "realm1", LoginTokens.USER);
    }

    /** Another token of the administrator, for a request that uses one up. */
    static String ofAdministrator(ServerKeys keys) {
        return token(new LoginTokens(keys.loginTokenKey(), Clock.systemUTC()), "admin", "", LoginTokens.ADMIN);
    }

    private static String token(LoginTokens tokens, String name, String realm, String role) {
        return tokens.issue(name, realm, role, "password", List.of());
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
