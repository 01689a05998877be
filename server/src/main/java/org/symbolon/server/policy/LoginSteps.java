package org.symbolon.server.policy;

import org.symbolon.server.http.validate.LoginParameters;

/** Everything that policies do about log-ins, for the table. */
record LoginSteps(
        RewritePolicies rewriting,
        ApiKeyPolicies apiKey,
        LoginTermPolicies terms,
        ClaimPolicies claims,
        UsedTokenPolicies token,
        AnswerPolicies answer,
        LoginEnrolmentPolicies enrolment,
        WebuiPolicies webui,
        LoginPagePolicies page) {

    /** No policy, but in the middle of them: the request must name a user or a token. */
    PrePolicy subject() {
        return PrePolicy.of("user or serial", request -> LoginParameters.requireSubject(request.parameters()));
    }
}
