package org.symbolon.command.sending;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.command.auth.LogIn;
import org.symbolon.command.auth.LoginSubject;
import org.symbolon.events.shared.Caller;

/** What every event says of its origin: who, in which role, from where, in which request, on which node. */
public final class Correlation {

    public static final String ACTOR = "actor";
    public static final String ROLE = "role";
    public static final String ACTOR_REALM = "actorRealm";
    public static final String CLIENT = "client";
    public static final String USER_AGENT = "userAgent";
    public static final String REQUEST_ID = "requestId";
    public static final String NODE = "node";

    /** The keys that are copied from a command to its events. */
    public static final List<String> KEYS = List.of(ACTOR, ROLE, ACTOR_REALM, CLIENT, USER_AGENT, REQUEST_ID, NODE);

    private static final int MOST_CHARACTERS = 256;

    private final String node;

    public Correlation(String node) {
        this.node = node;
    }

    /**
     * What is said of a request.
     *
     * @param client the address that counts as the client's
     * @param userAgent the program that sent it, perhaps empty
     */
    public Map<String, Object> ofRequest(String requestId, Caller caller, String client, String userAgent) {
        Map<String, Object> origin = new HashMap<>();
        putCaller(origin, caller);
        origin.put(CLIENT, client);
        if (!userAgent.isEmpty()) {
            origin.put(USER_AGENT, userAgent.substring(0, Math.min(userAgent.length(), MOST_CHARACTERS)));
        }
        origin.put(REQUEST_ID, requestId);
        origin.put(NODE, node);
        return origin;
    }

    /** What is said of what somebody else does because of a request, such as an event handler. */
    public Map<String, Object> ofReaction(String actor, String requestId, String client, String userAgent) {
        Map<String, Object> origin = ofRequest(requestId, Caller.ANONYMOUS, client, userAgent);
        origin.put(ACTOR, actor.substring(0, Math.min(actor.length(), MOST_CHARACTERS)));
        origin.put(ROLE, "system");
        return origin;
    }

    /** As {@link #ofRequest}, where nobody is logged in and yet the command says who does it. */
    Map<String, Object> ofCommand(Object command, Map<String, Object> origin) {
        if (!(command instanceof LogIn login)
                || !login.claims()
                || !(login.subject() instanceof LoginSubject.User user)
                || origin.containsKey(ACTOR)) {
            return origin;
        }
        Map<String, Object> claimed = new HashMap<>(origin);
        put(claimed, user.login(), "user", user.owner().realm());
        return claimed;
    }

    Map<String, Object> ofActor(String actor) {
        Map<String, Object> origin = new HashMap<>();
        origin.put(ACTOR, actor);
        origin.put(ROLE, "system");
        origin.put(NODE, node);
        return origin;
    }

    private static void putCaller(Map<String, Object> origin, Caller caller) {
        if (caller instanceof Caller.Administrator administrator) {
            put(origin, administrator.name(), "admin", administrator.realm());
        }
        if (caller instanceof Caller.RealmUser user) {
            put(origin, user.login(), "user", user.realm());
        }
        if (caller instanceof Caller.ApiKey key) {
            put(origin, key.name(), "validate", key.realm());
        }
    }

    private static void put(Map<String, Object> origin, String actor, String role, String realm) {
        origin.put(ACTOR, actor);
        origin.put(ROLE, role);
        if (!realm.isEmpty()) {
            origin.put(ACTOR_REALM, realm);
        }
    }
}
