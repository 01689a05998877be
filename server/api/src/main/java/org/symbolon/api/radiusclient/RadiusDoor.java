package org.symbolon.api.radiusclient;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.ForeignRequests;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.PostponedRequests;
import org.symbolon.api.kernel.Postponement;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.RequestHeaders;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.WireText;
import org.symbolon.api.management.DatabasePresence;
import org.symbolon.api.validate.LoginAnswers;
import org.symbolon.api.validate.LoginRequest;
import org.symbolon.api.validate.ValidateEndpoint;
import org.symbolon.command.auth.Asked;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.radiusclient.port.RadiusLogin;
import org.symbolon.command.radiusclient.port.RadiusLogins;
import org.symbolon.command.radiusclient.port.RadiusVerdict;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.Network;
import org.symbolon.policy.LoginActions;
import org.symbolon.policy.LoginQuestion.Way;

/**
 * Makes a request of a log-in that came by RADIUS, so that it is decided as any other: by the same policies, braked, audited, measured.
 * What decides it is one command, the same as for a log-in over HTTP.
 */
@Component
public final class RadiusDoor implements RadiusLogins {

    /** The audit's and the policies' name for it. */
    public static final Route ROUTE = Route.open("RADIUS", "/access-request", request -> Reply.empty(204))
            .asks(LoginActions.of(Way.RADIUS))
            .raises("validate_check")
            .does("Checks a log-in that comes by RADIUS.");

    /** What policies know RADIUS clients by. */
    static final String PROGRAM = "RADIUS";

    private static final String CALLER = "Calling-Station-Id";
    private static final int SERVER_AT_FAULT = 500;

    private final ValidateEndpoint validate;
    private final ForeignRequests requests;
    private final PostponedRequests postponed;
    private final UserDirectory users;
    private final DatabasePresence database;

    RadiusDoor(
            ValidateEndpoint validate,
            ForeignRequests requests,
            PostponedRequests postponed,
            UserDirectory users,
            DatabasePresence database) {
        this.validate = validate;
        this.requests = requests;
        this.postponed = postponed;
        this.users = users;
        this.database = database;
    }

    @Override
    public boolean areReady() {
        return !database.isAway();
    }

    @Override
    public void decide(RadiusLogin login, Consumer<RadiusVerdict> answer) {
        decide(login, request(login), answer);
    }

    private void decide(RadiusLogin login, ApiRequest request, Consumer<RadiusVerdict> answer) {
        Reply reply;
        try {
            reply = requests.handle(request);
        } catch (ApiException refusal) {
            answer.accept(refused(refusal));
            return;
        }
        if (reply.postponement().isPresent()) {
            ApiRequest again = resumed(login, request, reply.postponement().get());
            postponed.add(reply.postponement().get(), () -> login.later().execute(() -> decide(login, again, answer)));
            return;
        }
        answer.accept(((RadiusAnswer) reply.envelope().value()).verdict());
    }

    /** As event handlers have left it, who have had their turns before it. */
    private ApiRequest resumed(RadiusLogin login, ApiRequest before, Postponement until) {
        ApiRequest again = request(login);
        again.parameters(before.parameters());
        again.resumed(until.key());
        return again;
    }

    /** Where the server is at fault, another one may do better. */
    private static RadiusVerdict refused(ApiException refusal) {
        return refusal.status() >= SERVER_AT_FAULT
                ? new RadiusVerdict.Unanswered()
                : new RadiusVerdict.Rejected(refusal.getMessage());
    }

    private ApiRequest request(RadiusLogin login) {
        ApiRequest request = new ApiRequest(route(login), ROUTE.method(), headers(login), login.address());
        request.parameters(Parameters.of(parameters(login)));
        Optional<String> caller = caller(login);
        request.client(caller.orElse(login.address()));
        if (caller.isEmpty()) {
            request.comesFromMany();
        }
        return request;
    }

