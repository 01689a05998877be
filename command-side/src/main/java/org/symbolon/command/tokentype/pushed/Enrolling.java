package org.symbolon.command.tokentype.pushed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.oath.AppText;
import org.symbolon.events.shared.Secret;

/**
 * The two steps of an enrolment. In the first the server makes up a credential and shows it in an address that the telephone scans; in the
 * second the telephone proves itself with it, and keys are exchanged.
 */
final class Enrolling {

    static final String FIREBASE_TOKEN = "fbtoken";
    static final String KEY = "pubkey";
    static final String CREDENTIAL = "enrollment_credential";
    static final String ENROLLED = "enrolled";
    static final int LONGEST_FIREBASE_TOKEN = 4096;

    private static final int POLICY = 303;
    private static final int OTP_LENGTH = 6;
    private static final int CREDENTIAL_BYTES = 20;

    private final PushedActions actions;
    private final EnrolmentRequest request;

    Enrolling(PushedActions actions, EnrolmentRequest request) {
        this.actions = actions;
        this.request = request;
    }

    /** Whether the telephone does its part in it. */
    boolean isByTelephone() {
        return request.text(KEY).isPresent() && request.text(FIREBASE_TOKEN).isPresent();
    }

    /** The first step. */
    EnrolmentStep begin(AppAddress address) {
        PushedTerms terms = new PushedTerms(actions, request.circumstances().terms());
        String gateway = terms.gateway().orElseThrow(() -> missing(actions.gateway()));
        String url = terms.registrationUrl().orElseThrow(() -> missing(actions.registrationUrl()));
        String credential = request.randomness().hex(CREDENTIAL_BYTES);
        Instant until = request.circumstances().now().plus(Duration.ofMinutes(terms.minutes()));
        return EnrolmentStep.complete(
                        Secret.EMPTY,
                        OTP_LENGTH,
                        PushedState.begun(actions, gateway, request.token()),
                        List.of(
                                new Disclosure.RolloutState(EnrolmentStep.WAITING),
                                new Disclosure.TelephoneUrl(
                                        Secret.of(shown(address, terms, url, credential)), Secret.of(credential))))
                .keeping(Map.of(PushedState.CREDENTIAL, PushedState.credential(credential, until)));
    }

    private static Refusal missing(String action) {
        return Refusal.of(POLICY, "Missing enrollment policy for push token: " + action);
    }

    private String shown(AppAddress address, PushedTerms terms, String url, String credential) {
        String image = request.text("appimageurl", "");
        return address.beginning()
                + AppText.encoded(AppText.filled(request.text("tokenlabel", "<s>"), request))
                + "?url=" + AppText.encoded(url)
                + "&ttl=" + terms.minutes()
                + "&issuer=" + AppText.encoded(AppText.filled(request.text("tokenissuer", "eduMFA"), request))
                + "&enrollment_credential=" + credential
                + (image.isEmpty() ? "" : "&image=" + AppText.encoded(image))
                + "&v=1&serial=" + AppText.encoded(request.serial())
                + "&sslverify=" + terms.checksCertificate()
                + (request.flag("force_app_pin") ? "&pin=True" : "")
                + address.end();
    }

    /** The same for somebody who logs in: its question is answered once the telephone has done its part. */
    EnrolmentStep beginByLogin(AppAddress address, String prompt) {
        EnrolmentStep step = begin(address);
        String credential = step.disclosures().stream()
                .filter(Disclosure.TelephoneUrl.class::isInstance)
                .map(shown -> ((Disclosure.TelephoneUrl) shown).credential().reveal())
                .findFirst()
                .orElseThrow();
        return step.asking(Question.saying(prompt).about(PushedState.digest(credential), ""));
    }

    /** What takes a while before the second step; nothing is made for whoever may not take it. */
    Optional<Inquiry<?>> wanted() {
        return waiting().filter(this::mayFinish).map(state -> new NewServerKeys(request.serial()));
    }

    private boolean mayFinish(PushedState state) {
        return state.isShown(request.text(CREDENTIAL, ""))
                && !state.isLate(request.circumstances().now());
    }

    private Optional<PushedState> waiting() {
        return request.token().filter(Enrolling::isWaiting).map(token -> new PushedState(actions, token));
    }

    private static boolean isWaiting(TokenView token) {
        return token.rolloutState().equals(EnrolmentStep.WAITING)
                || token.rolloutState().equals(EnrolmentStep.UNVERIFIED);
    }

    /** The second step. */
    EnrolmentStep finish() {
        PushedState state = waiting().orElseThrow(Enrolling::nothingWaits);
        if (!state.isShown(request.text(CREDENTIAL, ""))) {
            throw Refusal.parameter("Invalid enrollment credential. You are not authorized to finalize this token.");
        }
        if (state.isLate(request.circumstances().now())) {
            throw Refusal.parameter("The enrollment took too long. Enroll the token anew.");
        }
        PhoneKey key = PhoneKey.sent(request.text(KEY, ""))
                .orElseThrow(() -> Refusal.parameter("The public key of the smartphone cannot be used."));
        String firebaseToken = Limits.check(FIREBASE_TOKEN, request.text(FIREBASE_TOKEN, ""), LONGEST_FIREBASE_TOKEN);
        ServerKeys keys =
                request.gathered().to(new NewServerKeys(request.serial())).orElseThrow();
        return EnrolmentStep.complete(
                        null,
                        OTP_LENGTH,
                        PushedState.enrolled(key, firebaseToken, keys),
                        List.of(
                                new Disclosure.Details(Map.of("public_key", keys.publicBody())),
                                new Disclosure.RolloutState(ENROLLED)))
                .keeping(Map.of(PushedState.PRIVATE_KEY, keys.privatePem()))
                .at(ENROLLED);
    }

    static Refusal nothingWaits() {
        return Refusal.notFound("No token with this serial number in the rollout state 'clientwait'.");
    }
}
