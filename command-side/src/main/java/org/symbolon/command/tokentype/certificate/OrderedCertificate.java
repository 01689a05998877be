package org.symbolon.command.tokentype.certificate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.caconnector.port.CertificateRequest;
import org.symbolon.command.caconnector.port.Subject;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.certificate.CertificateOrder.Work;
import org.symbolon.command.tokentype.certificate.PemText.SigningRequest;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.CertificateFacts;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Existing;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/** What an enrolment orders of a certificate authority. */
final class OrderedCertificate {

    private static final String CONNECTOR = "ca";
    private static final String TEMPLATE = "template";
    private static final String KEY = "genkey";
    private static final String KEY_SIZE = "keysize";
    private static final String SUBJECT = "subject";
    private static final String OWNER = "owner";
    private static final int USUAL_BITS = 2048;
    private static final int MOST_BITS = 4096;

    private static final String EMAIL = "email";

    static final TypeParameter[] PARAMETERS = {
        TypeParameter.text(CONNECTOR, "The connector to the authority that issues it."),
        TypeParameter.text(TEMPLATE, "The template that it is issued by."),
        TypeParameter.flag(KEY, "Has the server make the key."),
        TypeParameter.number(KEY_SIZE, "How many bits that key has.").or(USUAL_BITS),
        TypeParameter.choice(SUBJECT, "Whom it names: its owner, or else whom the request names.", OWNER),
        TypeParameter.text(
                CertificateEntries.REQUEST_ID,
                "Asks the authority once more about a request that it had not decided about.")
    };

    static final TypeAction CA_CONNECTOR = TypeAction.string(
                    "certificate_ca_connector",
                    Step.ENROLMENT,
                    "The connector that issues, whatever the request says.",
                    Scope.ENROLLMENT)
            .offering(Existing.CA_CONNECTORS)
            .with(new TypeAction.Overwrites(CONNECTOR));

    static final TypeAction CA_TEMPLATE = TypeAction.string(
                    "certificate_template",
                    Step.ENROLMENT,
                    "The template of certificates, whatever the request says.",
                    Scope.ENROLLMENT)
            .with(new TypeAction.Overwrites(TEMPLATE));

    static final TypeAction SUBJECT_COMPONENTS = TypeAction.words(
                    "certificate_request_subject_component",
                    Step.ENROLMENT,
                    "What the subject of a request tells of the user.",
                    Scope.ENROLLMENT)
            .choosing(EMAIL, "realm")
            .several();

    private final EnrolmentRequest request;

    OrderedCertificate(EnrolmentRequest request) {
        this.request = request;
    }

    /** The parameter by which only the owner is named, whoever else a request names. */
    static EnrolmentRequest namingItsOwner(EnrolmentRequest request) {
        Map<String, String> parameters = new HashMap<>(request.parameters());
        parameters.put(SUBJECT, OWNER);
        return request.with(parameters);
    }

    /**
     * The order; empty where no authority is asked.
     *
     * @throws Refusal if something is missing for it, or malformed
     */
    Optional<CertificateOrder> order() {
        Optional<String> requestId = given(CertificateEntries.REQUEST_ID);
        if (requestId.isPresent()) {
            return Optional.of(asked(requestId.get()));
        }
        if (given(CertificateType.NAME).isPresent()) {
            return Optional.empty();
        }
        if (request.flag(KEY)) {
            return Optional.of(made(given(CONNECTOR).orElseThrow(() -> Refusal.missing(CONNECTOR))));
        }
        return given(CONNECTOR).map(this::signed);
    }

    private Optional<String> given(String parameter) {
        return request.text(parameter).filter(text -> !text.isBlank());
    }

    private CertificateOrder signed(String connector) {
        String text = given(CertificateEntries.REQUEST).orElseThrow(() -> Refusal.missing(CertificateEntries.REQUEST));
        SigningRequest asked = PemText.request(CertificateEntries.REQUEST, text);
        new AttestationRule(request).require(asked);
        Optional<Subject> subject = request.text(SUBJECT, "").equals(OWNER) ? Optional.of(ofOwner()) : Optional.empty();
        return new CertificateOrder(
                connector, new Work.Sign(new CertificateRequest(asked.text(), subject, given(TEMPLATE))));
    }

    private CertificateOrder made(String connector) {
        int bits = request.number(KEY_SIZE, USUAL_BITS, USUAL_BITS, MOST_BITS);
        return new CertificateOrder(connector, new Work.Make(ofOwner(), bits, given(TEMPLATE), request.pin()));
    }

    /** The owner as a certificate names him. */
    private Subject ofOwner() {
        if (request.holder().login().isEmpty()) {
            throw Refusal.missing("user");
        }
        String wanted =
                request.circumstances().terms().text(SUBJECT_COMPONENTS.name()).orElse("");
        return new Subject(
                request.holder().login(),
                part(wanted, EMAIL, request.holder().attribute(EMAIL)),
                part(wanted, "realm", request.holder().realm()));
    }

    private static Optional<String> part(String wanted, String name, String value) {
        boolean isWanted = List.of(wanted.split("\\s+")).contains(name);
        return Optional.of(value).filter(text -> isWanted && !text.isEmpty());
    }

    /** A request about which the authority had not decided; one that is decided meanwhile is none. */
    private CertificateOrder asked(String requestId) {
        TokenView token = request.token()
                .filter(found -> found.rolloutState().equals(CertificateType.PENDING))
                .filter(found -> found.state()
                        .text(CertificateEntries.REQUEST_ID)
                        .filter(requestId::equals)
                        .isPresent())
                .orElseThrow(() -> Refusal.parameter("No such request of the token is pending"));
        return new CertificateOrder(
                token.state().text(CertificateFacts.AUTHORITY).orElse(""),
                new Work.Ask(
                        Limits.check(CertificateEntries.REQUEST_ID, requestId, Limits.TEXT),
                        token.secret(CertificateEntries.PRIVATE_KEY).orElse(Secret.EMPTY),
                        token.secret(CertificateEntries.PIN).orElse(Secret.EMPTY)));
    }
}
