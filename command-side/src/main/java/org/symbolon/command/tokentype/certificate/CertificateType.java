package org.symbolon.command.tokentype.certificate;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.symbolon.command.caconnector.RevokeCertificates;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.AuthorityException.Trouble;
import org.symbolon.command.caconnector.port.RevocationReason;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Fetchable;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.RevokedOutside;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.command.tokentype.TypeDescription.Mode;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescription.Trigger;
import org.symbolon.command.tokentype.TypeDescriptionBuilder;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.certificate.CertificateOrder.KeyFiles;
import org.symbolon.command.tokentype.certificate.CertificateOrder.Outcome;
import org.symbolon.command.tokentype.certificate.PemText.SigningRequest;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.CertificateFacts;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/**
 * Certificates of people and their devices. An authority issues them, for a key that somebody has or for one that is made here; or one
 * that was issued elsewhere is kept, or a request for one until somebody brings it. Nobody logs in with it here.
 */
public final class CertificateType implements TokenType, RevokedOutside, Fetchable {

    static final String NAME = "certificate";
    static final String PENDING = "pending";

    private static final String APPROVED = "enrolled";
    private static final String DENIED = "denied";
    private static final int OTP_LENGTH = 6;

    private static final TypeDescription DESCRIPTION = TypeDescriptionBuilder.of(
                    NAME, "CRT", "Certificate: Enroll an x509 Certificate Token.")
            .loggingInBy(Mode.AUTHENTICATE)
            .triggered(Trigger.NEVER)
            .taking(
                    TypeParameter.text(NAME, "A certificate as PEM."),
                    TypeParameter.text(CertificateEntries.REQUEST, "A request for one (PKCS#10) as PEM."),
                    TypeParameter.text(
                            AttestationRule.PARAMETER,
                            "A certificate as PEM by which the device vouches for the key of the request."))
            .taking(OrderedCertificate.PARAMETERS)
            .keeping(CertificateEntries.kept())
            .governedBy(
                    AttestationRule.REQUIREMENT,
                    AttestationRule.FOLDERS,
                    OrderedCertificate.CA_CONNECTOR,
                    OrderedCertificate.CA_TEMPLATE,
                    OrderedCertificate.SUBJECT_COMPONENTS)
            .with(Trait.OFFERED, Trait.SELF_SERVICE, Trait.WITHOUT_PIN, Trait.READS_OWNER, Trait.SEES_PIN)
            .build();

    @Override
    public TypeDescription describe() {
        return DESCRIPTION;
    }

    /** Whoever enrols for himself is named by his own name, and not by whatever he writes into his request. */
    @Override
    public EnrolmentRequest boundedForOwner(EnrolmentRequest request) {
        return OrderedCertificate.namingItsOwner(request);
    }

    /** The word of a device is looked at before an authority is asked. */
    @Override
    public Optional<Inquiry<?>> gather(EnrolmentRequest request) {
        Optional<AttestationAuthorities> authorities = new AttestationRule(request).authorities();
        if (authorities.filter(wanted -> !request.gathered().answers(wanted)).isPresent()) {
            return authorities.map(wanted -> wanted);
        }
        Optional<CertificateOrder> order = new OrderedCertificate(request).order();
        return order.isPresent() ? order.map(wanted -> wanted) : authorities.map(wanted -> wanted);
    }

    @Override
    public EnrolmentStep enrol(EnrolmentRequest request) {
        Optional<CertificateOrder> order = new OrderedCertificate(request).order();
        if (order.isPresent()) {
            return ordered(request, order.get());
        }
        return given(request, NAME)
                .map(text -> brought(request, PemText.certificate(NAME, text)))
                .or(() -> given(request, CertificateEntries.REQUEST)
                        .map(text -> requested(request, PemText.request(CertificateEntries.REQUEST, text))))
                .orElseGet(() -> step(request, Map.of(), ""));
    }

    private static Optional<String> given(EnrolmentRequest request, String parameter) {
        return request.text(parameter).filter(text -> !text.isBlank());
    }

    /** The answer to a request must be for its key. */
    private static EnrolmentStep brought(EnrolmentRequest request, X509Certificate certificate) {
        if (waiting(request).filter(text -> !isFor(text, certificate)).isPresent()) {
            throw Refusal.parameter("The certificate is for another key than that of the request");
        }
        return step(request, CertificateEntries.of(certificate), "");
    }

    /** The request that the token has waited with so far. */
    private static Optional<String> waiting(EnrolmentRequest request) {
        return request.token()
                .filter(token -> token.rolloutState().equals(PENDING))
                .flatMap(token -> token.state().text(CertificateEntries.REQUEST));
    }

    private static boolean isFor(String text, X509Certificate certificate) {
        SigningRequest asked = PemText.request(CertificateEntries.REQUEST, text);
        return Arrays.equals(
                asked.key().getEncoded(), certificate.getPublicKey().getEncoded());
    }

    private static EnrolmentStep requested(EnrolmentRequest request, SigningRequest asked) {
        new AttestationRule(request).require(asked);
        return step(request, Map.of(CertificateEntries.REQUEST, asked.text()), PENDING);
    }

    private static EnrolmentStep ordered(EnrolmentRequest request, CertificateOrder order) {
        Outcome outcome = request.gathered().to(order).orElseThrow();
        if (outcome instanceof Outcome.Issued issued) {
            return issued(request, order, issued);
        }
        if (outcome instanceof Outcome.Pending pending) {
            return pending(request, order, pending);
        }
        if (outcome instanceof Outcome.Denied denied) {
            return denied(request, order, denied);
        }
        Outcome.Failed failed = (Outcome.Failed) outcome;
        throw Refusal.of(failed.code(), failed.message());
    }

