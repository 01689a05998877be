package org.symbolon.events.shared;

/**
 * A user whom a resolver knows.
 *
 * @param login the name that was typed, without its realm
 * @param userId the resolver's own id
 */
public record KnownUser(String login, String realm, String resolver, String userId) {

    /** The user as tokens know their owner. */
    public TokenOwner asOwner() {
        return new TokenOwner(resolver, userId, realm);
    }

    /** As messages print a user. */
    public String printed() {
        return "User(login='" + login + "', realm='" + realm + "', resolver='" + resolver + "')";
    }
}
