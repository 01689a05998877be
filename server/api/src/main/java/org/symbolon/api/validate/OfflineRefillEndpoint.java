package org.symbolon.api.validate;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.LoginEnd;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.login.BrakedLogins;
import org.symbolon.api.machine.OfflineMachines;
import org.symbolon.api.validate.KeyLogins.KeyHolder;
import org.symbolon.command.token.RefillOffline;
import org.symbolon.command.token.RefillOffline.Outcome;
import org.symbolon.command.token.RefillOffline.Refilled;
import org.symbolon.command.token.RefillOffline.Refused;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.TokenScopeActions;
import org.symbolon.policy.asking.Subject;

/** Hands machines that were without a network as much as they have used up meanwhile. */
@Component
class OfflineRefillEndpoint implements Endpoint {

    private static final String SERIAL = "serial";
    private static final String REFILL_TOKEN = "refilltoken";
    private static final String PASS = "pass";
    private static final String HIDDEN = "Failed offline token refill";
    private static final int WRONG_VALUE = 401;

    private final KeyLogins tokens;
    private final OfflineMachines machines;
    private final OfflineLogins offline;
    private final CommandDispatcher commands;
    private final BrakedLogins braked;

    OfflineRefillEndpoint(
            KeyLogins tokens,
            OfflineMachines machines,
            OfflineLogins offline,
            CommandDispatcher commands,
            BrakedLogins braked) {
        this.tokens = tokens;
        this.machines = machines;
        this.offline = offline;
        this.commands = commands;
        this.braked = braked;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.open("POST", "/validate/offlinerefill", this::refill)
                .asks(List.of(TokenScopeActions.HIDE_SPECIFIC_ERROR_MESSAGE_FOR_OFFLINE_REFILL))
                .raises("validate_offlinerefill")
                .does(
                        "Hands a machine that checks log-ins by itself as many values as it has used up, beside the result"
                                + " (`auth_items`).")
                .takes(SERIAL, Shape.text("The token.").required())
                .takes(
                        REFILL_TOKEN,
                        Shape.secret("What the machine got to ask with; good once.")
                                .required())
                .takes(
                        PASS,
                        Shape.secret("What was typed there last; nothing for a key.")
                                .required())
                .answers(Shape.flag("True."))
                .refuses(WRONG_VALUE, "What was typed is not one of its values, or a policy tells no more.")
                .refuses(905, "It has not got this, or has asked with it before, or the token is out of use."));
    }

    private Reply refill(ApiRequest request) {
        Parameters parameters = request.parameters();
        String serial = parameters.requiredNonEmpty(SERIAL);
        Secret refillToken = Secret.of(parameters.requiredNonEmpty(REFILL_TOKEN));
        Secret pass = Secret.of(parameters.required(PASS));
        Optional<KeyHolder> holder = tokens.holderOf(serial);
        request.notes().serial(serial);
        holder.ifPresent(found -> note(request, found));
        RefillOffline command = new RefillOffline(
                serial,
                OfflineMachines.computer(request).orElse(""),
                refillToken,
                pass,
                machines.options(serial).orElse(null));
        return braked.guard(
                request,
                BrakedLogins.accountOfToken(serial),
                () -> commands.sendDecided(
                        request, () -> command, (Outcome outcome) -> answer(request, holder, outcome)));
    }

    private static void note(ApiRequest request, KeyHolder holder) {
        request.notes().tokenType(holder.type());
        holder.user()
                .ifPresent(user ->
                        request.notes().user(user.login()).realm(user.realm()).resolver(user.resolver()));
    }

    private Reply answer(ApiRequest request, Optional<KeyHolder> holder, Outcome outcome) {
        if (outcome instanceof Refilled refilled) {
            request.notes().success(true);
            request.loginEnded(LoginEnd.ACCEPTED);
            return offline.refilled(refilled.item());
        }
        Refused refused = (Refused) outcome;
        request.notes().actionDetail(refused.reason());
        request.loginEnded(LoginEnd.REFUSED);
        throw isHidden(request, holder)
                ? ApiException.of(WRONG_VALUE, HIDDEN)
                : ApiException.of(refused.code(), refused.reason());
    }

    private static boolean isHidden(ApiRequest request, Optional<KeyHolder> holder) {
        Subject owner = holder.flatMap(KeyHolder::user).map(Subject::of).orElse(Subject.ANYONE);
        return request.policies()
                .ask(TokenScopeActions.HIDE_SPECIFIC_ERROR_MESSAGE_FOR_OFFLINE_REFILL, owner)
                .isSet();
    }
}
