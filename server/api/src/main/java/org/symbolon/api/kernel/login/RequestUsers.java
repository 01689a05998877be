package org.symbolon.api.kernel.login;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.RequestIdentity;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.shared.UserName;

/** Finds the user whom a request is about, and notes him for the audit. */
@Component
public class RequestUsers implements RequestIdentity {

    private final UserDirectory directory;

    public RequestUsers(UserDirectory directory) {
        this.directory = directory;
    }

    /** A user acts for himself and nobody else, whatever his request says; all others for whom their request names. */
    @Override
    public void identify(ApiRequest request) {
        if (request.caller() instanceof Caller.RealmUser caller) {
            UserName name = new UserName(caller.login(), caller.realm(), caller.resolver());
            KnownUser known = directory.find(name).orElseThrow(() -> unknown(name));
            request.parameters(request.parameters()
                    .with(Map.of(
                            "user", known.login(),
                            "realm", known.realm(),
                            "resolver", known.resolver())));
            request.caller(new Caller.RealmUser(known.login(), known.realm(), known.resolver()));
            noteSerial(request);
            return;
        }
        noteSerial(request);
        noteNames(request);
    }

    /** What a request names goes to the audit, whatever its handler makes of it. */
    private static void noteSerial(ApiRequest request) {
        request.parameters().givenText("serial").ifPresent(request.notes()::serial);
    }

    private void noteNames(ApiRequest request) {
        Optional<String> user = request.parameters().givenText("user");
        Optional<String> realm = request.parameters().givenText("realm");
        Optional<String> resolver = request.parameters().givenText("resolver");
        if (user.isPresent() || realm.isPresent() || resolver.isPresent()) {
            UserName name = directory.nameOf(user.orElse(""), realm, resolver.orElse(""));
            request.notes().user(name.login()).realm(name.realm()).resolver(name.resolver());
        }
    }

    /** Whom parameters name, found or not. */
    public UserName named(Parameters parameters) {
        return directory.nameOf(
                parameters.text("user").orElse(""),
                parameters.nonEmptyText("realm"),
                parameters.text("resolver").orElse(""));
    }

    /** Notes for the audit whom the parameters of a log-in name: the user who was found, or else the name. */
    public void note(ApiRequest request, Parameters parameters, Optional<KnownUser> found) {
        if (found.isPresent()) {
            note(request, found.get());
            return;
        }
        note(request, named(parameters));
    }

    private static void note(ApiRequest request, UserName name) {
        request.notes().user(name.login()).realm(name.realm()).resolver(name.resolver());
    }

    /**
     * The user whom an administrative request names; empty if it names none.
     *
     * @throws ApiException 904 if there is no such user
     */
    public Optional<KnownUser> chosen(ApiRequest request) {
        UserName name = named(request.parameters());
        note(request, name);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        KnownUser user = directory.find(name).orElseThrow(RequestUsers::noSuchUser);
        note(request, user);
        return Optional.of(user);
    }

    /** A request that names a token and no user is about the token's owner. */
    public void noteOwner(ApiRequest request, TokenOwner owner) {
        request.notes()
                .user(directory.loginOf(owner.resolver(), owner.userId()).orElse(""))
                .realm(Objects.requireNonNullElse(owner.realm(), ""))
                .resolver(owner.resolver());
    }

    private static void note(ApiRequest request, KnownUser user) {
        request.notes().user(user.login()).realm(user.realm()).resolver(user.resolver());
    }

    /** The refusal of an administrative request about somebody who does not exist. */
    public static ApiException noSuchUser() {
        return ApiException.user("The user can not be found in any resolver in this realm!");
    }

    /** The refusal of a log-in of somebody who does not exist. */
    public ApiException unknown(Parameters parameters) {
        return unknown(named(parameters));
    }

    private static ApiException unknown(UserName name) {
        return ApiException.user("User " + name.printed() + " does not exist.");
    }
}
