package org.symbolon.api.token;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteAsks;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.login.RequestUsers;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.token.AssignToken;
import org.symbolon.command.token.ChangePins;
import org.symbolon.command.token.ResynchronizeToken;
import org.symbolon.command.token.WithinLimits;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenLimit;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.SharedActions;
import org.symbolon.policy.enrolment.PinTerms;
import org.symbolon.policy.enrolment.TokenActions;
import org.symbolon.policy.enrolment.TokenInquiry;
import org.symbolon.policy.enrolment.TokenPolicies;
import org.symbolon.projections.token.CandidateRow;

/** Whose a token is, its PINs, and bringing it back into step with its device. */
@Component
public class TokenOwnerEndpoint implements Endpoint {

    private static final int ALREADY_ASSIGNED = 1103;
    private static final RouteAsks ASSIGNING = new RouteAsks(TokenActions.ROOM_TO_ASSIGN, TokenActions.ASSIGNMENT);

    private final CommandDispatcher commands;
    private final TokenSelection selection;
    private final RequestUsers users;
    private final UserDirectory directory;
    private final Pins pins;
    private final TokenPolicies policies;

    public TokenOwnerEndpoint(
            CommandDispatcher commands,
            TokenPolicies policies,
            TokenSelection selection,
            RequestUsers users,
            UserDirectory directory,
            PinVerifier verifier) {
        this.commands = commands;
        this.selection = selection;
        this.users = users;
        this.directory = directory;
        this.pins = new Pins(verifier);
        this.policies = policies;
    }

    @Override
    public List<Route> routes() {
        Route pins = Route.user("POST", "/token/setpin", this::setPins)
                .needs(SharedActions.SETPIN)
                .asks(TokenActions.CHOSEN_PIN)
                .raises("token_setpin")
                .does("Changes the PINs that are given.")
                .takes("serial", Shape.text("The token.").required())
                .takes("otppin", Shape.secret("What is typed with each value."))
                .takes("userpin", Shape.secret("The user's PIN of a smartcard."))
                .takes("sopin", Shape.secret("The security officer's PIN of a smartcard."))
                .takes(TokenSelection.OWNER)
                .answers(Shape.number("How many PINs were changed."))
                .refuses(601, "There is no such token.")
                .refuses(1007, "The token is revoked.");
        Route resync = Route.user("POST", "/token/resync", this::resynchronize)
                .needs(SharedActions.RESYNC)
                .raises("token_resync")
                .does("Brings a token back into step with its device by two values in sequence.")
                .takes("serial", Shape.text("The token.").required())
                .takes("otp1", Shape.secret("The first value.").required())
                .takes("otp2", Shape.secret("The next one.").required())
                .takes(TokenSelection.OWNER)
                .answers(Shape.flag("Whether the values were found; null where the type has no values.")
                        .orNull())
                .refuses(601, "There is no such token.")
                .refuses(1007, "The token is revoked.");
        Route random = makingUpPin();
        return List.of(
                assigning(),
                pins,
                pins.at("/token/setpin/<serial>"),
                random,
                random.at("/token/setrandompin/<serial>"),
                resync,
                resync.at("/token/resync/<serial>"));
    }

    private Route makingUpPin() {
        return Route.user("POST", "/token/setrandompin", this::setRandomPin)
                .needs(SharedActions.SETRANDOMPIN)
                .asks(TokenActions.RANDOM_PIN)
                .raises("token_setrandompin")
                .does("Has the server make up a PIN for a token.")
                .takes("serial", Shape.text("The token.").required())
                .takes(TokenSelection.OWNER)
                .answers(Shape.number("How many PINs were changed."))
                .tells(Shape.fields("What is shown this once.").with("pin", Shape.secret("The PIN.")))
                .refuses(301, "No policy says how long such a PIN is.")
                .refuses(303, "A policy does not allow it.")
                .refuses(601, "There is no such token.")
                .refuses(1007, "The token is revoked.");
    }

    private Route assigning() {
        return Route.user("POST", "/token/assign", ASSIGNING, this::open)
                .needs(SharedActions.ASSIGN)
                .raises("token_assign")
                .does("Gives a token to a user, and puts it into his realm.")
                .takes("serial", Shape.text("The token.").required())
                .takes("user", Shape.text("The login of its owner to be.").required())
                .takes("realm", Shape.text("The user's realm; the default realm where it is not given."))
                .takes("resolver", Shape.text("The user's resolver, where the realm has several."))
                .takes("pin", Shape.secret("Its new PIN."))
                .answers(Shape.flag("True."))
                .refuses(301, "The token is somebody else's.")
                .refuses(
                        601, "There is no such token; for a user who takes one neither if it is in other realms alone.")
                .refuses(1007, "The token is revoked.")
                .refuses(ALREADY_ASSIGNED, "The token is somebody else's.");
    }

