package org.symbolon.api.token;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteNeed;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.token.SearchedToken;
import org.symbolon.command.token.ValueSearch;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.query.token.TokenFilter;

/** Tells an administrator which token shows a value. The value is not used up by it, and nothing else changes. */
@Component
public class TokenSearchEndpoint implements Endpoint {

    private static final int WINDOW = 10;
    private static final int MOST_WINDOW = 1000;

    /** To open a seed costs as much as to compute so many values. */
    private static final int OPENING = 50;

    /** What takes a minute or two, counted in values. */
    private static final long MOST_WORK = 100_000_000;

    private static final int AMBIGUOUS = 1200;

    private final ValueSearch search;
    private final TokenPages tokens;

    public TokenSearchEndpoint(ValueSearch search, TokenPages tokens) {
        this.search = search;
        this.tokens = tokens;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("GET", "/token/getserial/<otp>", this::find)
                .needs(RouteNeed.list(AdminActions.GETSERIAL))
                .raises("token_getserial")
                .does("Finds the token that shows a value now. The value is not used up.")
                .takes("otp", Shape.secret("The value."))
                .takes("type", Shape.text("Only tokens of this type; `*` stands for anything."))
                .takes("serial", Shape.text("Only tokens with this in their serials."))
                .takes("assigned", Shape.flag("Anything: only tokens with an owner."))
                .takes("unassigned", Shape.flag("Anything: only tokens without an owner; with `assigned`, both."))
                .takes("count", Shape.flag("Anything: only counts the tokens, and searches none."))
                .takes(
                        "window",
                        Shape.number("How many values ahead are looked at, or how many time steps to either side.")
                                .or(Integer.toString(WINDOW)))
                .answers(Shape.fields("The token, if there is one.")
                        .with("serial", Shape.text("Its serial.").orNull())
                        .with("count", Shape.number("How many tokens were meant.")))
                .refuses(AMBIGUOUS, "Several tokens show this value."));
    }

    private Reply find(ApiRequest request) {
        Parameters parameters = request.parameters();
        Secret value = Secret.of(parameters.required("otp"));
        int window = Limits.range("window", parameters.integer("window", WINDOW), 1, MOST_WINDOW);
        TokenFilter filter = filter(request);
        long count = tokens.count(filter);
        Optional<SearchedToken> found =
                parameters.filled("count") ? Optional.empty() : only(filter, value, window, count);
        request.notes().success(true);
        found.ifPresent(token -> request.notes().serial(token.serial()).tokenType(token.type()));
        Map<String, Object> answer = new HashMap<>();
        answer.put("serial", found.map(SearchedToken::serial).orElse(null));
        answer.put("count", count);
        return Reply.value(answer);
    }

    private Optional<SearchedToken> only(TokenFilter filter, Secret value, int window, long count) {
        if (isTooMuch(count, window)) {
            throw ApiException.parameter("These are too many tokens to search with such a window:"
                    + " name a type or a part of the serial, or choose a smaller window");
        }
        int length = Limits.check("otp", value.reveal(), Limits.TEXT).length();
        List<SearchedToken> found = search.find(
                tokens.of(filter, search.types(), search.otpLengths(length)),
                token -> Optional.of(value).filter(typed -> search.typedLength(token) == length),
                window,
                Integer.MAX_VALUE);
        if (found.size() > 1) {
            throw ApiException.of(AMBIGUOUS, "multiple tokens are matching this OTP value!");
        }
        return found.stream().findFirst();
    }

    static boolean isTooMuch(long tokens, int window) {
        return tokens * (window + OPENING) > MOST_WORK;
    }

    private static TokenFilter filter(ApiRequest request) {
        Parameters parameters = request.parameters();
        String part = Limits.check("serial", parameters.nonEmptyText("serial").orElse(null), Limits.SERIAL);
        return TokenFilter.all()
                .type(parameters.nonEmptyText("type").orElse(null))
                .serial(part == null ? null : "*" + part + "*")
                .assigned(owned(parameters))
                .within(request.rights().lists().reached(AdminActions.GETSERIAL).orElse(null));
    }

    private static Boolean owned(Parameters parameters) {
        boolean assigned = parameters.filled("assigned");
        boolean unassigned = parameters.filled("unassigned");
        return assigned == unassigned ? null : Boolean.valueOf(assigned);
    }
}
