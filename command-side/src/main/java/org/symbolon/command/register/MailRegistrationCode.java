package org.symbolon.command.register;

import java.util.List;
import java.util.Map;
import org.symbolon.command.shared.Template;
import org.symbolon.command.smtpserver.SendMail;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TokenLimit;

/**
 * Enrol a token with a code that is good for one log-in, for somebody who has registered himself, and mail the code to him.
 *
 * @param limits how many tokens there may be
 * @param letter what the mail is like
 */
public record MailRegistrationCode(EnrollToken enrolment, List<TokenLimit> limits, Letter letter) {

    public MailRegistrationCode {
        limits = List.copyOf(limits);
    }

    /**
     * A mail that still lacks its code.
     *
     * @param server the identifier of the mail server's definition
     * @param body what it says, where {@code {regkey}} stands for the code
     */
    public record Letter(String server, Secret recipient, String subject, String body) {

        SendMail with(Secret code) {
            String text = Template.filled(body, Map.of("regkey", code.reveal()));
            return SendMail.plain(server, recipient, Secret.of(subject), Secret.of(text));
        }
    }

    /**
     * What came of it.
     *
     * @param serial of the token
     * @param effectId of the mail, which is awaited
     */
    public record Mailed(String serial, String effectId) {}
}
