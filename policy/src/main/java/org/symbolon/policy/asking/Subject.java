package org.symbolon.policy.asking;

import java.util.List;
import java.util.function.Function;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.UserName;
import org.symbolon.policy.matching.PolicyQuestion;

/** Whom a question to the policies is about. */
public sealed interface Subject {

    /** It does not matter: what policies say of users, realms and resolvers is not looked at. */
    Subject ANYONE = new Anyone();

    /** There is no user: only policies that are for everybody are meant. */
    Subject NOBODY = new Named(new UserName("", "", ""), null);

    /** No place at all: only rights that no realm, resolver or user limits reach there. */
    Subject NOWHERE = new Place("", "");

    /**
     * The question for this subject.
     *
     * @param resolvers all resolvers of the user in his realm
     */
    PolicyQuestion narrow(PolicyQuestion question, Function<UserName, List<String>> resolvers);

    record Anyone() implements Subject {
        @Override
        public PolicyQuestion narrow(PolicyQuestion question, Function<UserName, List<String>> resolvers) {
            return question;
        }
    }

    /** A realm as a whole, or what one resolver brings into it; no user, and nothing that conditions on users could look at. */
    record Place(String realm, String resolver) implements Subject {
        @Override
        public PolicyQuestion narrow(PolicyQuestion question, Function<UserName, List<String>> resolvers) {
            return question.forUser("", List.of(realm), resolver, List::of);
        }
    }

    /** Whoever is in the realm. */
    record OfRealm(String realm) implements Subject {
        @Override
        public PolicyQuestion narrow(PolicyQuestion question, Function<UserName, List<String>> resolvers) {
            return question.forUser(null, List.of(realm), null, List::of);
        }
    }

    /** Whomever a resolver brings into the realm. */
    record OfResolver(String realm, String resolver) implements Subject {
        @Override
        public PolicyQuestion narrow(PolicyQuestion question, Function<UserName, List<String>> resolvers) {
            return question.forUser(null, List.of(realm), resolver, List::of);
        }
    }

    /**
     * A user.
     *
     * @param known null if no resolver knows him, or nobody has looked
     */
    record Named(UserName name, KnownUser known) implements Subject {
        @Override
        public PolicyQuestion narrow(PolicyQuestion question, Function<UserName, List<String>> resolvers) {
            String resolver = known == null ? name.resolver() : known.resolver();
            return question.forUser(name.login(), List.of(name.realm()), resolver, () -> resolvers.apply(name));
        }
    }

    static Subject of(KnownUser user) {
        return new Named(new UserName(user.login(), user.realm(), user.resolver()), user);
    }

    /** A user of whom nothing but the name is known. */
    static Subject of(UserName name) {
        return new Named(name, null);
    }
}
