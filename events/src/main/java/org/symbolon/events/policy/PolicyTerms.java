package org.symbolon.events.policy;

import java.util.List;

/**
 * What a policy says, and for whom, where and when. An empty list stands for all.
 *
 * @param scope the part of the server that asks
 * @param clients addresses and networks; a sign in front takes one out
 * @param time when it applies, in the notation of the field; empty stands for always
 * @param checkAllResolvers whether every resolver that knows the user counts, not only the first
 * @param priority the smaller is the stronger
 */
public record PolicyTerms(
        String scope,
        List<PolicyAction> actions,
        List<String> realms,
        List<String> adminRealms,
        List<String> adminUsers,
        List<String> resolvers,
        List<String> nodes,
        List<String> users,
        List<String> clients,
        String time,
        boolean checkAllResolvers,
        int priority) {}
