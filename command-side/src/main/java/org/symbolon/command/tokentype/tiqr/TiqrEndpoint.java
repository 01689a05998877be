package org.symbolon.command.tokentype.tiqr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Confirmation.Outcome;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrollingEndpoint;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.TypeCall;
import org.symbolon.command.tokentype.TypeParameter;
import org.symbolon.command.tokentype.TypeReply;
import tools.jackson.databind.json.JsonMapper;

/** What the tiqr app asks and says: what it is enrolled with, its secret, and responses to what it has scanned. */
final class TiqrEndpoint implements EnrollingEndpoint {

    static final String SESSION = "session";
    static final String SECRET = "secret";
    static final String RESPONSE = "response";

    private static final String ACTION = "action";
    private static final String METADATA = "metadata";
    private static final String ENROLMENT = "enrollment";
    private static final String AUTHENTICATION = "authentication";
    private static final String SERIAL = "serial";
    private static final String TRANSACTION = "sessionKey";
    private static final String USER_ID = "userId";
    private static final String OPERATION = "operation";
    private static final JsonMapper JSON = new JsonMapper();

    private static final List<TypeParameter> PARAMETERS = List.of(
            TypeParameter.choice(ACTION, "What the app wants.", METADATA, ENROLMENT, AUTHENTICATION)
                    .or(AUTHENTICATION),
            TypeParameter.text(SERIAL, "The token that it is enrolled with."),
            TypeParameter.text(SESSION, "The enrolment, as the QR code names it."),
            TypeParameter.secret(SECRET, "Its key, in hexadecimal digits."),
            TypeParameter.text(USER_ID, "Who answers."),
            TypeParameter.text(TRANSACTION, "The challenge that is answered."),
            TypeParameter.text(RESPONSE, "The answer."),
            TypeParameter.text(OPERATION, "What the app says that it does: `login`."));

    private static String action(TypeCall call) {
        return call.text(ACTION).orElse(AUTHENTICATION);
    }

    private static String required(TypeCall call, String name) {
        return call.text(name).filter(text -> !text.isEmpty()).orElseThrow(() -> Refusal.missing(name));
    }

    static Refusal invalidSession() {
        return Refusal.parameter("Invalid Session");
    }

    @Override
    public List<TypeParameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public Optional<String> serial(TypeCall call) {
        return action(call).equals(METADATA) ? call.text(SERIAL) : Optional.empty();
    }

    @Override
    public Optional<String> transaction(TypeCall call) {
        return action(call).equals(AUTHENTICATION) ? call.text(TRANSACTION) : Optional.empty();
    }

    @Override
    public Optional<Map<String, String>> step(TypeCall call) {
        if (!action(call).equals(ENROLMENT)) {
            return Optional.empty();
        }
        Map<String, String> sent = new HashMap<>();
        List.of(SERIAL, SESSION, SECRET).forEach(name -> sent.put(name, required(call, name)));
        return Optional.of(sent);
    }

    /** No log-in enrols a token of this type. */
    @Override
    public boolean isAwaited(OpenChallenge challenge, TypeCall call) {
        return false;
    }

    /** Nobody learns which tokens there are. */
    @Override
    public Refusal nothingWaits() {
        return invalidSession();
    }

    @Override
    public TypeReply done(String serial, List<Disclosure> shown) {
        return said("OK");
    }

    private static TypeReply said(String text) {
        return TypeReply.document("text/plain; charset=utf-8", text);
    }

    @Override
    public TypeReply answer(TypeCall call, Optional<Subject> subject, Circumstances now) {
        return switch (action(call)) {
            case METADATA -> metadata(call, subject, now);
            case AUTHENTICATION -> answered(call, subject);
            default ->
                throw Refusal.parameter(
                        "Allowed actions are ['" + METADATA + "', '" + ENROLMENT + "', '" + AUTHENTICATION + "']");
        };
    }

    /** Whoever names a token and not its session learns nothing of its owner. */
    private static TypeReply metadata(TypeCall call, Optional<Subject> subject, Circumstances now) {
        String session = required(call, SESSION);
        String serial = required(call, SERIAL);
        TiqrState state = subject.map(found -> new TiqrState(found.token()))
                .filter(found -> TiqrType.isOf(found, session))
                .orElseThrow(TiqrEndpoint::invalidSession);
        TiqrSettings settings = new TiqrSettings(now.settings());
        Map<String, Object> service = Map.of(
                "displayName",
                settings.name(),
                "identifier",
                settings.service(),
                "logoUrl",
                settings.logo(),
                "infoUrl",
                settings.info(),
                "authenticationUrl",
                settings.loginUrl(),
                "ocraSuite",
                state.suite().text(),
                "enrollmentUrl",
                settings.enrolling(ENROLMENT, session, serial));
        Map<String, Object> identity = Map.of(
                "identifier", TiqrState.userId(now.holder()), "displayName", TiqrState.displayName(now.holder()));
        return TypeReply.document(
                "application/json", JSON.writeValueAsString(Map.of("service", service, "identity", identity)));
    }

    private static TypeReply answered(TypeCall call, Optional<Subject> subject) {
        List.of(USER_ID, TRANSACTION, RESPONSE, OPERATION).forEach(name -> required(call, name));
        if (subject.isEmpty()) {
            return said("INVALID_CHALLENGE");
        }
        boolean right = subject.get()
                .confirmed()
                .filter(found -> found.outcome() == Outcome.RIGHT)
                .isPresent();
        return said(right ? "OK" : "INVALID_RESPONSE:" + subject.get().attempts());
    }
}
