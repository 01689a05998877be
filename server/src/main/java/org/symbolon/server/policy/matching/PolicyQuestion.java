package org.symbolon.server.policy.matching;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;

/**
 * Which policies are wanted. Null in a place says that it does not matter there; an empty text does not: only policies
 * that name nobody there are for it.
 *
 * @param scope the part of the server that asks
 * @param realms the realm, or several
 * @param userResolvers all resolvers of the user in his realm, for policies that look at all of them
 * @param node this server's name
 * @param client the address that counts as the client's
 * @param now the local time of the server
 * @param conditions which conditions are looked at
 */
public record PolicyQuestion(
        String scope,
        String action,
        List<String> realms,
        String user,
        String resolver,
        Supplier<List<String>> userResolvers,
        String adminRealm,
        String adminUser,
        String node,
        String client,
        LocalDateTime now,
        ConditionFacts facts,
        Conditions conditions) {

    /** Which conditions are looked at; some questions are asked before there is anything to hold them against. */
    public enum Conditions {
        ALL,
        USER_INFO,
        NONE;

        boolean include(CompiledCondition condition) {
            return this == ALL || (this == USER_INFO && condition.isAbout(Section.USER_INFO));
        }
    }

    /** Everything of a scope; the methods narrow it. */
    public static PolicyQuestion of(String scope) {
        return new PolicyQuestion(
                scope,
                null,
                null,
                null,
                null,
                List::of,
                null,
                null,
                null,
                null,
                null,
                ConditionFacts.NONE,
                Conditions.ALL);
    }

    public PolicyQuestion about(String wantedAction) {
        return new PolicyQuestion(
                scope,
                wantedAction,
                realms,
                user,
                resolver,
                userResolvers,
                adminRealm,
                adminUser,
                node,
                client,
                now,
                facts,
                conditions);
    }

    /** For a user; each may be null for whoever or empty for nobody. */
    public PolicyQuestion forUser(
            String login, List<String> inRealms, String fromResolver, Supplier<List<String>> allResolvers) {
        return new PolicyQuestion(
                scope,
                action,
                inRealms,
                login,
                fromResolver,
                allResolvers,
                adminRealm,
                adminUser,
                node,
                client,
                now,
                facts,
                conditions);
    }

    /** For whatever an administrator does; the realm is empty for a local one. */
    public PolicyQuestion byAdmin(String login, String realm) {
        return new PolicyQuestion(
                scope,
                action,
                realms,
                user,
                resolver,
                userResolvers,
                realm,
                login,
                node,
                client,
                now,
                facts,
                conditions);
    }

    public PolicyQuestion at(String onNode, String fromClient, LocalDateTime moment) {
        return new PolicyQuestion(
                scope,
                action,
                realms,
                user,
                resolver,
                userResolvers,
                adminRealm,
                adminUser,
                onNode,
                fromClient,
                moment,
                facts,
                conditions);
    }

    public PolicyQuestion holding(ConditionFacts against, Conditions which) {
        return new PolicyQuestion(
                scope,
                action,
                realms,
                user,
                resolver,
                userResolvers,
                adminRealm,
                adminUser,
                node,
                client,
                now,
                against,
                which);
    }
}
