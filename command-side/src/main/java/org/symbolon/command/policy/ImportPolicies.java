package org.symbolon.command.policy;

import java.util.List;

/** Create or change all these policies, or none of them. */
public record ImportPolicies(List<SavePolicy> policies) {}
