package org.symbolon.command.secret;

/** What answers show in place of a secret; sent back, it means: leave the secret as it is. */
public final class Censored {

    public static final String TEXT = "__CENSORED__";

    private Censored() {}

    public static boolean is(Secret secret) {
        return TEXT.equals(secret.reveal());
    }
}
