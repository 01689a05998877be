package org.symbolon.connectors.smtp;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * The contents of a mail with a signature beside them ({@code multipart/signed}, RFC 8551 section 3.5). It is put together as bytes, which
 * nothing on the way to the server writes anew: one other byte, and the signature would be another's.
 */
final class SignedPart extends MimeBodyPart {

    private static final String END_OF_LINE = "\r\n";
    private static final int LINE = 76;

    /**
     * What becomes of the contents.
     *
     * @param boundary what nothing in them is
     */
    DataHandler signed(SigningIdentity identity, Instant now, String boundary) throws MessagingException {
        byte[] contents = bytes();
        byte[] signature = identity.signature(contents, now);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(ascii("--" + boundary + END_OF_LINE));
        whole.writeBytes(contents);
        whole.writeBytes(ascii(END_OF_LINE + "--" + boundary + END_OF_LINE
                + "Content-Type: application/pkcs7-signature; name=smime.p7s; smime-type=signed-data" + END_OF_LINE
                + "Content-Transfer-Encoding: base64" + END_OF_LINE
                + "Content-Disposition: attachment; filename=smime.p7s" + END_OF_LINE + END_OF_LINE));
        whole.writeBytes(Base64.getMimeEncoder(LINE, ascii(END_OF_LINE)).encode(signature));
        whole.writeBytes(ascii(END_OF_LINE + "--" + boundary + "--" + END_OF_LINE));
        String type = "multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256; boundary=\""
                + boundary + "\"";
        return new DataHandler(new ByteArrayDataSource(whole.toByteArray(), type));
    }

    private byte[] bytes() throws MessagingException {
        updateHeaders();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writeTo(bytes);
        } catch (IOException impossible) {
            throw new MessagingException("The contents cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
