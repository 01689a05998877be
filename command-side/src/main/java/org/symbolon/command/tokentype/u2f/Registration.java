package org.symbolon.command.tokentype.u2f;

import java.io.ByteArrayInputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** What a device says of a key that it has made (FIDO U2F raw message formats, section 4.3). */
final class Registration {

    private static final byte RESERVED = 5;
    private static final int SEQUENCE = 0x30;
    private static final int LONG_FORM = 0x80;
    private static final int MOST_LENGTH_BYTES = 3;

    private final byte[] point;
    private final byte[] handle;
    private final X509Certificate certificate;
    private final byte[] signature;

    private Registration(byte[] point, byte[] handle, X509Certificate certificate, byte[] signature) {
        this.point = point;
        this.handle = handle;
        this.certificate = certificate;
        this.signature = signature;
    }

    /** Reads it; empty if it is none. */
    static Optional<Registration> of(String encoded) {
        return Bytes.of(encoded).flatMap(bytes -> {
            try {
                return Optional.of(read(ByteBuffer.wrap(bytes)));
            } catch (BufferUnderflowException | CertificateException | IllegalArgumentException malformed) {
                return Optional.empty();
            }
        });
    }

    private static Registration read(ByteBuffer data) throws CertificateException {
        if (data.get() != RESERVED) {
            throw new IllegalArgumentException("It begins with something else");
        }
        byte[] point = taken(data, DeviceKey.BYTES);
        byte[] handle = taken(data, data.get() & 0xff);
        byte[] der = taken(data, lengthOfCertificate(data.duplicate()));
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        return new Registration(point, handle, certificate, taken(data, data.remaining()));
    }

    private static byte[] taken(ByteBuffer data, int length) {
        if (length > data.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] taken = new byte[length];
        data.get(taken);
        return taken;
    }

    /** Of its head and what that says follows (X.690, 8.1.3). */
    private static int lengthOfCertificate(ByteBuffer data) {
        int begin = data.position();
        if ((data.get() & 0xff) != SEQUENCE) {
            throw new IllegalArgumentException("There is no certificate");
        }
        int length = data.get() & 0xff;
        if (length >= LONG_FORM) {
            int bytes = length - LONG_FORM;
            if (bytes > MOST_LENGTH_BYTES) {
                throw new IllegalArgumentException("The certificate is too long");
            }
            length = 0;
            for (int number = 0; number < bytes; number++) {
                length = (length << Byte.SIZE) | (data.get() & 0xff);
            }
        }
        return data.position() - begin + length;
    }

    /** Whether the device's maker has signed that this key was made for this application. */
    boolean isSignedFor(String appId, ClientData asked) {
        String algorithm =
                certificate.getPublicKey().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        return DeviceKey.of(point).isPresent()
                && DeviceKey.hasSigned(
                        certificate.getPublicKey(),
                        algorithm,
                        signature,
                        new byte[1],
                        Bytes.sha256(appId),
                        asked.hash(),
                        handle,
                        point);
    }

    /** That by which the maker vouches for the device. */
    X509Certificate certificate() {
        return certificate;
    }

    /** The key, as hexadecimal digits. */
    String key() {
        return HexFormat.of().formatHex(point);
    }

    /** By what the device finds the key again, as hexadecimal digits. */
    String handle() {
        return HexFormat.of().formatHex(handle);
    }

    /** What the maker calls the device; empty where the certificate does not say. */
    String name() {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(Object::toString)
                            .findFirst()
                            .orElse("");
        } catch (InvalidNameException unreadable) {
            return "";
        }
    }
}
