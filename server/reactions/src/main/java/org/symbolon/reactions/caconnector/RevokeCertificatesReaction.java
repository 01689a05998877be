package org.symbolon.reactions.caconnector;

import java.util.List;
import org.symbolon.command.caconnector.RevokeCertificates;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.CertificateAuthorities;
import org.symbolon.command.caconnector.port.CertificateRecords;
import org.symbolon.command.caconnector.port.ReadyAuthorities;
import org.symbolon.command.caconnector.port.RevokedCertificate;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.command.secret.port.SealBrokenException;
import org.symbolon.reactions.effect.EffectFailedException;
import org.symbolon.reactions.effect.Reaction;

/** Tells authorities what was revoked with a token. An authority that is away is told later. */
public final class RevokeCertificatesReaction implements Reaction {

    private final CertificateAuthorities authorities;
    private final ReadyAuthorities defined;
    private final CertificateRecords records;

    public RevokeCertificatesReaction(
            CertificateAuthorities authorities, ReadyAuthorities defined, CertificateRecords records) {
        this.authorities = authorities;
        this.defined = defined;
        this.records = records;
    }

    @Override
    public String kind() {
        return RevokeCertificates.KIND;
    }

    /** An authority may be told twice of the same: it knows that then. */
    @Override
    public void carryOut(EffectOrder order) throws EffectFailedException {
        List<RevokedCertificate> revoked =
                records.revokedWith(RevokeCertificates.of(order).tokenSerial());
        for (RevokedCertificate certificate : revoked) {
            tell(authority(certificate.connector()), certificate);
        }
    }

    private Authority authority(String name) throws EffectFailedException {
        try {
            return defined.find(name)
                    .orElseThrow(() -> EffectFailedException.forGood("There is no CA connector " + name));
        } catch (SealBrokenException forged) {
            throw EffectFailedException.forNow(forged.getMessage());
        }
    }

    private void tell(Authority authority, RevokedCertificate certificate) throws EffectFailedException {
        try {
            authorities.revoke(authority, certificate);
        } catch (AuthorityException failure) {
            throw failure.isForGood()
                    ? EffectFailedException.forGood(failure.getMessage())
                    : EffectFailedException.forNow(failure.getMessage());
        }
    }
}
