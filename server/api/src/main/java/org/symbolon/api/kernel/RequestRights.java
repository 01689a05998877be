package org.symbolon.api.kernel;

import org.springframework.stereotype.Component;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.asking.Occasion;
import org.symbolon.policy.asking.Policies;
import org.symbolon.policy.rights.CallerRights;
import org.symbolon.policy.rights.Surroundings;

/** Makes a request an occasion on which policies are asked, and finds out whose rights over what are meant. */
@Component
public final class RequestRights {

    private final Policies policies;
    private final Surroundings around;

    public RequestRights(Policies policies, Surroundings around) {
        this.policies = policies;
        this.around = around;
    }

    /**
     * From now on the request has policies and rights, and they are the same each time it asks.
     *
     * @throws ApiException 905 if what the right of its route is about is malformed
     */
    public void meet(ApiRequest request) {
        AskedPolicies asked = policies.at(occasion(request), request.notes()::addPolicy);
        request.meets(asked, new CallerRights(asked, around, RequestMatter.of(request.route(), request.parameters())));
    }

    /** A request as an occasion. */
    private static Occasion occasion(ApiRequest request) {
        return new Occasion(
                request.caller(),
                request.method(),
                request.client(),
                name -> request.header(name).orElse(null),
                request.parameters().givenText("serial").filter(text -> !text.contains("*")));
    }
}