    /** It differs in who answers, and in nothing that policies, the audit or meters look at. */
    private Route route(RadiusLogin login) {
        return ROUTE.answeredBy(request -> {
            requireReadable(login);
            return opened -> validate.checkByRadius(opened, RadiusDoor::answered);
        });
    }

    private static void requireReadable(RadiusLogin login) {
        login.state().ifPresent(WireText::checked);
        WireText.checked(login.user());
        WireText.checked(login.password().reveal());
        requirePassword(login);
    }

    private static void requirePassword(RadiusLogin login) {
        switch (login.method()) {
            case PAP -> {}
            case CHAP, MS_CHAP ->
                throw ApiException.validate("Nobody can log in with CHAP or MS-CHAP here: let the client use PAP.");
            case EAP -> throw ApiException.validate("Nobody can log in with EAP here: let the client use PAP.");
            case NONE -> throw ApiException.validate("The client sends no password.");
        }
    }

    private static Reply answered(LoginRequest login, Decision decision) {
        String line = LoginAnswers.line(login, decision);
        RadiusVerdict verdict =
                switch (decision.outcome()) {
                    case ACCEPTED -> new RadiusVerdict.Accepted(line, attributes(login, decision));
                    case REFUSED -> new RadiusVerdict.Rejected(line);
                    case ASKING -> asked(decision.asked(), line);
                    case ENROLLING -> asked(decision.enrolled().asked(), line);
                };
        return Reply.value(new RadiusAnswer(verdict, () -> LoginAnswers.check(login, decision, false)));
    }

    private static List<RadiusVerdict.Attribute> attributes(LoginRequest login, Decision decision) {
        return login.told(decision.concernedSerial()).radiusAttributes().stream()
                .map(attribute -> new RadiusVerdict.Attribute(attribute.type(), attribute.value()))
                .toList();
    }

    private static RadiusVerdict asked(Asked asked, String line) {
        return asked.transactionId() == null
                ? new RadiusVerdict.Rejected(line)
                : new RadiusVerdict.Challenged(line, asked.transactionId());
    }

    /** Those that hold what no text may hold are left out before anybody looks at them, and refused when it is known that they are. */
    private Map<String, Object> parameters(RadiusLogin login) {
        Map<String, Object> parameters = new HashMap<>();
        if (hasNul(login.user())
                || hasNul(login.password().reveal())
                || hasNul(login.state().orElse(""))) {
            return parameters;
        }
        parameters.put("user", login.user());
        parameters.put("pass", login.password().reveal());
        login.state().ifPresent(state -> parameters.put("transaction_id", state));
        realm(login).ifPresent(realm -> parameters.put("realm", realm));
        return parameters;
    }

    /** The client's realm is for those who name none. */
    private Optional<String> realm(RadiusLogin login) {
        String realm = login.client().realm();
        if (realm.isEmpty()) {
            return Optional.empty();
        }
        String split = users.nameOf(login.user(), Optional.of(realm), "").login();
        return split.equals(login.user().strip()) ? Optional.of(realm) : Optional.empty();
    }

    /** Policies look at what the client tells of itself and its user as at the headers of a request. */
    private static RequestHeaders headers(RadiusLogin login) {
        Map<String, String> headers = new HashMap<>();
        login.told().forEach((name, value) -> {
            if (!hasNul(value)) {
                headers.put(lower(name), value);
            }
        });
        headers.put(lower("User-Agent"), PROGRAM + "/" + login.client().name());
        return name ->
                Optional.ofNullable(headers.get(lower(name))).map(List::of).orElse(List.of());
    }

    private static boolean hasNul(String text) {
        return text.indexOf(0) >= 0;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Optional<String> caller(RadiusLogin login) {
        return login.client().callerAddress()
                ? Optional.ofNullable(login.told().get(CALLER))
                        .map(String::strip)
                        .filter(address -> Network.address(address).isPresent())
                : Optional.empty();
    }
}
