package org.symbolon.api.register;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.login.BrakedLogins;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.RegistrationPolicies;
import org.symbolon.policy.RegistrationTerms;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.enrolment.TokenActions;

/** People register themselves, where policies say to which user store they are added and by which mail server they get a code. */
@Component
public class RegisterEndpoint implements Endpoint {

    private static final int LOGIN = 64;

    private static final String EMAIL = "email";

    /** What is to be known of whoever registers. */
    private static final List<String> NEEDED = List.of("surname", "givenname", EMAIL);

    private static final List<String> WELCOME = List.of("mobile", "phone");

    private static final List<Action> ASKED = Stream.of(RegistrationPolicies.ACTIONS, TokenActions.SERVERS_OWN)
            .flatMap(List::stream)
            .toList();

    private final RegistrationPolicies policies;
    private final Registrations registrations;
    private final BrakedLogins braked;

    public RegisterEndpoint(RegistrationPolicies policies, Registrations registrations, BrakedLogins braked) {
        this.policies = policies;
        this.registrations = registrations;
        this.braked = braked;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", "/register", RegisterEndpoint::isPossible)
                        .asks(RegistrationPolicies.POSSIBLE)
                        .does("Tells whether people can register themselves.")
                        .answers(Shape.flag("Whether a policy says where new users are added.")),
                Route.open("POST", "/register", this::register)
                        .asks(ASKED)
                        .does("Adds a user to the user store that a policy names, and mails him a code for one log-in.")
                        .takes("username", Shape.text("His login.").required())
                        .takes("surname", Shape.text("His surname.").required())
                        .takes("givenname", Shape.text("His given name.").required())
                        .takes(EMAIL, Shape.text("Where the code goes.").required())
                        .takes(
                                "password",
                                Shape.secret("His password in the user store.").required())
                        .takes("mobile", Shape.text("His mobile telephone."))
                        .takes("phone", Shape.text("His telephone."))
                        .answers(Shape.flag("True: the mail is on its way."))
                        .refuses(
                                402,
                                "Policies do not let him register, or the mail was not sent; then nothing is left.")
                        .refuses(904, "The resolver cannot be written to.")
                        .refuses(10, "The user store refuses him.")
                        .refuses(303, "Policies contradict each other, or there are too many tokens.")
                        .refuses(403, "Too many have registered from there, or with this mail address (HTTP 429)."));
    }

    private static Reply isPossible(ApiRequest request) {
        boolean possible = RegistrationPolicies.isPossible(request.policies());
        request.notes().success(true);
        return Reply.value(possible);
    }

    private Reply register(ApiRequest request) {
        Parameters parameters = request.parameters();
        RegistrationTerms terms = policies.of(request.policies());
        parameters.nonEmptyText("username").ifPresent(request.notes()::user);
        requireAdmitted(parameters.text(EMAIL), terms);
        NewUser user = newUser(parameters);
        String account = "registration/" + user.email().toLowerCase(Locale.ROOT);
        return braked.guardEach(request, account, () -> {
            registrations.register(request, user, terms);
            request.notes().success(true);
            return Reply.value(true);
        });
    }

    private static void requireAdmitted(Optional<String> address, RegistrationTerms terms) {
        if (address.filter(given -> !terms.admit(given)).isPresent()) {
            throw ApiException.registration("This email address is not allowed to register!");
        }
    }

    private static NewUser newUser(Parameters parameters) {
        String login = Limits.check("username", parameters.requiredNonEmpty("username"), LOGIN);
        Map<String, String> attributes = new HashMap<>();
        NEEDED.forEach(name -> attributes.put(name, parameters.requiredNonEmpty(name)));
        WELCOME.forEach(name -> parameters.nonEmptyText(name).ifPresent(text -> attributes.put(name, text)));
        attributes.forEach((name, text) -> Limits.check(name, text, Limits.TEXT));
        return new NewUser(login, attributes, Secret.of(parameters.requiredNonEmpty("password")));
    }

    /**
     * Somebody who registers himself.
     *
     * @param attributes what is to be known of him beside his login
     */
    record NewUser(String login, Map<String, String> attributes, Secret password) {

        NewUser {
            attributes = Map.copyOf(attributes);
        }

        String email() {
            return attributes.get(EMAIL);
        }
    }
}
