package org.symbolon.command.policy.port;

/** Where the numbers of policies come from. */
@FunctionalInterface
public interface PolicyNumbers {

    /** A number for a new policy that no other policy has or had. */
    int nextPolicyId();
}
