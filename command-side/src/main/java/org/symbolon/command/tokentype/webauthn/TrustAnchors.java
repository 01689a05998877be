package org.symbolon.command.tokentype.webauthn;

import java.security.cert.X509Certificate;
import java.util.List;
import org.symbolon.command.tokentype.Inquiry;

/** The certificates of the makers of devices that are trusted, which somebody keeps in this folder. */
public record TrustAnchors(String folder) implements Inquiry<TrustAnchors.Anchors> {

    /** Those that were found. */
    public record Anchors(List<X509Certificate> certificates) {

        static final Anchors NONE = new Anchors(List.of());

        public Anchors {
            certificates = List.copyOf(certificates);
        }
    }

    @Override
    public Class<Anchors> answer() {
        return Anchors.class;
    }
}
