package org.symbolon.api.kernel.login;

import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.ClientAddress;
import org.symbolon.api.kernel.LoginEnd;
import org.symbolon.api.kernel.Refusals;
import org.symbolon.api.kernel.Reply;
import org.symbolon.command.auth.brake.LoginBrake;
import org.symbolon.command.auth.brake.LoginBrake.Attempt;
import org.symbolon.command.auth.brake.LoginBrake.Outcome;
import org.symbolon.command.error.Refusal;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Network;
import org.symbolon.events.shared.UserName;

/** Holds every way to log in, and what else invites guessing, to the brake that slows down whoever guesses. */
@Component
public final class BrakedLogins {

    /** What somebody is answered who was wrong, or named what there is not. */
    private static final Set<Integer> WRONG = Set.of(400, 401, 404);

    private final LoginBrake brake;
    private final ClientAddress addresses;

    public BrakedLogins(LoginBrake brake, ClientAddress addresses) {
        this.brake = brake;
        this.addresses = addresses;
    }

    /** The account of a user, by whatever name he goes. */
    public static String accountOf(KnownUser user) {
        return "user/" + user.resolver() + "/" + user.userId();
    }

    /** The account of somebody whom nobody knows, who is not told so by what his failures cost him. */
    public static String accountOf(UserName name) {
        return "nobody/" + (name.realm() + "/" + name.login()).toLowerCase(Locale.ROOT);
    }

    /** The account of a local administrator. */
    public static String accountOfAdministrator(String name) {
        return "administrator/" + name;
    }

    /** The account of whoever has a token, where nobody else is named. */
    public static String accountOfToken(String serial) {
        return "token/" + serial.toUpperCase(Locale.ROOT);
    }

    /**
     * Answers a log-in unless a pause is due. How it ended is what the request says; where it says nothing, what was refused as wrong
     * counts as that.
     *
     * @throws ApiException 429 while a pause is due
     */
    public Reply guard(ApiRequest request, String account, Supplier<Reply> logIn) {
        try (Attempt attempt = begin(request, account)) {
            try {
                return logIn.get();
            } catch (ApiException refusal) {
                attempt.ended(WRONG.contains(refusal.status()) ? Outcome.WRONG : Outcome.OPEN);
                throw refusal;
            } finally {
                request.loginEnd().map(BrakedLogins::outcome).ifPresent(attempt::ended);
            }
        }
    }

    /**
     * Does what anybody may ask for and nobody may ask for often, such as a mail: each time counts, however it ends. Its account is
     * one of its own, so that nobody is kept from logging in by what others ask for in his name.
     *
     * @throws ApiException 429 while a pause is due
     */
    public Reply guardEach(ApiRequest request, String account, Supplier<Reply> step) {
        try (Attempt attempt = begin(request, account)) {
            attempt.ended(Outcome.WRONG);
            return step.get();
        }
    }

    private static Outcome outcome(LoginEnd end) {
        return switch (end) {
            case ACCEPTED -> Outcome.RIGHT;
            case REFUSED -> Outcome.WRONG;
            case CHALLENGED -> Outcome.OPEN;
        };
    }

    private Attempt begin(ApiRequest request, String account) {
        try {
            return brake.begin(account, place(request));
        } catch (Refusal pause) {
            throw Refusals.onTheWire(pause);
        }
    }

    /** Behind a proxy and at the machine itself there are many. */
    private String place(ApiRequest request) {
        String client = request.client();
        return request.isFromMany() || Network.isLoopback(client) || addresses.isProxy(client)
                ? ""
                : Network.neighbourhood(client);
    }
}
