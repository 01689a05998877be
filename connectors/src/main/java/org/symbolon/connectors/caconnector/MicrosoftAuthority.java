package org.symbolon.connectors.caconnector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityAnswer;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.AuthorityException.Trouble;
import org.symbolon.command.caconnector.port.CertificateRequest;
import org.symbolon.command.caconnector.port.Subject;
import org.symbolon.command.examination.port.Finding;

/**
 * An authority of Microsoft's (AD CS), by way of the worker that eduMFA and privacyIDEA ask. Its templates say whom certificates name and for
 * how long, and people may have to approve requests. The worker knows no revocation: that is done at the authority.
 */
final class MicrosoftAuthority implements AuthorityKind {

    private static final Logger LOG = LoggerFactory.getLogger(MicrosoftAuthority.class);

    private static final int DENIED = 2;
    private static final int ISSUED = 3;
    private static final int ISSUED_LATER = 4;
    private static final int PENDING = 5;

    private final MicrosoftWorker worker;
    private final MicrosoftWorker briefly;

    /**
     * Makes it.
     *
     * @param briefly the same worker, for lists that somebody waits for who wants no certificate
     */
    MicrosoftAuthority(MicrosoftWorker worker, MicrosoftWorker briefly) {
        this.worker = worker;
        this.briefly = briefly;
    }

    @Override
    public AuthorityAnswer request(Authority authority, CertificateRequest request) {
        request.subject().ifPresent(subject -> requireNamed(authority, request, subject));
        WireMessage answer = worker.call(
                authority,
                "SubmitCSR",
                new WireMessage()
                        .with(1, request.pem())
                        .with(2, request.template().orElse(""))
                        .with(3, authority.required("ca")),
                5);
        return decided(authority, (int) answer.number(1), answer.text(2), Long.toString(answer.number(3)));
    }

    /** Whom a certificate names is written by the authority, perhaps from the request: so that must name him. */
    private static void requireNamed(Authority authority, CertificateRequest request, Subject subject) {
        X500Name asked = Pem.request(request.pem())
                .map(PKCS10CertificationRequest::getSubject)
                .orElseThrow(() -> new AuthorityException(authority.name(), Trouble.DENIES, "it is none"));
        List<String> names = Arrays.stream(asked.getRDNs(BCStyle.CN))
                .map(part -> IETFUtils.valueToString(part.getFirst().getValue()))
                .toList();
        if (!names.equals(List.of(subject.commonName()))) {
            throw new AuthorityException(authority.name(), Trouble.DENIES, "it does not name its owner");
        }
    }

    @Override
    public AuthorityAnswer ask(Authority authority, String requestId) {
        WireMessage answer = worker.call(
                authority,
                "GetCSRStatus",
                new WireMessage().with(1, authority.required("ca")).with(2, number(authority, requestId)),
                Integer.MAX_VALUE);
        return decided(authority, (int) answer.number(1), answer.text(2), requestId);
    }

    private static long number(Authority authority, String requestId) {
        if (!requestId.matches("\\d{1,18}")) {
            throw new AuthorityException(authority.name(), Trouble.DENIES, "it has no number");
        }
        return Long.parseLong(requestId);
    }

    /** What the authority says in words goes to the log alone. */
    private AuthorityAnswer decided(Authority authority, int disposition, String words, String requestId) {
        switch (disposition) {
            case ISSUED, ISSUED_LATER -> {
                return issued(authority, requestId);
            }
            case PENDING -> {
                return new AuthorityAnswer.Pending(requestId);
            }
            default -> {
                LOG.warn(
                        "The CA connector {} answers request {} with {}: {}",
                        authority.name(),
                        requestId,
                        disposition,
                        words);
                throw new AuthorityException(
                        authority.name(), disposition == DENIED ? Trouble.DENIES : Trouble.FAULTY, "see the log");
            }
        }
    }

    private AuthorityAnswer issued(Authority authority, String requestId) {
        WireMessage answer = worker.call(
                authority,
                "GetCertificate",
                new WireMessage().with(1, authority.required("ca")).with(2, number(authority, requestId)),
                2);
        return Pem.certificate(bare(answer.text(1)))
                .map(certificate -> new AuthorityAnswer.Issued(Pem.of(certificate), List.of()))
                .orElseThrow(() -> new AuthorityException(authority.name(), Trouble.BROKEN_OFF));
    }

    /** A certificate as Base64 is one as PEM without its first and its last line. */
    private static String bare(String text) {
        return text.contains("-----BEGIN")
                ? text
                : "-----BEGIN CERTIFICATE-----\n" + text.strip() + "\n-----END CERTIFICATE-----\n";
    }

    /** Somebody has to revoke it at the authority. */
    @Override
    public boolean giveUp(Authority authority, String certificate) {
        return true;
    }

    @Override
    public Map<String, Object> templates(Authority authority) {
        WireMessage answer =
                briefly.call(authority, "GetTemplates", new WireMessage().with(1, authority.required("ca")), 2);
        Map<String, Object> templates = new LinkedHashMap<>();
        answer.texts(1).forEach(name -> templates.put(name, ""));
        return templates;
    }

    @Override
    public List<String> choices(Authority authority) {
        return new ArrayList<>(
                briefly.call(authority, "GetCAs", new WireMessage(), 2).texts(1));
    }

    /** Nothing that the worker can be asked says how long the authority's own certificate is valid. */
    @Override
    public List<Finding> examine(Authority authority) {
        String wanted = authority.required("ca");
        if (!choices(authority).contains(wanted)) {
            throw new AuthorityException(
                    authority.name(), Trouble.DEFINITION, "its worker knows no authority " + wanted);
        }
        return List.of(
                Finding.ok("Its worker answers, and knows the authority"),
                Finding.unchecked("How long the certificate of the authority is valid is not known here"));
    }
}
