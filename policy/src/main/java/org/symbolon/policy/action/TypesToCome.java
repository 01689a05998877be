package org.symbolon.policy.action;

import java.util.List;

/** Types of eduMFA that Symbolon does not bring yet, and what policies may say of them. Each goes from here when it comes. */
final class TypesToCome {

    static final List<String> ALL = words(
            """
            4eyes applspec certificate daplug daypassword edupush indexedsecret motp ocra paper push
            registration remote sms sshkey tan tiqr u2f vasco yubico yubikey
            """);

    /** Those that no policy lets users enrol for themselves. */
    static final List<String> NOT_FOR_USERS = words("4eyes daplug ocra registration remote vasco");

    /** Those of which no policy says that the PIN alone begins a challenge. */
    static final List<String> WITHOUT_OPTIONAL_CHALLENGE = words("indexedsecret sms sshkey");

    /** Those whose first value can be asked for before they are enrolled. */
    static final List<String> VERIFIABLE = words("daplug daypassword indexedsecret paper sms tan");

    /** Those whose tokens have no PIN that somebody could set. */
    static final List<String> WITHOUT_PIN = words("certificate sshkey");

    /** Those that a log-in can enrol on the way. */
    static final List<String> ENROLLED_BY_LOGIN = words("daypassword edupush push sms");

    private TypesToCome() {}

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
