package org.symbolon.server.policy.action;

import java.util.List;
import java.util.function.Predicate;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;

/** The types of token that actions are about, whether Symbolon brings them already or not. */
public final class TokenTypeNames {

    /** All types of eduMFA. */
    public static final List<String> ALL = words(
            """
            4eyes applspec certificate daplug daypassword edupush email hotp indexedsecret motp ocra paper push pw question
            radius registration remote sms spass sshkey tan tiqr totp u2f vasco webauthn yubico yubikey
            """);

    /** Those that Symbolon brings. */
    static final List<String> EXISTING =
            TokenTypes.all().types().stream().map(TokenType::name).toList();

    /** Those that users may enrol for themselves. */
    public static final List<String> FOR_USERS = without("4eyes daplug ocra pw registration remote vasco");

    /** Those that know a log-in with challenge and answer beside another one. */
    static final List<String> WITH_OPTIONAL_CHALLENGE = without("email indexedsecret sms spass sshkey");

    /** Those whose first value can be asked for before they are enrolled. */
    static final List<String> VERIFIABLE = words("daplug daypassword email hotp indexedsecret paper sms tan totp");

    /** Those that a log-in can enrol on the way, as its policy spells them. */
    static final List<String> ENROLLED_BY_LOGIN = words("DAYPASSWORD EDUPUSH EMAIL HOTP PUSH SMS TOTP");

    private TokenTypeNames() {}

    private static List<String> without(String excepted) {
        return ALL.stream().filter(Predicate.not(words(excepted)::contains)).toList();
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
