package org.symbolon.command.tokentype.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.command.caconnector.port.Subject;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.NativeCrypto;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.certificate.CertificateOrder.KeyFiles;
import org.symbolon.command.tokentype.certificate.CertificateOrder.Outcome;
import org.symbolon.command.tokentype.certificate.CertificateOrder.Work;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

/** What is ordered of an authority, and what becomes of a token when it has answered. */
class OrderedCertificateTest {

    private static final Instant NOW = Instant.parse("2026-11-30T22:00:00Z");
    private static final Secret KEY = Secret.of("open key");
    private static final Secret PIN = Secret.of("Secret-pin-1");
    private static final KeyFiles FILES = new KeyFiles(Secret.of("pkcs12 file"), Secret.of("locked key"));
    private static final Holder ALICE = new Holder("alice", "people", Map.of("email", "alice@example.org"));

    private final CertificateType type = new CertificateType();
    private final KeyPair keys = SoftAuthority.keys();
    private final SoftAuthority authority = SoftAuthority.root("Root");
    private final Map<String, String> terms = new HashMap<>();
    private final List<Inquiry<?>> asked = new ArrayList<>();
    private String issued;
    private Outcome outcome;

    @BeforeEach
    void prepare() {
        issued = SoftAuthority.pem(authority.issue("alice", keys.getPublic()));
        outcome = new Outcome.Issued(issued, Optional.empty());
    }

