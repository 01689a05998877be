package org.symbolon.connectors.smtp;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.symbolon.command.smtpserver.port.Mail;
import org.symbolon.command.smtpserver.port.MailSigner;
import org.symbolon.command.smtpserver.port.UnsoundSignerException;

/** A mail in the form in which it is sent, with the headers of one that a program has written. */
final class MailMessage extends SMTPMessage {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String PLAIN = "text/plain";
    private static final String HTML = "text/html";
    private static final String NO_SENDER = "<>";
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private static final Properties SETTINGS = settings();

    private final String id;

    /**
     * The mail as a message.
     *
     * @param signer with what it is signed
     * @param id what no other mail has, for its Message-ID
     * @throws MessagingException if an address or the subject cannot be sent
     * @throws UnsoundSignerException if it cannot be signed
     */
    static MailMessage of(Mail mail, Optional<MailSigner> signer, Instant now, String id) throws MessagingException {
        refuseControls(mail.subject());
        MailMessage message = new MailMessage(id);
        message.setHeader("Date", DATE.format(now));
        message.setHeader("Precedence", "bulk");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSubject(mail.subject(), UTF_8);
        message.setSender(mail);
        message.setRecipients(Message.RecipientType.TO, addresses(mail.to()));
        if (signer.isPresent()) {
            SignedPart contents = new SignedPart();
            setContents(contents, mail, true);
            message.setDataHandler(contents.signed(SigningIdentity.of(signer.get()), now, "=_" + id));
        } else {
            setContents(message, mail, false);
        }
        message.saveChanges();
        return message;
    }

    private MailMessage(String id) {
        super(Session.getInstance(SETTINGS));
        this.id = id;
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("mail.mime.allowutf8", "true");
        return settings;
    }

    private void setSender(Mail mail) throws MessagingException {
        if (mail.from().isBlank()) {
            setEnvelopeFrom(NO_SENDER);
        } else {
            InternetAddress from = address(mail.from());
            setFrom(from);
            setEnvelopeFrom(from.getAddress());
        }
        String answered = mail.replyTo().isBlank() ? mail.from() : mail.replyTo();
        if (!answered.isBlank()) {
            setReplyTo(new Address[] {address(answered)});
        }
    }

    private static Address[] addresses(List<String> texts) throws AddressException {
        if (texts.isEmpty()) {
            throw new AddressException("There is nobody to get it");
        }
        List<Address> addresses = new ArrayList<>(texts.size());
        for (String text : texts) {
            addresses.add(address(text));
        }
        return addresses.toArray(Address[]::new);
    }

    private static InternetAddress address(String text) throws AddressException {
        refuseControls(text);
        InternetAddress address = new InternetAddress(text, true);
        if (address.isGroup()) {
            throw new AddressException("A group is no address");
        }
        address.setAddress(inAscii(address.getAddress()));
        return address;
    }

    /** The part before the @ may have any letters; servers that cannot take them say so. */
    private static String inAscii(String address) throws AddressException {
        int domain = address.lastIndexOf('@') + 1;
        try {
            return address.substring(0, domain) + IDN.toASCII(address.substring(domain));
        } catch (IllegalArgumentException malformed) {
            throw new AddressException("The domain is none");
        }
    }

    /** A line break would begin a header of somebody else's making. */
    private static void refuseControls(String text) throws AddressException {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new AddressException("There are control characters in it");
        }
    }

    /** What is to be signed is written so that no server has a reason to write it in another way. */
    private static void setContents(MimePart target, Mail mail, boolean fixed) throws MessagingException {
        if (mail.attachments().isEmpty()) {
            setText(target, mail, fixed);
            return;
        }
        MimeMultipart parts = new MimeMultipart("related");
        MimeBodyPart text = new MimeBodyPart();
        setText(text, mail, fixed);
        parts.addBodyPart(text);
        for (Mail.Attachment attachment : mail.attachments()) {
            MimeBodyPart part = part(attachment);
            fix(part, fixed);
            parts.addBodyPart(part);
        }
        target.setContent(parts);
    }

    /** The plain form first: programs show the last that they can. */
    private static void setText(MimePart part, Mail mail, boolean fixed) throws MessagingException {
        String type = mail.format() == Mail.Format.HTML ? HTML : PLAIN;
        if (mail.page().isEmpty()) {
            setText(part, mail.text(), type, fixed);
            return;
        }
        MimeMultipart forms = new MimeMultipart("alternative");
        forms.addBodyPart(formed(mail.text(), type, fixed));
        forms.addBodyPart(formed(mail.page(), HTML, fixed));
        part.setContent(forms);
    }

    private static MimeBodyPart formed(String text, String type, boolean fixed) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        setText(part, text, type, fixed);
        return part;
    }

    private static void setText(MimePart part, String text, String type, boolean fixed) throws MessagingException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type + "; charset=utf-8")));
        fix(part, fixed);
    }

    private static void fix(MimePart part, boolean fixed) throws MessagingException {
        if (fixed) {
            part.setHeader("Content-Transfer-Encoding", "base64");
        }
    }

    private static MimeBodyPart part(Mail.Attachment attachment) throws MessagingException {
        refuseControls(attachment.name() + attachment.contentId());
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.contentType())));
        part.setFileName(attachment.name());
        if (attachment.contentId().isEmpty()) {
            part.setDisposition(MimeBodyPart.ATTACHMENT);
        } else {
            part.setDisposition(MimeBodyPart.INLINE);
            part.setContentID("<" + attachment.contentId() + ">");
        }
        return part;
    }

    /** Whether an address has letters that only some servers take. */
    boolean isInternational() throws MessagingException {
        return Stream.of(getAllRecipients(), getFrom())
                .filter(Objects::nonNull)
                .flatMap(Stream::of)
                .map(address -> ((InternetAddress) address).getAddress())
                .anyMatch(address -> !StandardCharsets.US_ASCII.newEncoder().canEncode(address));
    }

    /** The library's own would name this machine and its user. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + id + "@" + domain() + ">");
    }

    private String domain() throws MessagingException {
        Address[] from = getFrom();
        if (from == null || from.length == 0) {
            return "symbolon.invalid";
        }
        String address = ((InternetAddress) from[0]).getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
