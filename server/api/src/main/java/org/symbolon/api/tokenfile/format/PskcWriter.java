package org.symbolon.api.tokenfile.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.symbolon.command.token.ExportedToken;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TypeState;

/**
 * Writes tokens as portable symmetric keys that are encrypted with a password (RFC 6030, 6.2), one after the other. {@link Pskc} reads the
 * same, as eduMFA does.
 */
public final class PskcWriter implements TokenFileWriter {

    private static final String NAMESPACE = "urn:ietf:params:xml:ns:keyprov:pskc";
    private static final String ENCRYPTION = "http://www.w3.org/2001/04/xmlenc#";
    private static final String DERIVATION = "http://www.w3.org/2009/xmlenc11#";
    private static final String PASSWORDS = "http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#";
    private static final String SIGNATURES = "http://www.w3.org/2000/09/xmldsig#";

    /** What no XML may hold (XML 1.0, 2.2). */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\x09\\x0a\\x0d\\x20-\\x{d7ff}\\x{e000}-\\x{fffd}\\x{10000}-\\x{10ffff}]");

    private static final String TEXT = "pw";
    private static final String OCRA = "ocra";
    private static final String SUITE = "ocrasuite";
    private static final String PIN = "ocra.pin";
    private static final Map<String, String> ENCODINGS = Map.of(TEXT, "ALPHANUMERIC", "yubikey", "ALPHANUMERIC");
    private static final Set<String> SAID = Set.of("hotp", "totp", "daplug", "daypassword", "yubikey", OCRA, TEXT);

    private final XMLStreamWriter xml;
    private final Secret password;
    private final int rounds;
    private PskcSeal seal;

    public PskcWriter(OutputStream output, Secret password, FileWorkFactor workFactor) throws IOException {
        this.password = password;
        this.rounds = workFactor.rounds();
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(output, "UTF-8");
            begin();
        } catch (XMLStreamException unwritable) {
            throw new IOException(unwritable);
        }
    }

    /** Whether all that its values depend on can be said in such a file. */
    public static boolean canSay(ExportedToken token) {
        return SAID.contains(token.type()) && !token.state().entries().containsKey(PIN);
    }

    @Override
    public boolean says(ExportedToken token) {
        return canSay(token);
    }

    @Override
    public void write(ExportedToken token, String owner, Map<String, Object> known) throws IOException {
        write(token);
    }

    private void begin() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("KeyContainer");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeNamespace("ds", SIGNATURES);
        xml.writeNamespace("xenc", ENCRYPTION);
        xml.writeNamespace("xenc11", DERIVATION);
        xml.writeNamespace("pkcs5", PASSWORDS);
        xml.writeAttribute("Version", "1.0");
    }

    /** What holds for all keys. It is made for the first of them, since a key from a password costs much. */
    private void requireSeal() throws XMLStreamException {
        if (seal != null) {
            return;
        }
        seal = new PskcSeal(password, rounds);
        encryptionKey();
        xml.writeStartElement("MACMethod");
        xml.writeAttribute("Algorithm", SIGNATURES + "hmac-sha1");
        xml.writeStartElement("MACKey");
        encrypted(seal.macKey());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void encryptionKey() throws XMLStreamException {
        xml.writeStartElement("EncryptionKey");
        xml.writeStartElement("xenc11:DerivedKey");
        xml.writeStartElement("xenc11:KeyDerivationMethod");
        xml.writeAttribute("Algorithm", PASSWORDS + "pbkdf2");
        xml.writeStartElement("pkcs5:PBKDF2-params");
        xml.writeStartElement("Salt");
        element("Specified", base64(seal.salt()));
        xml.writeEndElement();
        element("IterationCount", Integer.toString(rounds));
        element("KeyLength", Integer.toString(PasswordKey.BYTES));
        xml.writeEmptyElement("PRF");
        for (int level = 0; level < 4; level++) {
            xml.writeEndElement();
        }
    }

    /** Appends a token that it can say. */
    public void write(ExportedToken token) throws IOException {
        try {
            requireSeal();
            xml.writeStartElement("KeyPackage");
            xml.writeStartElement("DeviceInfo");
            element("Manufacturer", token.description());
            element("SerialNo", token.serial());
            xml.writeEndElement();
            xml.writeStartElement("Key");
            xml.writeAttribute("Id", token.serial());
            xml.writeAttribute("Algorithm", NAMESPACE + ":" + token.type());
            parameters(token);
            data(token);
            xml.writeEndElement();
            xml.writeEndElement();
        } catch (XMLStreamException unwritable) {
            throw new IOException(unwritable);
        }
    }

    private void parameters(ExportedToken token) throws XMLStreamException {
        xml.writeStartElement("AlgorithmParameters");
        String suite = token.type().equals(OCRA)
                ? entry(token.state(), SUITE)
                : entry(token.state(), "hashlib").toUpperCase(Locale.ROOT);
        element("Suite", suite);
        xml.writeEmptyElement("ResponseFormat");
        xml.writeAttribute("Length", Integer.toString(token.otpLength()));
        xml.writeAttribute("Encoding", ENCODINGS.getOrDefault(token.type(), "DECIMAL"));
        xml.writeEndElement();
    }

    private void data(ExportedToken token) throws XMLStreamException {
        TypeState state = token.state();
        xml.writeStartElement("Data");
        xml.writeStartElement("Secret");
        byte[] sealed = seal.seal(bytes(token));
        xml.writeStartElement("EncryptedValue");
        encrypted(sealed);
        xml.writeEndElement();
        element("ValueMAC", base64(seal.mac(sealed)));
        xml.writeEndElement();
        plain("Counter", Long.toString(state.count()));
        plain("TimeInterval", entry(state, "timeStep"));
        plain("TimeDrift", entry(state, "timeShift"));
        xml.writeEndElement();
    }

    private static byte[] bytes(ExportedToken token) {
        String secret = token.secret().reveal();
        return token.type().equals(TEXT)
                ? secret.getBytes(StandardCharsets.UTF_8)
                : HexFormat.of().parseHex(secret);
    }

    private static String entry(TypeState state, String name) {
        Object value = state.entries().get(name);
        return value == null ? "" : value.toString();
    }

    private void plain(String name, String value) throws XMLStreamException {
        if (!value.isEmpty()) {
            xml.writeStartElement(name);
            element("PlainValue", value);
            xml.writeEndElement();
        }
    }

    private void encrypted(byte[] sealed) throws XMLStreamException {
        xml.writeEmptyElement("xenc:EncryptionMethod");
        xml.writeAttribute("Algorithm", ENCRYPTION + "aes128-cbc");
        xml.writeStartElement("xenc:CipherData");
        element("xenc:CipherValue", base64(sealed));
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            xml.writeStartElement(name);
            xml.writeCharacters(FORBIDDEN.matcher(text).replaceAll(""));
            xml.writeEndElement();
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Ends the file. */
    @Override
    public void close() throws IOException {
        try {
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException unwritable) {
            throw new IOException(unwritable);
        }
    }
}
