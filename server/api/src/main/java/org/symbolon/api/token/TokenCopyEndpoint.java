package org.symbolon.api.token;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteNeed;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.login.RequestUsers;
import org.symbolon.command.token.CopyOwner;
import org.symbolon.command.token.CopyPin;
import org.symbolon.command.token.LostTokenReplaced;
import org.symbolon.command.token.ReplaceLostToken;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.action.UserActions;
import org.symbolon.policy.enrolment.LostTokenTerms;
import org.symbolon.policy.enrolment.TokenActions;
import org.symbolon.policy.enrolment.TokenPolicies;
import org.symbolon.policy.rights.Over;
import org.symbolon.policy.rights.Right;
import org.symbolon.projections.token.CandidateRow;

/** One token in the place of another: its PIN or owner is copied, or a password replaces it when it is lost. */
@Component
public class TokenCopyEndpoint implements Endpoint {

    private static final Shape REPLACEMENT = Shape.fields("The token that replaces it.")
            .with("serial", Shape.text("Its serial."))
            .with("init", Shape.flag("True: it was enrolled."))
            .with("user", Shape.flag("True: it has the owner."))
            .with("pin", Shape.flag("True: it has the PIN."))
            .with("password", Shape.secret("Its password."))
            .with("valid_to", Shape.text("Always `xxxx`."))
            .with("end_date", Shape.time("Until when it is good."))
            .with("disable", Shape.number("How many tokens were disabled: 0 if the lost one was disabled already."));

    private final CommandDispatcher commands;
    private final TokenSelection selection;
    private final RequestUsers users;
    private final TokenPolicies policies;

    public TokenCopyEndpoint(
            CommandDispatcher commands, TokenPolicies policies, TokenSelection selection, RequestUsers users) {
        this.policies = policies;
        this.commands = commands;
        this.selection = selection;
        this.users = users;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                copying("/token/copypin", CopyPin::new)
                        .needs(AdminActions.COPYTOKENPIN, Over.NAMED)
                        .raises("token_copypin")
                        .does("Gives a token the PIN of another."),
                copying("/token/copyuser", CopyOwner::new)
                        .needs(AdminActions.COPYTOKENUSER, Over.NAMED)
                        .raises("token_copyuser")
                        .does("Gives a token the owner and the realms of another, and no PIN.")
                        .refuses(301, "The other token has no owner."),
                Route.user("POST", "/token/lost/<serial>", this::replace)
                        .doneOnce()
                        .needs(RouteNeed.of(Right.of(AdminActions.LOSTTOKEN, UserActions.LOSTTOKEN), Over.NAMED))
                        .asks(TokenActions.LOST_TOKEN)
                        .raises("token_lost")
                        .does("Replaces a lost token by a password for some days, and disables it.")
                        .takes("serial", Shape.text("The lost token."))
                        .takes(TokenSelection.OWNER)
                        .answers(REPLACEMENT)
                        .refuses(301, "It is somebody else's.")
                        .refuses(303, "A policy does not allow it.")
                        .refuses(601, "There is no such token.")
                        .refuses(905, "Its serial is too long for another one to be made of it.")
                        .refuses(1007, "It is revoked.")
                        .refuses(2012, "It has no owner."));
    }

    private Route copying(String path, BiFunction<String, String, Object> command) {
        return Route.admin("POST", path, request -> copy(request, command))
                .takes("from", Shape.text("The token to copy from.").required())
                .takes("to", Shape.text("The token to copy to.").required())
                .answers(Shape.flag("True."))
                .refuses(1007, "The token to copy to is revoked.")
                .refuses(1016, "There is no token to copy from.")
                .refuses(1017, "There is no token to copy to.");
    }

    private Reply copy(ApiRequest request, BiFunction<String, String, Object> command) {
        String from = request.parameters().required("from");
        String to = request.parameters().required("to");
        request.notes().serial(to);
        selection.find(to).ifPresent(token -> request.notes().tokenType(token.type()));
        return commands.send(request, command.apply(from, to), (Boolean done) -> {
            request.notes().success(true);
            return Reply.value(done);
        });
    }

    private Reply replace(ApiRequest request) {
        LostTokenTerms terms = policies.ofLostToken(TokenAsking.about(request, policies));
        ReplaceLostToken command = new ReplaceLostToken(lost(request).serial(), terms.password(), terms.days());
        return commands.send(request, command, (LostTokenReplaced replaced) -> {
            request.notes().success(true);
            return Reply.value(json(replaced, terms.password()));
        });
    }

    /** An administrator who says whose token was lost is told if it is not. */
    private CandidateRow lost(ApiRequest request) {
        String serial = request.parameters().required("serial");
        if (request.caller() instanceof Caller.Administrator) {
            Optional<KnownUser> user = users.chosen(request);
            Optional<CandidateRow> token = selection.find(serial);
            if (user.isPresent()
                    && token.isPresent()
                    && !user.get().asOwner().equals(token.get().owner())) {
                request.notes().serial(serial).tokenType(token.get().type());
                throw ApiException.tokenAdmin(
                        "The user " + user.get().printed() + " does not own the token " + serial + ".");
            }
        }
        return selection.require(request, serial);
    }

    private static Map<String, Object> json(LostTokenReplaced replaced, Secret password) {
        Map<String, Object> json = new HashMap<>();
        json.put("serial", replaced.serial());
        json.put("init", true);
        json.put("user", true);
        json.put("pin", true);
        json.put("valid_to", "xxxx");
        json.put("password", password.reveal());
        json.put("end_date", replaced.end());
        json.put("disable", replaced.disabled());
        return json;
    }
}
