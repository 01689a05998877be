package org.symbolon.command.tokentype.certificate;

import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.certificate.PemText.SigningRequest;
import org.symbolon.events.tokentype.TypeAction;
import org.symbolon.events.tokentype.TypeAction.Scope;
import org.symbolon.events.tokentype.TypeAction.Step;

/** Whether a device must vouch for the key of a request, and whose word counts. */
final class AttestationRule {

    static final String PARAMETER = "attestation";

    static final TypeAction REQUIREMENT = TypeAction.string(
                    "certificate_require_attestation",
                    Step.ENROLMENT,
                    "Whether an attestation is looked at, checked where there is one, or wanted.",
                    Scope.ENROLLMENT)
            .choosing("ignore", "verify", "require_and_verify")
            .or("ignore");

    static final TypeAction FOLDERS = TypeAction.words(
                    "certificate_trusted_Attestation_CA_path",
                    Step.ENROLMENT,
                    "Directories with the certificates that attestations are checked against.",
                    Scope.ADMIN,
                    Scope.USER)
            .asWhole()
            .or("/etc/edumfa/trusted_attestation_ca");

    private static final int POLICY = 303;

    private final String rule;
    private final Optional<String> given;
    private final EnrolmentRequest request;

    AttestationRule(EnrolmentRequest request) {
        TypeTerms terms = request.circumstances().terms();
        this.rule = terms.text(REQUIREMENT.name()).orElse("ignore");
        this.given = request.text(PARAMETER).filter(text -> !text.isBlank());
        this.request = request;
    }

    /** Whose certificates are needed to follow it, where any are. */
    Optional<AttestationAuthorities> authorities() {
        if (rule.equals("ignore") || given.isEmpty()) {
            return Optional.empty();
        }
        return request.circumstances()
                .terms()
                .text(FOLDERS.name())
                .map(folders -> new AttestationAuthorities(
                        Stream.of(folders.strip().split("\\s+")).toList()));
    }

    /**
     * Lets a request pass that keeps to it.
     *
     * @throws Refusal 303 if it does not
     */
    void require(SigningRequest asked) {
        if (rule.equals("require_and_verify") && given.isEmpty()) {
            throw Refusal.of(POLICY, "A policy requires that you provide an attestation certificate.");
        }
        if (rule.equals("ignore") || given.isEmpty()) {
            return;
        }
        Attestation attestation = Attestation.of(PemText.certificates(PARAMETER, given.get()));
        AttestationAuthorities.Found trusted =
                authorities().flatMap(request.gathered()::to).orElse(AttestationAuthorities.Found.NONE);
        boolean sound = attestation.isOf(asked.key())
                && attestation.isIssuedBy(
                        trusted.certificates(), request.circumstances().now());
        if (!sound) {
            throw Refusal.of(POLICY, "The attestation certificate does not vouch for the key of the request.");
        }
    }
}
