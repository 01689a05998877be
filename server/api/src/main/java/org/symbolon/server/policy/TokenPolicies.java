package org.symbolon.server.policy;

/** The policies about tokens that are enrolled, given to users and given PINs, by what they are about. */
record TokenPolicies(
        TokenLimitPolicies limits,
        PinPolicies pins,
        PinRulePolicies pinRules,
        EnrolmentPolicies enrolment,
        EnrolmentStepPolicies steps,
        LostTokenPolicies lost) {}
