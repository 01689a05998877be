package org.symbolon.command.tokentype.webauthn;

import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * A key that a device has made.
 *
 * @param id of the key, as hexadecimal digits
 * @param publicKey in the form of COSE, as hexadecimal digits
 * @param counter how often the device has signed
 * @param model the AAGUID of the device, as 32 hexadecimal digits
 * @param certificate by which it has proved its make, if it has
 * @param resident whether the device keeps the key itself
 * @param backupEligible whether the key can be copied to other devices
 * @param backedUp whether it is
 */
public record NewCredential(
        String id,
        String publicKey,
        long counter,
        String model,
        Optional<X509Certificate> certificate,
        boolean resident,
        boolean backupEligible,
        boolean backedUp) {

    /** What a token of it is called where nobody says. */
    String description() {
        if (backedUp) {
            return "Synced Passkey (WebAuthn Multi-Device Credential)";
        }
        if (backupEligible) {
            return "Syncable Passkey (WebAuthn Multi-Device Credential)";
        }
        if (resident) {
            return "Passkey (WebAuthn Discoverable Credential)";
        }
        return commonName().orElse("Generic WebAuthn Token");
    }

    /** What the certificate calls the device. */
    public Optional<String> commonName() {
        return certificate.flatMap(NewCredential::commonNameOf);
    }

    private static Optional<String> commonNameOf(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> part.getValue().toString())
                            .findFirst();
        } catch (InvalidNameException unreadable) {
            return Optional.empty();
        }
    }
}
