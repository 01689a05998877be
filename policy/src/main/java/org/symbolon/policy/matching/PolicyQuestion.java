package org.symbolon.policy.matching;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;

/**
 * Which policies are wanted. Null in a place says that it does not matter there; an empty text does not: only policies
 * that name nobody there are for it.
 *
 * @param scope the part of the server that asks
 * @param conditions which conditions are looked at
 */
public record PolicyQuestion(
        String scope,
        String action,
        Target target,
        Administrator administrator,
        Place place,
        ConditionFacts facts,
        Conditions conditions) {

    /**
     * For whom something is done.
     *
     * @param realms the realm, or several
     * @param userResolvers all resolvers of the user in his realm, for policies that look at all of them
     */
    record Target(String user, List<String> realms, String resolver, Supplier<List<String>> userResolvers) {}

    /** Who does it; the realm is empty for a local one. */
    record Administrator(String user, String realm) {}

    /**
     * Where and when. Who asks several questions from one place reads the address once.
     *
     * @param node this server's name
     * @param client the address that counts as the client's
     * @param now the local time of the server
     */
    public record Place(String node, ParsedAddress client, LocalDateTime now) {

        public static Place of(String node, String client, LocalDateTime now) {
            return new Place(node, new ParsedAddress(client), now);
        }
    }

    private static final Target WHOEVER = new Target(null, null, null, List::of);
    private static final Administrator ANYBODY = new Administrator(null, null);
    private static final Place ANYWHERE = Place.of(null, null, null);

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
        return new PolicyQuestion(scope, null, WHOEVER, ANYBODY, ANYWHERE, ConditionFacts.NONE, Conditions.ALL);
    }

    public PolicyQuestion about(String wantedAction) {
        return new PolicyQuestion(scope, wantedAction, target, administrator, place, facts, conditions);
    }

    /** For a user; each may be null for whoever or empty for nobody. */
    public PolicyQuestion forUser(
            String login, List<String> inRealms, String fromResolver, Supplier<List<String>> allResolvers) {
        Target wanted = new Target(login, inRealms, fromResolver, allResolvers);
        return new PolicyQuestion(scope, action, wanted, administrator, place, facts, conditions);
    }

    /** For whatever an administrator does; the realm is empty for a local one. */
    public PolicyQuestion byAdmin(String login, String realm) {
        return new PolicyQuestion(scope, action, target, new Administrator(login, realm), place, facts, conditions);
    }

    public PolicyQuestion at(String onNode, String fromClient, LocalDateTime moment) {
        return at(Place.of(onNode, fromClient, moment));
    }

    public PolicyQuestion at(Place wanted) {
        return new PolicyQuestion(scope, action, target, administrator, wanted, facts, conditions);
    }

    public PolicyQuestion holding(ConditionFacts against, Conditions which) {
        return new PolicyQuestion(scope, action, target, administrator, place, against, which);
    }

    public String user() {
        return target.user;
    }

    public List<String> realms() {
        return target.realms;
    }

    public String resolver() {
        return target.resolver;
    }

    Supplier<List<String>> userResolvers() {
        return target.userResolvers;
    }

    String adminUser() {
        return administrator.user;
    }

    String adminRealm() {
        return administrator.realm;
    }

    public String node() {
        return place.node;
    }

    public String client() {
        return place.client.text();
    }

    public LocalDateTime now() {
        return place.now;
    }
}
