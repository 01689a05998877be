package org.symbolon.api.token;

import java.util.Locale;
import java.util.Optional;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.enrolment.NamedToken;
import org.symbolon.policy.enrolment.TokenInquiry;
import org.symbolon.policy.enrolment.TokenPolicies;

/** Tells policies which token a request is about, and what it says of it. */
final class TokenAsking {

    private TokenAsking() {}

    /** Begins to ask about a token that is there already. */
    static TokenInquiry about(ApiRequest request, TokenPolicies policies) {
        return about(request, TokenTypes.DEFAULT, policies);
    }

    /** Begins to ask about a token that is to be enrolled, perhaps anew. */
    static TokenInquiry aboutNew(ApiRequest request, TokenPolicies policies) {
        return about(request, type(request.parameters()), policies);
    }

    private static TokenInquiry about(ApiRequest request, String type, TokenPolicies policies) {
        Parameters parameters = request.parameters();
        NamedToken meant = new NamedToken(
                parameters.givenText("serial"),
                parameters.givenText("user"),
                parameters.givenText("realm"),
                parameters.givenText("resolver"),
                type);
        return policies.about(request.policies(), meant);
    }

    /** The type that a new token is to have. */
    static String type(Parameters parameters) {
        return parameters.givenText("type").orElse(TokenTypes.DEFAULT).toLowerCase(Locale.ROOT);
    }

    /** The PIN in this parameter, perhaps an empty one. */
    static Optional<Secret> pin(ApiRequest request, String parameter) {
        return request.parameters().printed(parameter).map(Secret::of);
    }
}
