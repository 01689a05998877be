package org.symbolon.command.tokentype.certificate;

import java.security.cert.X509Certificate;
import java.util.List;
import org.symbolon.command.tokentype.Inquiry;

/** The certificates of the makers of devices whose word counts, which somebody keeps in these folders. */
public record AttestationAuthorities(List<String> folders) implements Inquiry<AttestationAuthorities.Found> {

    public AttestationAuthorities {
        folders = List.copyOf(folders);
    }

    /** Those that were found. */
    public record Found(List<X509Certificate> certificates) {

        static final Found NONE = new Found(List.of());

        public Found {
            certificates = List.copyOf(certificates);
        }
    }

    @Override
    public Class<Found> answer() {
        return Found.class;
    }
}
