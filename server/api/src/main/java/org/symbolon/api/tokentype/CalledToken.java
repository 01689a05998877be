package org.symbolon.api.tokentype;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.login.RequestUsers;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeCall;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.policy.action.TypeActions;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.asking.TypeTermReading;
import org.symbolon.projections.token.CandidateRow;
import org.symbolon.projections.token.CandidateRows;

/** Finds out whose token a device calls about: policies are asked for him, and the audit knows him. */
@Component
final class CalledToken {

    private final TokenTypes types;
    private final CandidateRows tokens;
    private final UserDirectory directory;
    private final RequestUsers users;

    CalledToken(TokenTypes types, CandidateRows tokens, UserDirectory directory, RequestUsers users) {
        this.types = types;
        this.tokens = tokens;
        this.directory = directory;
        this.users = users;
    }

    /** What policies say to the type: for the token's owner, or for everybody where a call names no token. */
    TypeTerms terms(ApiRequest request, String type, TypeCall call) {
        Subject subject = types.find(type)
                .flatMap(known -> known.endpoint().flatMap(endpoint -> endpoint.serial(call)))
                .map(serial -> subject(request, serial))
                .orElse(Subject.ANYONE);
        return new TypeTerms(TypeTermReading.of(
                TypeActions.toldAtCall(type), action -> request.policies().ask(action, subject)));
    }

    private Subject subject(ApiRequest request, String serial) {
        Optional<TokenOwner> owner = tokens.withSerial(serial).map(CandidateRow::owner);
        owner.ifPresent(found -> users.noteOwner(request, found));
        return owner.filter(found -> found.realm() != null)
                .flatMap(this::known)
                .map(Subject::of)
                .orElse(Subject.NOBODY);
    }

    private Optional<KnownUser> known(TokenOwner owner) {
        return directory
                .loginOf(owner.resolver(), owner.userId())
                .map(login -> new KnownUser(login, owner.realm(), owner.resolver(), owner.userId()));
    }
}
