package org.symbolon.command.tokentype.certificate;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.events.shared.TokenDates;
import org.symbolon.events.token.CertificateFacts;

/** What a token keeps of its certificate, so that people can read it without taking the certificate apart. */
final class CertificateEntries {

    static final String REQUEST = "request";
    static final String REQUEST_ID = "requestId";
    static final String PRIVATE_KEY = "privatekey";
    static final String PIN = "privatekey_pin";
    static final String PKCS12 = "pkcs12";

    private static final String SUBJECT = "certificate_subject";
    private static final String ISSUER = "certificate_issuer";
    private static final int HEXADECIMAL = 16;

    private static final List<String> OPEN = List.of(
            CertificateFacts.AUTHORITY,
            CertificateType.NAME,
            CertificateFacts.SERIAL,
            CertificateFacts.VALID_FROM,
            CertificateFacts.VALID_UNTIL,
            CertificateFacts.REASON,
            SUBJECT,
            ISSUER,
            REQUEST,
            REQUEST_ID);

    private static final List<String> SEALED = List.of(PRIVATE_KEY, PIN, PKCS12);

    private CertificateEntries() {}

    static StateEntry[] kept() {
        return Stream.concat(
                        OPEN.stream().map(name -> StateEntry.text(name).locked()),
                        SEALED.stream().map(StateEntry::secret))
                .toArray(StateEntry[]::new);
    }

    /** All that there can be, as it is where there is nothing. */
    static Map<String, Object> none() {
        Map<String, Object> entries = new HashMap<>();
        OPEN.forEach(name -> entries.put(name, null));
        SEALED.forEach(name -> entries.put(name, null));
        return entries;
    }

    static Map<String, Object> of(X509Certificate certificate) {
        Map<String, Object> entries = new HashMap<>();
        entries.put(CertificateType.NAME, PemText.of(certificate));
        entries.put(CertificateFacts.SERIAL, certificate.getSerialNumber().toString(HEXADECIMAL));
        entries.put(
                CertificateFacts.VALID_FROM,
                TokenDates.toMinutes(certificate.getNotBefore().toInstant()));
        entries.put(
                CertificateFacts.VALID_UNTIL,
                TokenDates.toMinutes(certificate.getNotAfter().toInstant()));
        entries.put(SUBJECT, cut(certificate.getSubjectX500Principal().getName()));
        entries.put(ISSUER, cut(certificate.getIssuerX500Principal().getName()));
        return entries;
    }

    /** A name is as long as its maker likes; the certificate itself has all of it. */
    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), Limits.TEXT));
    }
}