    private static EnrolmentStep issued(EnrolmentRequest request, CertificateOrder order, Outcome.Issued issued) {
        X509Certificate certificate = PemText.certificate(NAME, issued.certificate());
        if (requestOf(order)
                .or(() -> waiting(request))
                .filter(text -> !isFor(text, certificate))
                .isPresent()) {
            AuthorityException wrong = new AuthorityException(order.connector(), Trouble.BROKEN_OFF, "another key");
            throw Refusal.of(wrong.code(), wrong.getMessage());
        }
        Map<String, Object> entries = new HashMap<>(CertificateEntries.of(certificate));
        entries.put(CertificateFacts.AUTHORITY, order.connector());
        boolean waited = order.work() instanceof CertificateOrder.Work.Ask;
        EnrolmentStep step = step(request, entries, waited ? APPROVED : "");
        return issued.key().map(key -> with(key, pin(order), step)).orElse(step);
    }

    /** The request that the order brings, if it brings one. */
    private static Optional<String> requestOf(CertificateOrder order) {
        return order.work() instanceof CertificateOrder.Work.Sign sign
                ? Optional.of(sign.request().pem())
                : Optional.empty();
    }

    private static Secret pin(CertificateOrder order) {
        if (order.work() instanceof CertificateOrder.Work.Make made) {
            return made.pin();
        }
        return order.work() instanceof CertificateOrder.Work.Ask asked ? asked.pin() : Secret.EMPTY;
    }

    /** What no PIN protects is shown this once, and not kept. */
    private static EnrolmentStep with(KeyFiles key, Secret pin, EnrolmentStep step) {
        List<Disclosure> shown = new ArrayList<>(step.disclosures());
        shown.add(new Disclosure.KeyFiles(key.pkcs12(), key.pem()));
        EnrolmentStep shows = step.showing(shown);
        return pin.isEmpty() ? shows : shows.keeping(Map.of(CertificateEntries.PKCS12, key.pkcs12()));
    }

    /** A key that was made here waits sealed, with the PIN that it will be under. */
    private static EnrolmentStep pending(EnrolmentRequest request, CertificateOrder order, Outcome.Pending pending) {
        Map<String, Object> entries = new HashMap<>();
        entries.put(CertificateFacts.AUTHORITY, order.connector());
        entries.put(CertificateEntries.REQUEST_ID, pending.requestId());
        requestOf(order).or(() -> waiting(request)).ifPresent(text -> entries.put(CertificateEntries.REQUEST, text));
        EnrolmentStep step = step(request, entries, PENDING);
        Map<String, Secret> sealed = new HashMap<>();
        pending.key().filter(key -> !key.isEmpty()).ifPresent(key -> {
            sealed.put(CertificateEntries.PRIVATE_KEY, key);
            sealed.put(CertificateEntries.PIN, pin(order));
        });
        return step.keeping(sealed);
    }

    /** Who is denied at once has no token; who was kept waiting has one that says so. */
    private static EnrolmentStep denied(EnrolmentRequest request, CertificateOrder order, Outcome.Denied denied) {
        if (!(order.work() instanceof CertificateOrder.Work.Ask)) {
            throw Refusal.of(denied.code(), denied.message());
        }
        return step(request, Map.of(CertificateFacts.AUTHORITY, order.connector()), DENIED);
    }

    /** What was there of a former life goes. */
    private static EnrolmentStep step(EnrolmentRequest request, Map<String, Object> now, String state) {
        Map<String, Object> entries = CertificateEntries.none();
        entries.putAll(now);
        if (request.token().isEmpty()) {
            entries.values().removeIf(Objects::isNull);
        }
        Map<String, Object> told = new HashMap<>();
        told.put(NAME, now.get(NAME));
        told.put("rollout_state", state);
        return EnrolmentStep.complete(
                        Secret.EMPTY, OTP_LENGTH, TypeState.of(null, entries), List.of(new Disclosure.Details(told)))
                .at(state);
    }

    /** Only an authority of ours is told. */
    @Override
    public Optional<Effect> toldOutside(TokenView token) {
        return token.state()
                .text(CertificateFacts.AUTHORITY)
                .filter(connector -> token.state().text(CertificateFacts.SERIAL).isPresent())
                .map(connector -> new RevokeCertificates(token.serial()));
    }

    @Override
    public StateChange revokedFor(TokenView token, String reason) {
        String name = reason.isEmpty() ? RevocationReason.UNSPECIFIED.text() : reason;
        RevocationReason known = RevocationReason.named(name)
                .orElseThrow(() -> Refusal.parameter("Parameter 'reason' is none of those that there are"));
        return toldOutside(token).isPresent() || !reason.isEmpty()
                ? StateChange.of(Map.of(CertificateFacts.REASON, known.text()))
                : StateChange.NONE;
    }

    @Override
    public Map<String, Secret> fetched(TokenView token) {
        return token.secret(CertificateEntries.PKCS12)
                .map(file -> Map.of(CertificateEntries.PKCS12, file))
                .orElse(Map.of());
    }

    /** Whoever holds the key proves that elsewhere. */
    @Override
    public Judgement judge(TokenView token, Credential credential, Circumstances now) {
        return Judgement.WRONG;
    }
}
