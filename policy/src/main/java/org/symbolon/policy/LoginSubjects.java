package org.symbolon.policy;

import java.util.Optional;
import java.util.function.Function;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.UserName;
import org.symbolon.policy.asking.Subject;

/** Whom a log-in is about: the user who is named, and where only a token is, its owner. */
final class LoginSubjects {

    private final LoginNames names;

    LoginSubjects(LoginNames names) {
        this.names = names;
    }

    static boolean namesUser(Function<String, Optional<String>> given) {
        return given.apply("user").isPresent();
    }

    Subject of(Function<String, Optional<String>> given) {
        Optional<String> login = given.apply("user");
        if (login.isPresent()) {
            UserName name = names.nameOf(
                    login.get(), given.apply("realm"), given.apply("resolver").orElse(""));
            return names.find(name).map(Subject::of).orElseGet(() -> Subject.of(name));
        }
        return given.apply("serial").flatMap(names::ownerOf).map(Subject::of).orElse(Subject.NOBODY);
    }

    /** A local administrator counts as somebody in the default realm. */
    Subject ofAdministrator(String name) {
        return Subject.of(new UserName(name, names.defaultRealm().orElse(""), ""));
    }

    static Optional<KnownUser> knownIn(Subject subject) {
        return subject instanceof Subject.Named named ? Optional.ofNullable(named.known()) : Optional.empty();
    }
}
