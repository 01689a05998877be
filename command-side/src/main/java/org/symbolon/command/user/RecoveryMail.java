package org.symbolon.command.user;

import java.util.Map;
import org.symbolon.command.shared.Template;
import org.symbolon.command.smtpserver.SendMail;
import org.symbolon.events.shared.Secret;

/** What the mail with a recovery code says. */
public final class RecoveryMail {

    private static final Secret SUBJECT = Secret.of("Your password can be set anew");

    private static final String TEXT =
            """
            Somebody, most likely you, wants to set the password of {user} anew.

            The code for that is: {code}

            It is good once, and for one hour. If it was not you, there is nothing to do: without this code
            nobody can change the password.
            """;

    private RecoveryMail() {}

    /**
     * The mail.
     *
     * @param server the identifier of the mail server's definition
     * @param login of the user whose password it is about
     */
    public static SendMail of(String server, String address, String login, Secret code) {
        String text = Template.filled(TEXT, Map.of("user", login, "code", code.reveal()));
        return SendMail.plain(server, Secret.of(address), SUBJECT, Secret.of(text));
    }
}
