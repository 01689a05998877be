package org.symbolon.policy.action;

import java.util.List;

/** How people register themselves. */
public final class RegisterActions {

    private static final ActionTable ACTIONS = new ActionTable(Scope.REGISTER);

    public static final Action RESOLVER = ACTIONS.string("resolver")
            .existing(Existing.RESOLVERS)
            .required()
            .does("The resolver that new users are added to; without it nobody can register.");
    public static final Action REALM = ACTIONS.string("realm")
            .existing(Existing.REALMS)
            .does("The realm that new users are added to, instead of the default realm.");
    public static final Action SMTPCONFIG = ACTIONS.string("smtpconfig")
            .existing(Existing.MAIL_SERVERS)
            .required()
            .does("The server that the mail with the key is sent by.");
    public static final Action REQUIREDEMAIL = ACTIONS.words("requiredemail")
            .does("Regular expressions one of which the mail address must contain, as `/@example[.]org$/`.");
    public static final Action REGISTRATION_BODY =
            ACTIONS.text("registration_body").does("What the mail says; `{regkey}` stands for the key.");

    private RegisterActions() {}

    static List<Action> all() {
        return ACTIONS.actions();
    }
}
