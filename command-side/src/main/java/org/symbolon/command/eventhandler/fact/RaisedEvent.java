package org.symbolon.command.eventhandler.fact;

import java.time.ZonedDateTime;
import java.util.Map;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.Secret;

/**
 * A request that raises an event, at one of its two positions: what is known of it without asking anybody.
 *
 * @param event its name, such as {@code token_init}
 * @param path that was asked for
 * @param root the address of the server as the client sees it, without a slash at the end; empty where that is unknown
 * @param client the address that counts as the client's, perhaps empty
 * @param parameters as texts, for several hold what nobody may see
 * @param noted the serials that the audit is told of, perhaps empty
 * @param now when this is, in the zone of the server
 */
public record RaisedEvent(
        String event,
        Position position,
        String method,
        String path,
        String root,
        String client,
        String userAgent,
        Caller caller,
        Map<String, Secret> parameters,
        AnswerFacts answer,
        String noted,
        ZonedDateTime now) {

    /** The text of a parameter, empty where it is not there. */
    public String parameter(String name) {
        Secret found = parameters.get(name);
        return found == null ? "" : found.reveal();
    }

    public boolean has(String parameter) {
        return parameters.containsKey(parameter);
    }

    /** Who is logged in, without his realm; empty for nobody. */
    public String login() {
        if (caller instanceof Caller.Administrator administrator) {
            return administrator.name();
        }
        return caller instanceof Caller.RealmUser user ? user.login() : "";
    }

    /** The realm of who is logged in; empty for nobody and for a local administrator. */
    public String loginRealm() {
        if (caller instanceof Caller.Administrator administrator) {
            return administrator.realm();
        }
        return caller instanceof Caller.RealmUser user ? user.realm() : "";
    }

    /** The role of who is logged in; whoever is not counts as a user. */
    public String role() {
        return caller instanceof Caller.Administrator ? "admin" : "user";
    }

    /** Shows the names of parameters only. */
    @Override
    public String toString() {
        return "RaisedEvent[" + position.word() + " " + event + " " + parameters.keySet() + "]";
    }
}
