package org.symbolon.api.token;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.login.RequestUsers;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.projections.token.CandidateRow;
import org.symbolon.projections.token.CandidateRows;

/** Which tokens a request is about. A user reaches his own and no others: those of somebody else are not there. */
@Component
public class TokenSelection {

    /** The user whose tokens are meant; of users it is themselves. */
    static final Shape OWNER = Shape.fields("")
            .with("user", Shape.text("The login of a user who must own the token."))
            .with("realm", Shape.text("The user's realm; the default realm where it is not given."))
            .with("resolver", Shape.text("The user's resolver, where the realm has several."));

    /** One token by its serial, or all of a user. */
    static final Shape ONE_OR_ALL = Shape.fields("")
            .with("serial", Shape.text("The token."))
            .with("user", Shape.text("The login of a user all of whose tokens are meant, where no serial is given."))
            .with("realm", Shape.text("The user's realm; the default realm where it is not given."))
            .with("resolver", Shape.text("The user's resolver, where the realm has several."));

    private final CandidateRows rows;
    private final RequestUsers users;

    public TokenSelection(CandidateRows rows, RequestUsers users) {
        this.rows = rows;
        this.users = users;
    }

    /**
     * The token that the request names, or all tokens of the user whom it names.
     *
     * @throws ApiException 905 if it names neither, 601 if there is no such token, 904 if there is no such user
     */
    List<String> serials(ApiRequest request) {
        Optional<String> serial = request.parameters().nonEmptyText("serial");
        if (serial.isPresent()) {
            return List.of(require(request, serial.get()).serial());
        }
        KnownUser user = users.chosen(request)
                .orElseThrow(() -> ApiException.parameter("You either need to provide user or serial"));
        return rows.ofOwner(user.asOwner()).stream().map(CandidateRow::serial).toList();
    }

    /**
     * The token that the request names in the parameter {@code serial}.
     *
     * @throws ApiException 905 if it names none, 601 if there is no such token
     */
    CandidateRow one(ApiRequest request) {
        return require(request, request.parameters().required("serial"));
    }

    /** The token with this serial, if the caller may know of it. */
    CandidateRow require(ApiRequest request, String serial) {
        request.notes().serial(serial);
        CandidateRow token = rows.withSerial(serial)
                .filter(found -> mayReach(request, found))
                .orElseThrow(TokenSelection::notFound);
        note(request, token);
        return token;
    }

    /** Notes the token that a request names without doing anything to it, if there is one. */
    void note(ApiRequest request) {
        request.parameters()
                .nonEmptyText("serial")
                .flatMap(rows::withSerial)
                .filter(found -> mayReach(request, found))
                .ifPresent(found -> note(request, found));
    }

    private void note(ApiRequest request, CandidateRow token) {
        request.notes().tokenType(token.type());
        if (token.owner() != null && !namesUser(request)) {
            users.noteOwner(request, token.owner());
        }
    }

    /** For administrators the user parameter narrows the choice, for users it is themselves. */
    private boolean mayReach(ApiRequest request, CandidateRow token) {
        if (!(request.caller() instanceof Caller.RealmUser) && !namesUser(request)) {
            return true;
        }
        return users.chosen(request)
                .map(KnownUser::asOwner)
                .filter(owner -> owner.equals(token.owner()))
                .isPresent();
    }

    private static boolean namesUser(ApiRequest request) {
        return request.parameters().nonEmptyText("user").isPresent();
    }

    Optional<CandidateRow> find(String serial) {
        return rows.withSerial(serial);
    }

    static ApiException notFound() {
        return ApiException.notFound("The requested token could not be found.");
    }
}
