package org.symbolon.connectors.smtp;

import jakarta.mail.AuthenticationFailedException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.symbolon.command.smtpserver.port.MailNotSentException;
import org.symbolon.command.smtpserver.port.MailNotSentException.Trouble;
import org.symbolon.connectors.network.TlsTrouble;

/**
 * What went wrong with a mail server, in our words. The library's texts quote the server, and the server may quote what it
 * was sent: none of them is passed on, and neither is their exception.
 */
final class SmtpFailures {

    private static final String NO_STARTTLS = "STARTTLS";

    private SmtpFailures() {}

    static MailNotSentException of(Exception failed, SmtpAddress address) {
        int code = 0;
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            Trouble trouble = plain(cause);
            if (trouble != null) {
                return address.failure(trouble, reason(failed, trouble));
            }
            code = Math.max(code, code(cause));
        }
        return code > 0 ? address.failure(Trouble.REJECTED, "code " + code) : address.failure(Trouble.BROKEN_OFF);
    }

    /** What is wrong with a certificate is said as precisely as it is known. */
    private static String reason(Exception failed, Trouble trouble) {
        return trouble == Trouble.NOT_SECURE
                ? TlsTrouble.reason(failed, TlsTrouble.TRUSTED).orElse("")
                : "";
    }

    private static Trouble plain(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return Trouble.UNKNOWN_HOST;
        }
        if (cause instanceof SocketTimeoutException) {
            return Trouble.TOO_SLOW;
        }
        if (cause instanceof SSLException || String.valueOf(cause.getMessage()).startsWith(NO_STARTTLS)) {
            return Trouble.NOT_SECURE;
        }
        return cause instanceof AuthenticationFailedException ? Trouble.LOGIN : null;
    }

    private static int code(Throwable cause) {
        if (cause instanceof SMTPAddressFailedException refused) {
            return refused.getReturnCode();
        }
        if (cause instanceof SMTPSenderFailedException refused) {
            return refused.getReturnCode();
        }
        return cause instanceof SMTPSendFailedException refused ? refused.getReturnCode() : 0;
    }
}
