package org.symbolon.projections.monitoring;

import org.symbolon.events.shared.TokenOwner;
import org.symbolon.projections.shared.StorableText;

/**
 * What the figures need to know of a token.
 *
 * @param kind hardware, software or something else; empty if nobody has said
 * @param user its owner, null if it has none
 */
record CountedToken(String kind, User user, boolean active) {

    /** Who has tokens, in whatever realms. */
    record User(String resolver, String userId) {

        static User of(TokenOwner owner) {
            return owner == null ? null : new User(StorableText.of(owner.resolver()), StorableText.of(owner.userId()));
        }
    }

    CountedToken withKind(String newKind) {
        return new CountedToken(newKind, user, active);
    }

    CountedToken withUser(User newUser) {
        return new CountedToken(kind, newUser, active);
    }

    CountedToken withActive(boolean newActive) {
        return new CountedToken(kind, user, newActive);
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
