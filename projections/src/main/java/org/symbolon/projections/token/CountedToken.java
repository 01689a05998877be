package org.symbolon.projections.token;

import java.util.List;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.projections.shared.StorableText;

/**
 * What is counted of a token.
 *
 * @param kind hardware, software or something else; empty if nobody has said
 * @param user its owner, null if it has none
 * @param realms the numbers of its realms, in their order
 */
record CountedToken(String type, String rolloutState, boolean active, String kind, User user, List<Integer> realms) {

    /** Who has tokens, in whatever realms. */
    record User(String resolver, String userId) {

        static User of(TokenOwner owner) {
            return owner == null ? null : new User(StorableText.of(owner.resolver()), StorableText.of(owner.userId()));
        }
    }

    /** What tokens have in common that lists count together. */
    record Likeness(
            String type, String rolloutState, boolean active, boolean owned, String resolver, List<Integer> realms) {}

    CountedToken withRolloutState(String newState) {
        return new CountedToken(type, newState, active, kind, user, realms);
    }

    CountedToken withActive(boolean newActive) {
        return new CountedToken(type, rolloutState, newActive, kind, user, realms);
    }

    CountedToken withKind(String newKind) {
        return new CountedToken(type, rolloutState, active, newKind, user, realms);
    }

    CountedToken withUser(User newUser) {
        return new CountedToken(type, rolloutState, active, kind, newUser, realms);
    }

    CountedToken withRealms(List<Integer> newRealms) {
        return new CountedToken(type, rolloutState, active, kind, user, newRealms);
    }

    Likeness likeness() {
        return new Likeness(type, rolloutState, active, user != null, user == null ? "" : user.resolver(), realms);
    }

    /** Whether its owner is a user with an enabled token because of it. */
    boolean equips() {
        return active && user != null;
    }

    /** What it adds to the figures by itself; the users are counted elsewhere, since one may have several tokens. */
    FigureChange figures() {
        boolean isHardware = kind.equals("hardware");
        return new FigureChange(
                1,
                isHardware ? 1 : 0,
                kind.equals("software") ? 1 : 0,
                isHardware && user == null ? 1 : 0,
                user == null ? 0 : 1,
                0);
    }
}
