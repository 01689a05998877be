package org.symbolon.api.recover;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.login.BrakedLogins;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.UserName;
import org.symbolon.policy.RecoveryPolicies;

/** Whoever has forgotten his password in the user store sets another one, with a code that he is mailed. */
@Component
public class RecoverEndpoint implements Endpoint {

    private static final Shape WHO = Shape.fields("")
            .with("user", Shape.text("The login.").required())
            .with("realm", Shape.text("The user's realm; the default realm where it is not given."));

    private final UserDirectory directory;
    private final PasswordRecovery recovery;
    private final BrakedLogins braked;

    public RecoverEndpoint(UserDirectory directory, PasswordRecovery recovery, BrakedLogins braked) {
        this.directory = directory;
        this.recovery = recovery;
        this.braked = braked;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                recovering("/recover", this::mail)
                        .does("Mails a user a code with which he can set a forgotten password anew.")
                        .takes(
                                "email",
                                Shape.text("His mail address, as the user store knows it.")
                                        .required())
                        .answers(Shape.flag("True: the mail is on its way."))
                        .refuses(302, "No mail server is set for that (`recovery.identifier`).")
                        .refuses(10, "The mail was not sent."),
                recovering("/recover/reset", this::reset)
                        .does("Sets a forgotten password anew. A code is good once, and for an hour.")
                        .takes(
                                "recoverycode",
                                Shape.secret("The code that was mailed.").required())
                        .takes("password", Shape.secret("The new password.").required())
                        .answers(Shape.flag("Whether the code was good, and the password is the new one."))
                        .refuses(10, "The user store refuses the password."));
    }

    private static Route recovering(String path, Handler handler) {
        return Route.open("POST", path, handler)
                .asks(RecoveryPolicies.ACTIONS)
                .takes(WHO)
                .refuses(904, "There is no such user with this mail address, or his resolver cannot be written to.")
                .refuses(303, "A policy forbids it.")
                .refuses(403, "It was asked for too often (HTTP 429).");
    }

    private Reply mail(ApiRequest request) {
        Parameters parameters = request.parameters();
        String address = parameters.required("email");
        return ofUser(request, (name, user) -> {
            recovery.mail(request, user, address);
            request.notes().success(true);
            return Reply.value(true);
        });
    }

    private Reply reset(ApiRequest request) {
        Parameters parameters = request.parameters();
        Secret code = Secret.of(parameters.required("recoverycode"));
        Secret password = Secret.of(parameters.requiredNonEmpty("password"));
        return ofUser(request, (name, user) -> {
            boolean set = recovery.reset(request, name, user, code, password);
            request.notes().success(set);
            return Reply.value(set);
        });
    }

    /** Something about the user whom a request names, if there is one. */
    @FunctionalInterface
    private interface Step {
        Reply of(UserName name, Optional<KnownUser> user);
    }

    private Reply ofUser(ApiRequest request, Step step) {
        Parameters parameters = request.parameters();
        UserName name = directory.nameOf(parameters.required("user"), parameters.nonEmptyText("realm"), "");
        RecoveryPolicies.requireOfAnybody(request.policies());
        Optional<KnownUser> user = directory.find(name);
        user.ifPresent(known ->
                request.notes().user(known.login()).realm(known.realm()).resolver(known.resolver()));
        String account = user.map(BrakedLogins::accountOf).orElseGet(() -> BrakedLogins.accountOf(name));
        return braked.guardEach(request, "recovery/" + account, () -> step.of(name, user));
    }
}
