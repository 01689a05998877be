package org.symbolon.server.policy;

import java.util.Optional;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.user.KnownUser;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.command.user.UserName;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.login.FoundSubject;
import org.symbolon.server.policy.asking.Subject;

/**
 * Whom a log-in is about: the user who is named, and where only a token is, its owner. It is looked for once a policy is in
 * use that wants to know.
 */
class LoginSubjects {

    private final UserDirectory directory;
    private final CandidateTokens tokens;

    LoginSubjects(UserDirectory directory, CandidateTokens tokens) {
        this.directory = directory;
        this.tokens = tokens;
    }

    /** Whether the request names a user. */
    boolean namesUser(ApiRequest request) {
        return login(request).isPresent();
    }

    Subject of(ApiRequest request) {
        Optional<KnownUser> found = FoundSubject.in(request).user();
        if (found.isPresent()) {
            return Subject.of(found.get());
        }
        Optional<String> login = login(request);
        if (login.isPresent()) {
            return named(request, login.get());
        }
        return request.parameters()
                .givenText("serial")
                .flatMap(this::owner)
                .map(Subject::of)
                .orElse(Subject.NOBODY);
    }

    private Subject named(ApiRequest request, String login) {
        UserName name = directory.nameOf(
                login,
                request.parameters().givenText("realm"),
                request.parameters().givenText("resolver").orElse(""));
        return directory.find(name).map(Subject::of).orElseGet(() -> Subject.of(name));
    }

    private Optional<KnownUser> owner(String serial) {
        return tokens.withSerial(serial).map(Candidate::owner).flatMap(this::known);
    }

    private Optional<KnownUser> known(TokenOwner owner) {
        return directory
                .loginOf(owner.resolver(), owner.userId())
                .map(login -> new KnownUser(
                        login, owner.realm() == null ? "" : owner.realm(), owner.resolver(), owner.userId()));
    }

    /** The type of a token, as long as there is one with this serial. */
    Optional<String> typeOf(String serial) {
        return tokens.withSerial(serial).map(Candidate::type);
    }

    private static Optional<String> login(ApiRequest request) {
        return request.parameters().givenText("user").or(() -> request.parameters()
                .givenText("username"));
    }
}
