package org.symbolon.app.inquiry;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityAnswer;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.AuthorityException.Trouble;
import org.symbolon.command.caconnector.port.CertificateAuthorities;
import org.symbolon.command.caconnector.port.CertificateRequest;
import org.symbolon.command.caconnector.port.ReadyAuthorities;
import org.symbolon.command.tokentype.certificate.CertificateOrder;
import org.symbolon.command.tokentype.certificate.CertificateOrder.KeyFiles;
import org.symbolon.command.tokentype.certificate.CertificateOrder.Outcome;
import org.symbolon.command.tokentype.certificate.CertificateOrder.Work;
import org.symbolon.connectors.caconnector.CertificateKeys;
import org.symbolon.events.shared.Secret;

/** Asks certificate authorities for tokens, and makes keys for people who have none. */
@Component
public final class CertificateDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateDesk.class);

    private final ReadyAuthorities defined;
    private final CertificateAuthorities authorities;
    private final CertificateKeys keys;

    CertificateDesk(ReadyAuthorities defined, CertificateAuthorities authorities, CertificateKeys keys) {
        this.defined = defined;
        this.authorities = authorities;
        this.keys = keys;
    }

    /** What came of an order. Whatever goes wrong is an outcome, too: who decides tells the client. */
    public Outcome answer(CertificateOrder order) {
        try {
            return outcome(authority(order), order.work());
        } catch (AuthorityException failed) {
            LOG.warn("{}", failed.getMessage());
            return failed.trouble() == Trouble.DENIES
                    ? new Outcome.Denied(failed.code(), failed.getMessage())
                    : new Outcome.Failed(failed.code(), failed.getMessage());
        }
    }

    private Authority authority(CertificateOrder order) {
        return defined.find(order.connector())
                .orElseThrow(() -> new AuthorityException(order.connector(), Trouble.UNKNOWN));
    }

    private Outcome outcome(Authority authority, Work work) {
        if (work instanceof Work.Sign sign) {
            return outcome(authority, authorities.request(authority, sign.request()), Secret.EMPTY, Secret.EMPTY);
        }
        if (work instanceof Work.Make make) {
            CertificateKeys.Made made = keys.make(make.bits(), make.subject());
            CertificateRequest request =
                    new CertificateRequest(made.request(), Optional.of(make.subject()), make.template());
            return outcome(authority, authorities.request(authority, request), made.key(), make.pin());
        }
        Work.Ask ask = (Work.Ask) work;
        return outcome(authority, authorities.ask(authority, ask.requestId()), ask.key(), ask.pin());
    }

    private Outcome outcome(Authority authority, AuthorityAnswer answer, Secret key, Secret pin) {
        Optional<Secret> own = Optional.of(key).filter(made -> !made.isEmpty());
        if (answer instanceof AuthorityAnswer.Pending pending) {
            return new Outcome.Pending(pending.requestId(), own);
        }
        AuthorityAnswer.Issued issued = (AuthorityAnswer.Issued) answer;
        try {
            return new Outcome.Issued(issued.certificate(), own.map(made -> packed(issued, made, pin)));
        } catch (IllegalArgumentException another) {
            throw new AuthorityException(authority.name(), Trouble.BROKEN_OFF, "another key");
        }
    }

    private KeyFiles packed(AuthorityAnswer.Issued issued, Secret key, Secret pin) {
        CertificateKeys.Packed packed = keys.pack(key, issued.certificate(), issued.chain(), pin);
        return new KeyFiles(packed.pkcs12(), packed.pem());
    }

    /**
     * A certificate that no token got must not count. Where the authority cannot be told, the log says so, for somebody to do that by hand. One that
     * was waited for stays: another node may have given it to its token.
     */
    public void takeBack(CertificateOrder order, Object outcome) {
        if (outcome instanceof Outcome.Issued issued && !(order.work() instanceof Work.Ask)) {
            takeBack(order.connector(), issued);
        }
    }

    private void takeBack(String connector, Outcome.Issued issued) {
        try {
            Optional<Authority> authority = defined.find(connector);
            if (authority.isEmpty() || authorities.giveUp(authority.get(), issued.certificate())) {
                LOG.warn("The CA connector {} has issued a certificate that no token has: {}", connector, issued);
            }
        } catch (AuthorityException failed) {
            LOG.warn("A certificate that no token has is not taken back: {} {}", failed.getMessage(), issued);
        }
    }
}
