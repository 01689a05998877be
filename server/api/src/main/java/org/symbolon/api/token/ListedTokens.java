package org.symbolon.api.token;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.login.RequestUsers;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.query.token.TokenFilter;

/** Which tokens a request wants to have listed, or to have something done to. */
@Component
public class ListedTokens {

    public static final Shape FILTER = Shape.fields("")
            .with("serial", Shape.text("Only these serials; `*` stands for anything."))
            .with("type", Shape.text("Only of this type; `*` stands for anything."))
            .with("user", Shape.text("Only this user's."))
            .with("realm", Shape.text("The user's realm; the default realm where it is not given."))
            .with("resolver", Shape.text("Only of owners from this resolver; `*` stands for anything."))
            .with("userid", Shape.text("Only of owners with this id in their resolver."))
            .with("tokenrealm", Shape.text("Only in this realm; `*` stands for anything."))
            .with("assigned", Shape.flag("Only those with an owner, or only those without."))
            .with("active", Shape.flag("Only enabled ones, or only disabled ones."))
            .with("description", Shape.text("Only with this description; `*` stands for anything."))
            .with("rollout_state", Shape.text("Only in this state of enrolment."))
            .with("infokey", Shape.text("With `infovalue`: only those with this further entry."))
            .with("infovalue", Shape.text("What that entry must say."));

    private final RequestUsers users;

    public ListedTokens(RequestUsers users) {
        this.users = users;
    }

    /** The filter, which is not limited to what the caller may see. */
    public TokenFilter filter(ApiRequest request) {
        Parameters parameters = request.parameters();
        TokenFilter filter = TokenFilter.all()
                .serial(parameters.nonEmptyText("serial").orElse(null))
                .type(parameters.nonEmptyText("type").orElse(null))
                .description(parameters.nonEmptyText("description").orElse(null))
                .rolloutState(parameters.nonEmptyText("rollout_state").orElse(null))
                .realm(parameters.nonEmptyText("tokenrealm").orElse(null))
                .userId(parameters.nonEmptyText("userid").orElse(null))
                .assigned(choice(parameters, "assigned"))
                .active(choice(parameters, "active"))
                .info(
                        parameters.nonEmptyText("infokey").orElse(null),
                        parameters.nonEmptyText("infovalue").orElse(null));
        Optional<KnownUser> owner = owner(request);
        if (owner.isPresent()) {
            return filter.owner(owner.get().asOwner());
        }
        return filter.resolver(parameters.nonEmptyText("resolver").orElse(null));
    }

    /** A realm without a user names nobody, as in eduMFA: the filter by realm is {@code tokenrealm}. */
    private Optional<KnownUser> owner(ApiRequest request) {
        Optional<KnownUser> owner = users.chosen(request);
        if (owner.isEmpty() && request.parameters().nonEmptyText("realm").isPresent()) {
            throw ApiException.user("The user can not be found in any resolver in this realm!");
        }
        return owner;
    }

    private static Boolean choice(Parameters parameters, String name) {
        return parameters.nonEmptyText(name).map("true"::equalsIgnoreCase).orElse(null);
    }
}
