package org.symbolon.reactions.caconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.command.caconnector.RevokeCertificates;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityAnswer;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.AuthorityException.Trouble;
import org.symbolon.command.caconnector.port.CertificateAuthorities;
import org.symbolon.command.caconnector.port.CertificateRecords;
import org.symbolon.command.caconnector.port.CertificateRequest;
import org.symbolon.command.caconnector.port.PendingRequest;
import org.symbolon.command.caconnector.port.ReadyAuthorities;
import org.symbolon.command.caconnector.port.RevocationReason;
import org.symbolon.command.caconnector.port.RevokedCertificate;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.reactions.effect.EffectFailedException;

/** Authorities are told what was revoked with a token. */
class RevokeCertificatesReactionTest {

    private final List<String> told = new ArrayList<>();

    /** Authorities that note what they are told, or fail. */
    private final class Authorities implements CertificateAuthorities {

        private final Optional<Trouble> trouble;

        private Authorities(Optional<Trouble> trouble) {
            this.trouble = trouble;
        }

        @Override
        public void revoke(Authority authority, RevokedCertificate certificate) {
            trouble.ifPresent(kind -> {
                throw new AuthorityException(authority.name(), kind);
            });
            told.add(authority.name() + " " + certificate.serial());
        }

        @Override
        public AuthorityAnswer request(Authority authority, CertificateRequest request) {
            throw new AssertionError();
        }

        @Override
        public AuthorityAnswer ask(Authority authority, String requestId) {
            throw new AssertionError();
        }

        @Override
        public boolean giveUp(Authority authority, String certificate) {
            throw new AssertionError();
        }

        @Override
        public boolean publish(Authority authority, boolean forced) {
            throw new AssertionError();
        }

        @Override
        public Map<String, Object> templates(Authority authority) {
            throw new AssertionError();
        }

        @Override
        public List<String> choices(Authority authority) {
            throw new AssertionError();
        }
    }

    /** One token with two certificates. */
    private record Issued(String connector) implements ReadyAuthorities, CertificateRecords {

        @Override
        public Optional<Authority> find(String name) {
            return Optional.of(new Authority(name, "any", Map.of())).filter(found -> name.equals("mine"));
        }

        @Override
        public List<String> names() {
            return List.of("mine");
        }

        @Override
        public List<RevokedCertificate> revokedOf(String name, Instant validAt) {
            return List.of();
        }

        @Override
        public List<RevokedCertificate> revokedWith(String tokenSerial) {
            return tokenSerial.equals("CRT1") ? List.of(revoked("a1"), revoked("a2")) : List.of();
        }

        private RevokedCertificate revoked(String serial) {
            return new RevokedCertificate(connector, serial, Instant.EPOCH, RevocationReason.SUPERSEDED);
        }

        @Override
        public List<PendingRequest> pending() {
            return List.of();
        }
    }

    private void carryOut(String connector, Optional<Trouble> trouble, String serial) throws EffectFailedException {
        Issued issued = new Issued(connector);
        RevokeCertificates wanted = new RevokeCertificates(serial);
        new RevokeCertificatesReaction(new Authorities(trouble), issued, issued)
                .carryOut(new EffectOrder("id", wanted.kind(), wanted.settings(), wanted.content(), 1));
    }

    @Test
    void allCertificatesOfTheTokenAreTold() throws EffectFailedException {
        carryOut("mine", Optional.empty(), "CRT1");
        carryOut("mine", Optional.empty(), "CRT2");

        assertThat(told).containsExactly("mine a1", "mine a2");
    }

    @Test
    void anAuthorityThatIsAwayIsToldLaterAndOneThatCannotBeToldIsNot() {
        assertThatThrownBy(() -> carryOut("mine", Optional.of(Trouble.TOO_SLOW), "CRT1"))
                .isInstanceOfSatisfying(EffectFailedException.class, failed -> assertThat(failed.isPermanent())
                        .isFalse())
                .hasMessage("The CA connector mine was not done in time");
        assertThatThrownBy(() -> carryOut("mine", Optional.of(Trouble.UNABLE), "CRT1"))
                .isInstanceOfSatisfying(EffectFailedException.class, failed -> assertThat(failed.isPermanent())
                        .isTrue());
        assertThatThrownBy(() -> carryOut("lost", Optional.empty(), "CRT1"))
                .isInstanceOfSatisfying(EffectFailedException.class, failed -> assertThat(failed.isPermanent())
                        .isTrue())
                .hasMessage("There is no CA connector lost");
    }
}
