package org.symbolon.command.user;

import org.symbolon.command.smtpserver.SendMail;

/**
 * Keep the hash of a recovery code, and mail the code to the user.
 *
 * @param mail the mail with the code
 */
public record MailRecoveryCode(IssueRecoveryCode code, SendMail mail) {

    /**
     * What came of it.
     *
     * @param number of the code
     * @param effectId of the mail, which is awaited
     */
    public record Mailed(int number, String effectId) {}
}
