package org.symbolon.api.validate;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Refusals;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.validate.ChallengesForAnybody.Made;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.tokentype.Discoverable;
import org.symbolon.command.tokentype.Discoverable.Invitation;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.policy.LoginActions;
import org.symbolon.policy.LoginQuestion.Way;

/** Begins a log-in of somebody who does not say who he is: any device may answer that keeps a key for the domain. Nothing is kept of it. */
@Component
public class InitializeEndpoint implements Endpoint {

    private static final String TRANSACTION = "transaction_id";

    private static final Shape INVITATION = Shape.fields("What the browser needs.")
            .with("challenge", Shape.text("The characters that are to be signed, as they stand."))
            .with("message", Shape.text("What the user is told."))
            .with("rpId", Shape.text("The domain that the key must be for."))
            .with(TRANSACTION, Shape.text("The transaction, once more."))
            .with(
                    "user_verification",
                    Shape.choice(
                            "Whether the device is to find out who uses it.", "required", "preferred", "discouraged"));

    private final LoginRequests requests;
    private final TokenTypes types;
    private final ChallengesForAnybody challenges;
    private final Invitations invitations;

    public InitializeEndpoint(
            LoginRequests requests, TokenTypes types, ChallengesForAnybody challenges, Invitations invitations) {
        this.requests = requests;
        this.types = types;
        this.challenges = challenges;
        this.invitations = invitations;
    }

    @Override
    public List<Route> routes() {
        return Stream.of("GET", "POST").map(this::route).toList();
    }

    private Route route(String method) {
        return Route.open(method, "/validate/initialize", this::begin)
                .asks(LoginActions.of(Way.TRIGGER))
                .does("Begins a log-in without a name, as privacyIDEA does; the key that answers it says whose it is.")
                .takes(
                        "type",
                        Shape.text("Of which type; there is but `passkey`.").required())
                .takes("realm", Shape.text("Whose policies hold; none where it is not given."))
                .answers(Shape.flag("False: nobody is in yet."))
                .tells(shape())
                .refuses(303, "No policy says for which domain, or one passes over such tokens.");
    }

    private Shape shape() {
        Shape shape = Shape.fields("What any device may answer.")
                .with(TRANSACTION, Shape.text("The transaction that the answer must name."));
        for (TokenType type : types.types()) {
            if (type instanceof Discoverable) {
                shape = shape.with(type.name(), INVITATION);
            }
        }
        return shape;
    }

    private Reply begin(ApiRequest request) {
        String name = request.parameters()
                .nonEmptyText("type")
                .orElseThrow(() -> ApiException.parameter("Missing parameter: type"));
        TokenType type = types.find(name)
                .filter(Discoverable.class::isInstance)
                .orElseThrow(() -> ApiException.parameter(
                        "Unsupported token type '" + name + "' for authentication initialization!"));
        LoginRequest login = requests.ofNobody(request);
        if (login.asked().terms().disable(type.name())) {
            throw ApiException.policy("The authentication method is not available.");
        }
        Invitation invitation = invitation(type, login.asked().terms());
        Made made = challenges.make(invitation.verifies(), invitation.seconds());
        request.notes().success(true).tokenType(type.name()).info(invitation.message());
        return Reply.value(false)
                .detail(Map.of(type.name(), told(made, invitation), TRANSACTION, made.transactionId()))
                .authentication("CHALLENGE");
    }

    private Invitation invitation(TokenType type, LoginTerms terms) {
        try {
            return invitations.of(type, terms);
        } catch (Refusal refusal) {
            throw Refusals.onTheWire(refusal);
        }
    }

    private static Map<String, Object> told(Made made, Invitation invitation) {
        return Map.of(
                "challenge",
                made.challenge(),
                "message",
                invitation.message(),
                "rpId",
                invitation.relyingPartyId(),
                TRANSACTION,
                made.transactionId(),
                "user_verification",
                invitation.verification());
    }
}
