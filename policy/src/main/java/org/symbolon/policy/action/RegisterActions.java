package org.symbolon.policy.action;

import java.util.List;

/** How people register themselves. */
public final class RegisterActions {

    private static final ActionTable ACTIONS = new ActionTable(Scope.REGISTER);

    private static final String REGISTRATION = "registering oneself";

    public static final Action RESOLVER = ACTIONS.string("resolver")
            .existing(Existing.RESOLVERS)
            .required()
            .waitsFor(REGISTRATION)
            .does("The resolver that new users are added to; without it nobody can register.");
    public static final Action REALM = ACTIONS.string("realm")
            .existing(Existing.REALMS)
            .waitsFor(REGISTRATION)
            .does("The realm that new users are added to, instead of the default realm.");
    public static final Action SMTPCONFIG = ACTIONS.string("smtpconfig")
            .existing(Existing.MAIL_SERVERS)
            .required()
            .waitsFor(REGISTRATION)
            .does("The server that the mail with the key is sent by.");
    public static final Action REQUIREDEMAIL = ACTIONS.words("requiredemail")
            .waitsFor(REGISTRATION)
            .does("Regular expressions one of which the mail address must contain, as `/@example[.]org$/`.");
    public static final Action REGISTRATION_BODY = ACTIONS.text("registration_body")
            .waitsFor(REGISTRATION)
            .does("What the mail says; `{regkey}` stands for the key.");

    private RegisterActions() {}

    static List<Action> all() {
        return ACTIONS.actions();
    }
}