    private EnrolmentRequest request(Optional<TokenView> token, String... parameters) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            given.put(parameters[i], parameters[i + 1]);
        }
        Circumstances now = new Circumstances(NOW, new FakeSettings(), Chance.seeded(1), new TypeTerms(terms));
        return new EnrolmentRequest(
                "CRT1", Optional.empty(), ALICE, given, now, token, Optional.empty(), Gathered.NOTHING);
    }

    /** As the server does: whatever is wanted is gathered, and then it is decided. */
    private EnrolmentStep enrol(EnrolmentRequest request) {
        EnrolmentRequest prepared = request;
        Optional<Inquiry<?>> wanted = type.gather(prepared);
        while (wanted.isPresent() && !prepared.gathered().answers(wanted.get())) {
            asked.add(wanted.get());
            prepared = with(prepared, wanted.get());
            wanted = type.gather(prepared);
        }
        return type.enrol(prepared);
    }

    private EnrolmentRequest with(EnrolmentRequest request, Inquiry<?> wanted) {
        Gathered more = wanted instanceof CertificateOrder order
                ? request.gathered().and(order, outcome)
                : request.gathered()
                        .and(
                                (AttestationAuthorities) wanted,
                                new AttestationAuthorities.Found(List.of(authority.certificate())));
        return new EnrolmentRequest(
                request.serial(),
                request.owner(),
                request.holder(),
                request.parameters(),
                request.circumstances(),
                request.token(),
                request.challenge(),
                more);
    }

    private EnrolmentStep enrol(String... parameters) {
        return enrol(request(Optional.empty(), parameters));
    }

    private String signingRequest() {
        return SoftAuthority.request("somebody", keys, keys);
    }

    private Work work() {
        return ((CertificateOrder) asked.get(asked.size() - 1)).work();
    }

    private static Optional<Disclosure.KeyFiles> shownKey(EnrolmentStep step) {
        return step.disclosures().stream()
                .filter(Disclosure.KeyFiles.class::isInstance)
                .map(Disclosure.KeyFiles.class::cast)
                .findFirst();
    }

    @Test
    void aRequestIsSignedAndTheTokenSaysByWhomAndForHowLong() {
        EnrolmentStep step = enrol("ca", "mine", "request", signingRequest(), "template", "short");

        Work.Sign sign = (Work.Sign) work();
        assertThat(sign.request().template()).contains("short");
        assertThat(sign.request().subject()).isEmpty();
        assertThat(step.rolloutState()).isEmpty();
        assertThat(step.state().entries())
                .containsEntry("CA", "mine")
                .containsEntry("certificate_subject", "CN=alice")
                .containsEntry("certificate_issuer", "CN=Root")
                .containsEntry("certificate_valid_until", "2036-01-01T00:00+0000");
        assertThat(step.secrets()).isEmpty();
        assertThat(shownKey(step)).isEmpty();
    }

    @Test
    void whoEnrolsForHimselfIsNamedByHisOwnName() {
        EnrolmentRequest own = request(Optional.empty(), "ca", "mine", "request", signingRequest());
        enrol(type.boundedForOwner(own));

        assertThat(((Work.Sign) work()).request().subject())
                .contains(new Subject("alice", Optional.empty(), Optional.empty()));
    }

    @Test
    void policiesSayWhatASubjectTells() {
        terms.put("certificate_request_subject_component", "email realm");
        outcome = new Outcome.Issued(issued, Optional.of(FILES));
        enrol("ca", "mine", "genkey", "1", "keysize", "3072", "pin", PIN.reveal());

        assertThat(work())
                .isEqualTo(new Work.Make(
                        new Subject("alice", Optional.of("alice@example.org"), Optional.of("people")),
                        3072,
                        Optional.empty(),
                        PIN));
    }

    @Test
    void aKeyThatWasMadeIsKeptUnderItsPinAlone() {
        outcome = new Outcome.Issued(issued, Optional.of(FILES));
        EnrolmentStep locked = enrol("ca", "mine", "genkey", "1", "pin", PIN.reveal());
        EnrolmentStep open = enrol("ca", "mine", "genkey", "1");

        assertThat(locked.secrets()).isEqualTo(Map.of("pkcs12", FILES.pkcs12()));
        assertThat(open.secrets()).isEmpty();
        assertThat(shownKey(locked))
                .isEqualTo(shownKey(open))
                .contains(new Disclosure.KeyFiles(FILES.pkcs12(), FILES.pem()));
        assertThat(asked.toString() + locked + open).doesNotContain(PIN.reveal(), "pkcs12 file", "locked key");
    }

    private TokenView waiting(EnrolmentStep step) {
        Map<String, Object> sealed = new HashMap<>();
        step.secrets().keySet().forEach(name -> sealed.put(name, new Sealed("key", name)));
        return new TokenView(
                "CRT1",
                6,
                10,
                1000,
                "",
                step.state().after(StateChange.of(sealed)),
                Map.of(),
                step.rolloutState(),
                new TokenSecrets(() -> Secret.EMPTY, Optional::empty, (name, box) -> step.secrets()
                        .get(name)));
    }

    @Test
    void aRequestThatSomebodyMustApproveWaitsWithItsKey() {
        outcome = new Outcome.Pending("17", Optional.of(KEY));
        EnrolmentStep step = enrol("ca", "mine", "genkey", "1", "pin", PIN.reveal());
        assertThat(step.rolloutState()).isEqualTo("pending");
        assertThat(step.state().entries()).containsEntry("requestId", "17").containsEntry("CA", "mine");
        assertThat(step.secrets()).containsOnlyKeys("privatekey", "privatekey_pin");

        Optional<TokenView> waiting = Optional.of(waiting(step));
        EnrolmentStep still = enrol(request(waiting, "requestId", "17"));
        assertThat(work()).isEqualTo(new Work.Ask("17", KEY, PIN));
        assertThat(still.rolloutState()).isEqualTo("pending");

        outcome = new Outcome.Issued(issued, Optional.of(FILES));
        EnrolmentStep approved = enrol(request(waiting, "requestId", "17"));
        assertThat(approved.rolloutState()).isEqualTo("enrolled");
        assertThat(approved.secrets()).containsOnlyKeys("pkcs12");
        assertThat(waiting.get().state().renewedBy(approved.state()).entries().keySet())
                .contains("certificate", "CA")
                .doesNotContain("requestId", "privatekey", "privatekey_pin");

        outcome = new Outcome.Denied(504, "No");
        EnrolmentStep denied = enrol(request(waiting, "requestId", "17"));
        assertThat(denied.rolloutState()).isEqualTo("denied");
        assertThat(waiting.get().state().renewedBy(denied.state()).entries()).containsOnlyKeys("CA");
    }

    @Test
    void aCertificateForAnotherKeyIsNotTaken() {
        outcome = new Outcome.Pending("17", Optional.empty());
        Optional<TokenView> waiting = Optional.of(waiting(enrol("ca", "mine", "request", signingRequest())));
        String foreign =
                SoftAuthority.pem(authority.issue("alice", SoftAuthority.keys().getPublic()));
        outcome = new Outcome.Issued(foreign, Optional.empty());

        assertThatThrownBy(() -> enrol("ca", "mine", "request", signingRequest()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> enrol(request(waiting, "requestId", "17"))).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyThePendingRequestOfTheTokenIsAskedAbout() {
        outcome = new Outcome.Pending("17", Optional.empty());
        Optional<TokenView> waiting = Optional.of(waiting(enrol("ca", "mine", "request", signingRequest())));
        asked.clear();

        assertThatThrownBy(() -> enrol(request(waiting, "requestId", "18"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> enrol("requestId", "17")).isInstanceOf(Refusal.class);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"503", "504"})
    void anAuthorityThatFailsOrDeniesIsToldWithItsCode(int code) {
        outcome = code == 503 ? new Outcome.Failed(503, "Away") : new Outcome.Denied(504, "No");

        assertThatThrownBy(() -> enrol("ca", "mine", "request", signingRequest()))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void nobodyIsAskedAboutWhatIsWrongAlready() throws Exception {
        KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
        small.initialize(1024);
        KeyPair weak = small.generateKeyPair();
        String[][] wrong = {
            {"ca", "mine"},
            {"genkey", "1"},
            {"ca", "mine", "genkey", "1", "keysize", "1024"},
            {"ca", "mine", "request", "nonsense"},
            {"ca", "mine", "request", "x".repeat(30_000)},
            {"ca", "mine", "request", SoftAuthority.request("a", keys, SoftAuthority.keys())},
            {"ca", "mine", "request", SoftAuthority.request("a", weak, weak, "SHA256withRSA")}
        };
        for (String[] parameters : wrong) {
            assertThatThrownBy(() -> enrol(parameters)).isInstanceOf(Refusal.class);
        }
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MD5withRSA", "SHA1withRSA"})
    void aRequestThatIsSignedWeaklyIsRefused(String algorithm) throws Exception {
        KeyPair rsa = NativeCrypto.rsaPair(2048, new SecureRandom());

        assertThatThrownBy(() -> enrol("ca", "mine", "request", SoftAuthority.request("a", rsa, rsa, algorithm)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Parameter 'request' is signed in a way that is not strong enough");
    }

    @Test
    void theWordOfADeviceIsLookedAtBeforeTheAuthorityIsAsked() {
        terms.put("certificate_require_attestation", "require_and_verify");
        terms.put("certificate_trusted_Attestation_CA_path", "/some/folder");
        String word = SoftAuthority.pem(authority.issue("Slot 9a", keys.getPublic()));
        String foreign = SoftAuthority.pem(SoftAuthority.root("Other").issue("Slot 9a", keys.getPublic()));

        enrol("ca", "mine", "request", signingRequest(), "attestation", word);
        assertThat(asked).hasExactlyElementsOfTypes(AttestationAuthorities.class, CertificateOrder.class);
        asked.clear();
        assertThatThrownBy(() -> enrol("ca", "mine", "request", signingRequest(), "attestation", foreign))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> enrol("ca", "mine", "request", signingRequest()))
                .isInstanceOf(Refusal.class);
        assertThat(asked).doesNotHaveAnyElementsOfTypes(CertificateOrder.class);
    }

    @Test
    void authoritiesAreToldOfRevocationsOfWhatTheyHaveIssued() {
        TokenView own = waiting(enrol("ca", "mine", "request", signingRequest()));
        TokenView foreign = waiting(enrol("certificate", issued));

        assertThat(type.toldOutside(own)).isPresent();
        assertThat(type.revokedFor(own, "").entries()).containsEntry("revocation_reason", "unspecified");
        assertThat(type.revokedFor(own, "keyCompromise").entries()).containsEntry("revocation_reason", "keyCompromise");
        assertThatThrownBy(() -> type.revokedFor(own, "boredom")).isInstanceOf(Refusal.class);
        assertThat(type.toldOutside(foreign)).isEmpty();
        assertThat(type.revokedFor(foreign, "").isNothing()).isTrue();
    }
}