    private Handler open(ApiRequest request) {
        TokenInquiry inquiry = TokenAsking.about(request, policies);
        List<TokenLimit> room = policies.roomToAssign(inquiry);
        return admitted -> assign(admitted, policies.ofAssignment(inquiry, TokenAsking.pin(admitted, "pin")), room);
    }

    private Reply assign(ApiRequest request, PinTerms terms, List<TokenLimit> room) {
        String serial = request.parameters().requiredNonEmpty("serial");
        request.notes().serial(serial);
        KnownUser user = users.chosen(request).orElseThrow(() -> ApiException.missingParameter("user"));
        CandidateRow token = selection.find(serial).orElseThrow(TokenSelection::notFound);
        if (token.owner() != null && !token.owner().equals(user.asOwner())) {
            throw ApiException.of(ALREADY_ASSIGNED, assignedText(request, token.owner()));
        }
        request.notes().tokenType(token.type());
        AssignToken command = new AssignToken(
                serial,
                user.asOwner(),
                pins.toKeep("pin", terms).orElse(null),
                request.caller() instanceof Caller.RealmUser);
        return commands.send(request, WithinLimits.of(room, command), (Boolean done) -> {
            request.notes().success(true);
            return Reply.value(done);
        });
    }

    private String assignedText(ApiRequest request, TokenOwner owner) {
        if (request.caller() instanceof Caller.RealmUser) {
            return "Token already assigned to another user.";
        }
        String login = directory.usernameOf(owner.resolver(), owner.userId()).orElse(owner.userId());
        KnownUser known = new KnownUser(login, owner.realm(), owner.resolver(), owner.userId());
        return "Token already assigned to user " + known.printed();
    }

    private Reply setPins(ApiRequest request) {
        PinTerms terms = policies.ofChosenPin(TokenAsking.about(request, policies), TokenAsking.pin(request, "otppin"));
        String serial = request.parameters().nonEmptyText("serial").orElseThrow(TokenSelection::notFound);
        String known = selection.require(request, serial).serial();
        ChangePins command = new ChangePins(
                known,
                pins.toKeep("otppin", terms).orElse(null),
                pin(request, "userpin"),
                pin(request, "sopin"),
                Pins.due(terms));
        return commands.send(request, command, (Integer changed) -> {
            request.notes().success(true);
            return Reply.value(changed);
        });
    }

    private Reply setRandomPin(ApiRequest request) {
        PinTerms terms =
                policies.ofRandomPin(TokenAsking.about(request, policies)).orElseThrow(() -> noRandomPins(request));
        String serial = selection.one(request).serial();
        ChangePins command =
                new ChangePins(serial, pins.toKeep("pin", terms).orElse(null), null, null, Pins.due(terms));
        return commands.send(request, command, (Integer changed) -> {
            request.notes().success(true);
            return Reply.value(changed)
                    .detail(Map.of("pin", terms.pin().map(Secret::reveal).orElse("")));
        });
    }

    private static ApiException noRandomPins(ApiRequest request) {
        Scope scope = request.caller() instanceof Caller.Administrator ? Scope.ADMIN : Scope.USER;
        return ApiException.tokenAdmin(
                "You need to specify a policy 'otp_pin_set_random' in scope " + scope.wire() + ".");
    }

    private static Secret pin(ApiRequest request, String name) {
        return request.parameters()
                .printed(name)
                .map(text -> Secret.of(Limits.check(name, text, Limits.PIN)))
                .orElse(null);
    }

    private Reply resynchronize(ApiRequest request) {
        String serial = request.parameters().required("serial");
        String first = required(request, "otp1");
        String second = required(request, "otp2");
        String known = selection.require(request, serial).serial();
        ResynchronizeToken command = new ResynchronizeToken(known, Secret.of(first), Secret.of(second));
        return commands.send(request, command, (Optional<Boolean> found) -> {
            request.notes().success(found.orElse(false));
            return Reply.value(found.orElse(null));
        });
    }

    private static String required(ApiRequest request, String name) {
        return request.parameters().printed(name).orElseThrow(() -> ApiException.missingParameter(name));
    }
}
