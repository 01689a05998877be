package org.symbolon.command.smtpserver.port;

import java.util.List;

/**
 * One mail. It prints as no more than how many it is for, since its subject and its text may hold a one-time value.
 *
 * @param from whose address it shows, empty if there is none
 * @param to the addresses of all who get it
 * @param page the same as HTML beside a plain text, for programs that show it; empty for none
 * @param replyTo where an answer goes, the sender if it is empty
 */
public record Mail(
        String from,
        List<String> to,
        String subject,
        String text,
        Format format,
        String page,
        String replyTo,
        List<Attachment> attachments) {

    /** What the text is written in. */
    public enum Format {
        PLAIN,
        HTML
    }

    /**
     * A file that goes with the mail.
     *
     * @param contentId by which an HTML text shows it ({@code cid:}), empty if it does not
     */
    @SuppressWarnings("ArrayRecordComponent") // it is copied, and attachments are not compared
    public record Attachment(String name, String contentType, String contentId, byte[] content) {

        public Attachment {
            content = content.clone();
        }

        @Override
        public byte[] content() {
            return content.clone();
        }

        @Override
        public String toString() {
            return "Attachment[" + contentType + "]";
        }
    }

    public Mail {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
    }

    /** One that says what it says in one way. */
    public Mail(
            String from,
            List<String> to,
            String subject,
            String text,
            Format format,
            String replyTo,
            List<Attachment> attachments) {
        this(from, to, subject, text, format, "", replyTo, attachments);
    }

    public static Mail plain(String from, String to, String subject, String text) {
        return new Mail(from, List.of(to), subject, text, Format.PLAIN, "", List.of());
    }

    @Override
    public String toString() {
        return "Mail[for " + to.size() + "]";
    }
}
