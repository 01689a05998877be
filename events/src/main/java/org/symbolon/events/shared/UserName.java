package org.symbolon.events.shared;

/**
 * Whom a request names, before anybody has looked for him. Empty texts stand for what was not said.
 *
 * @param login the name without its realm
 */
public record UserName(String login, String realm, String resolver) {

    public boolean isEmpty() {
        return login.isEmpty();
    }

    /** As messages print a user: {@code <login@realm>}, with the resolver when one was named. */
    public String printed() {
        String where = resolver.isEmpty() ? login : login + "." + resolver;
        return realm.isEmpty() ? "<" + where + ">" : "<" + where + "@" + realm + ">";
    }
}
