package org.symbolon.policy.enrolment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.shared.UserName;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.asking.UnknownUserException;
import org.symbolon.policy.rights.People;
import org.symbolon.policy.rights.TokenPlaces;
import org.symbolon.policy.rights.TokenPlaces.TokenPlace;

/** Finds out which token and whom policies are to be asked about. */
final class TokenTargets {

    private final People people;
    private final TokenPlaces tokens;

    TokenTargets(People people, TokenPlaces tokens) {
        this.people = people;
        this.tokens = tokens;
    }

    /**
     * What is meant.
     *
     * @throws UnknownUserException if a user is named who does not exist
     */
    TokenTarget of(NamedToken meant) {
        Optional<TokenPlace> token = meant.serial().flatMap(tokens::of);
        UserName name = people.nameOf(
                meant.user().orElse(""), meant.realm(), meant.resolver().orElse(""));
        Optional<KnownUser> named = name.isEmpty()
                ? Optional.empty()
                : Optional.of(people.find(name).orElseThrow(UnknownUserException::new));
        Optional<KnownUser> user =
                named.or(() -> token.flatMap(TokenPlace::owner).map(this::known));
        Optional<String> realm =
                Optional.of(user.map(KnownUser::realm).orElse(name.realm())).filter(text -> !text.isEmpty());
        String type = token.map(TokenPlace::type).orElse(meant.type());
        return new TokenTarget(token, user, named.isPresent(), realm, subject(user, token, name), type);
    }

    private KnownUser known(TokenOwner owner) {
        String login = people.loginOf(owner.resolver(), owner.userId()).orElse("");
        return new KnownUser(login, Objects.requireNonNullElse(owner.realm(), ""), owner.resolver(), owner.userId());
    }

    /** Without a user it is the one realm that counts, of the token or the one that is named. */
    private static Subject subject(Optional<KnownUser> user, Optional<TokenPlace> token, UserName name) {
        if (user.isPresent()) {
            return Subject.of(user.get());
        }
        if (!name.realm().isEmpty()) {
            return Subject.of(new UserName("", name.realm(), ""));
        }
        List<String> realms = token.map(TokenPlace::realms).orElse(List.of());
        return realms.size() == 1 ? new Subject.OfRealm(realms.get(0)) : Subject.NOBODY;
    }
}
