package org.symbolon.events.shared;

/** Who sent a request, as far as the log-in token in its header proves it. */
public sealed interface Caller {

    Caller ANONYMOUS = new Anonymous();

    /** No log-in token was asked for. */
    record Anonymous() implements Caller {}

    /** An administrator; the realm is empty for a local one. */
    record Administrator(String name, String realm) implements Caller {}

    /** A user who manages his own tokens; the resolver is empty until the server has found it. */
    record RealmUser(String login, String realm, String resolver) implements Caller {}

    /** A program that may only validate; such keys are refused everywhere else. */
    record ApiKey(String name, String realm) implements Caller {}
}
