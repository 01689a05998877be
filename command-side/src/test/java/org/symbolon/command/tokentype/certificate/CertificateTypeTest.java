package org.symbolon.command.tokentype.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.Requests;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.shared.Secret;

/** Certificates are kept, and requests until they are answered. */
class CertificateTypeTest {

    private static final Instant NOW = Instant.parse("2026-11-30T22:00:00Z");

    private final CertificateType type = new CertificateType();
    private final SoftAuthority root = SoftAuthority.root("Root");
    private final KeyPair keys = SoftAuthority.keys();
    private final Map<String, String> terms = new HashMap<>();

    private EnrolmentRequest request(Optional<TokenView> token, Gathered gathered, String... parameters) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            given.put(parameters[i], parameters[i + 1]);
        }
        Circumstances now = new Circumstances(NOW, new FakeSettings(), Chance.seeded(1), new TypeTerms(terms));
        return new EnrolmentRequest(
                "CRT1", Optional.empty(), Holder.NOBODY, given, now, token, Optional.empty(), gathered);
    }

    private EnrolmentStep enrol(String... parameters) {
        return type.enrol(request(Optional.empty(), Gathered.NOTHING, parameters));
    }

    private static TokenView token(EnrolmentStep step) {
        return new TokenView(
                "CRT1", 6, 10, 1000, "", step.state(), Map.of(), step.rolloutState(), TokenSecrets.open(Secret.EMPTY));
    }

    private String signingRequest() {
        return SoftAuthority.request("alice", keys, keys);
    }

    @Test
    void aCertificateThatIsBroughtIsKept() {
        String pem = SoftAuthority.pem(root.issue("alice", keys.getPublic())).replace("\r\n", "\n");
        EnrolmentStep step = enrol("certificate", "text before\n" + pem);

        assertThat(step.state().text("certificate")).contains(pem);
        assertThat(step.rolloutState()).isEmpty();
        assertThat(Requests.shown(Disclosure.Details.class, step.disclosures()).detail())
                .isEqualTo(Map.of("certificate", pem, "rollout_state", ""));
    }

    @Test
    void aRequestWaitsForTheCertificateOfItsKey() {
        String request = signingRequest().replace("\r\n", "\n");
        EnrolmentStep asked = enrol("request", request);
        assertThat(asked.rolloutState()).isEqualTo("pending");
        assertThat(asked.state().text("request")).contains(request);

        String own = SoftAuthority.pem(root.issue("alice", keys.getPublic()));
        String other =
                SoftAuthority.pem(root.issue("alice", SoftAuthority.keys().getPublic()));
        Optional<TokenView> waiting = Optional.of(token(asked));
        EnrolmentStep answered = type.enrol(request(waiting, Gathered.NOTHING, "certificate", own));

        assertThat(answered.rolloutState()).isEmpty();
        assertThat(asked.state().renewedBy(answered.state()).entries().keySet())
                .contains("certificate", "certificate_valid_until")
                .doesNotContain("request", "CA");
        assertThatThrownBy(() -> type.enrol(request(waiting, Gathered.NOTHING, "certificate", other)))
                .isInstanceOf(Refusal.class)
                .hasMessage("The certificate is for another key than that of the request");
    }

    @Test
    void nothingIsKeptWhereNothingIsGiven() {
        EnrolmentStep step = enrol();

        assertThat(Requests.shown(Disclosure.Details.class, step.disclosures()).detail())
                .containsEntry("certificate", null)
                .containsEntry("rollout_state", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"
            })
    void whatIsNoneIsRefused(String text) {
        for (String parameter : List.of("certificate", "request")) {
            assertThatThrownBy(() -> enrol(parameter, text))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Parameter '" + parameter + "' is not sound PEM of what it must be");
        }
    }

    @Test
    void aRequestThatIsNotSignedWithItsKeyIsRefused() {
        String foreign = SoftAuthority.request("alice", keys, SoftAuthority.keys());

        assertThatThrownBy(() -> enrol("request", foreign)).isInstanceOf(Refusal.class);
    }

    private EnrolmentStep enrolAttested(X509Certificate attestation, X509Certificate... trusted) {
        String[] parameters = {"request", signingRequest(), "attestation", SoftAuthority.pem(attestation)};
        terms.put("certificate_trusted_Attestation_CA_path", "/some/folder");
        EnrolmentRequest first = request(Optional.empty(), Gathered.NOTHING, parameters);
        Gathered gathered = type.gather(first)
                .map(AttestationAuthorities.class::cast)
                .map(wanted -> Gathered.of(wanted, new AttestationAuthorities.Found(List.of(trusted))))
                .orElse(Gathered.NOTHING);
        return type.enrol(request(Optional.empty(), gathered, parameters));
    }

    @Test
    void aDeviceVouchesForTheKey() {
        terms.put("certificate_require_attestation", "require_and_verify");
        SoftAuthority maker = root.below("Maker");
        X509Certificate word = maker.issue("Slot 9a", keys.getPublic());

        assertThat(enrolAttested(word, root.certificate(), maker.certificate()).rolloutState())
                .isEqualTo("pending");
        assertRefused(word, root.certificate());
        assertRefused(word, maker.certificate());
        assertRefused(word);
        assertRefused(
                maker.issue("Slot 9a", SoftAuthority.keys().getPublic()), root.certificate(), maker.certificate());
        assertRefused(SoftAuthority.root("Root").issue("Slot 9a", keys.getPublic()), root.certificate());
    }

    /** As a YubiKey's PIV application does: its own attestation key is certified by the maker, and known to nobody else. */
    @Test
    void aDeviceMayShowTheCertificateOfItsOwnAttestationKeyBeside() {
        terms.put("certificate_require_attestation", "require_and_verify");
        terms.put("certificate_trusted_Attestation_CA_path", "/some/folder");
        SoftAuthority device = root.below("Yubico PIV Attestation");
        String word = SoftAuthority.pem(device.issue("YubiKey PIV Attestation 9a", keys.getPublic()));
        String own = SoftAuthority.pem(device.certificate());
        String foreign = SoftAuthority.pem(
                SoftAuthority.root("Root").below("Yubico PIV Attestation").certificate());

        assertThat(enrolShowing(word + own).rolloutState()).isEqualTo("pending");
        assertThatThrownBy(() -> enrolShowing(word)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> enrolShowing(word + foreign)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> enrolShowing(word + own.repeat(5))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> enrolShowing(own + word)).isInstanceOf(Refusal.class);
    }

    private EnrolmentStep enrolShowing(String shown) {
        String[] parameters = {"request", signingRequest(), "attestation", shown};
        AttestationAuthorities wanted =
                (AttestationAuthorities) type.gather(request(Optional.empty(), Gathered.NOTHING, parameters))
                        .orElseThrow();
        Gathered trusted = Gathered.of(wanted, new AttestationAuthorities.Found(List.of(root.certificate())));
        return type.enrol(request(Optional.empty(), trusted, parameters));
    }

    private void assertRefused(X509Certificate word, X509Certificate... trusted) {
        assertThatThrownBy(() -> enrolAttested(word, trusted))
                .isInstanceOf(Refusal.class)
                .hasMessage("The attestation certificate does not vouch for the key of the request.");
    }

    @Test
    void anAttestationCanBeWantedOrLeftAlone() {
        X509Certificate worthless = SoftAuthority.root("Nobody").issue("Slot 9a", keys.getPublic());
        assertThat(enrolAttested(worthless).rolloutState()).isEqualTo("pending");

        terms.put("certificate_require_attestation", "verify");
        assertRefused(worthless);
        assertThat(enrol("request", signingRequest()).rolloutState()).isEqualTo("pending");

        terms.put("certificate_require_attestation", "require_and_verify");
        assertThatThrownBy(() -> enrol("request", signingRequest()))
                .isInstanceOf(Refusal.class)
                .hasMessage("A policy requires that you provide an attestation certificate.");
    }

    @Test
    void nobodyLogsInWithIt() {
        TokenView token = token(enrol("certificate", SoftAuthority.pem(root.issue("alice", keys.getPublic()))));

        assertThat(type.judge(
                        token,
                        Credential.of(Secret.EMPTY),
                        request(Optional.empty(), Gathered.NOTHING).circumstances()))
                .isEqualTo(Judgement.WRONG);
    }
}
