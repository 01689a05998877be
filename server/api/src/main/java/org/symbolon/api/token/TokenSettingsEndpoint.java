package org.symbolon.api.token;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.token.ChangeTokenRealms;
import org.symbolon.command.token.ConfigureToken;
import org.symbolon.command.token.SetTokenInfo;
import org.symbolon.command.tokentype.oath.HashAlgorithm;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.TokenDates;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.rights.Over;

/** What administrators set about a token: windows and limits, info entries, realms. */
@Component
public class TokenSettingsEndpoint implements Endpoint {

    private static final Set<String> TIME_SHIFTS = Set.of("True", "False", ConfigureToken.SYSTEM_DECIDES);

    private final CommandDispatcher commands;
    private final TokenSelection selection;
    private final UserDirectory directory;

    public TokenSettingsEndpoint(CommandDispatcher commands, TokenSelection selection, UserDirectory directory) {
        this.commands = commands;
        this.selection = selection;
        this.directory = directory;
    }

    @Override
    public List<Route> routes() {
        Route setting = setting();
        return List.of(
                setting,
                setting.at("/token/set/<serial>"),
                ofToken("POST", "/token/realm/<serial>", this::realms)
                        .needs(AdminActions.TOKENREALMS, Over.TOKEN_AND_NEW_REALMS)
                        .raises("token_realm")
                        .does("Puts a token into these realms and out of all others; unknown ones are left out.")
                        .takes("realms", Shape.list("The names of the realms.").required()),
                ofToken("POST", "/token/info/<serial>", this::infoMap)
                        .needs(AdminActions.SETTOKENINFO, Over.NAMED)
                        .raises("token_info")
                        .does("Writes further entries of a token.")
                        .takes(
                                "info",
                                Shape.object("The entries; one that is null is removed.")
                                        .required()),
                ofToken("POST", "/token/info/<serial>/<key>", this::infoEntry)
                        .needs(AdminActions.SETTOKENINFO, Over.NAMED)
                        .raises("token_info")
                        .does("Writes one further entry of a token.")
                        .takes("key", Shape.text("Its key."))
                        .takes("value", Shape.text("What it says.").required()),
                ofToken("DELETE", "/token/info/<serial>/<key>", this::removeInfo)
                        .needs(AdminActions.SETTOKENINFO, Over.NAMED)
                        .raises("token_info")
                        .does("Removes a further entry of a token.")
                        .takes("key", Shape.text("Its key.")));
    }

    private static Route ofToken(String method, String path, Handler handler) {
        return Route.admin(method, path, handler)
                .takes("serial", Shape.text("The token."))
                .takes(TokenSelection.OWNER)
                .answers(Shape.flag("True."))
                .refuses(601, "There is no such token.")
                .refuses(904, "There is no such user.")
                .refuses(1007, "The token is revoked.");
    }

    private Route setting() {
        return Route.admin("POST", "/token/set", this::set)
                .needs(AdminActions.SET, Over.NAMED)
                .raises("token_set")
                .does("Changes what is given of a token's windows, limits and dates.")
                .takes("serial", Shape.text("The token.").required())
                .takes(TokenSelection.OWNER)
                .takes("description", Shape.text("What it is for."))
                .takes("count_window", Shape.number("How many values ahead are accepted."))
                .takes("sync_window", Shape.number("How many values ahead are looked at to bring it back into step."))
                .takes("max_failcount", Shape.number("How many failures lock it."))
                .takes("count_auth_max", Shape.number("How often it may be tried."))
                .takes("count_auth_success_max", Shape.number("How often it may be used."))
                .takes("validity_period_start", Shape.time("From when it may be used; empty for always."))
                .takes("validity_period_end", Shape.time("Until when it may be used; empty for ever."))
                .takes("hashlib", Shape.choice("Its hash function.", "sha1", "sha256", "sha512"))
                .takes("use_timeshift", Shape.choice("Whether it learns its drift.", "True", "False", "default"))
                .answers(Shape.number("How many settings were changed."))
                .refuses(301, "A date cannot be read.")
                .refuses(601, "There is no such token.")
                .refuses(904, "There is no such user.")
                .refuses(1007, "The token is revoked.");
    }

    private Reply set(ApiRequest request) {
        Parameters parameters = request.parameters();
        String serial = selection.one(request).serial();
        Map<String, String> info = new HashMap<>();
        parameters.nonEmptyText("hashlib").ifPresent(name -> info.put("hashlib", hash(name)));
        count(parameters, "count_auth_max", info);
        count(parameters, "count_auth_success_max", info);
        validity(parameters, "validity_period_end", "end", info);
        validity(parameters, "validity_period_start", "start", info);
        ConfigureToken command = new ConfigureToken(
                serial,
                parameters.text("description").orElse(null),
                number(parameters, "count_window"),
                number(parameters, "sync_window"),
                number(parameters, "max_failcount"),
                info,
                timeShift(parameters));
        return commands.send(request, command, (Integer changed) -> succeed(request, changed));
    }

    private static String timeShift(Parameters parameters) {
        Optional<String> choice = parameters.printed("use_timeshift");
        if (choice.isPresent() && !TIME_SHIFTS.contains(choice.get())) {
            throw ApiException.parameter("Parameter 'use_timeshift' must be True, False or default");
        }
        return choice.orElse(null);
    }

    private static String hash(String name) {
        return HashAlgorithm.find(name)
                .map(HashAlgorithm::wireName)
                .orElseThrow(() -> ApiException.parameter("Unknown hash algorithm in parameter 'hashlib'"));
    }

    private static void count(Parameters parameters, String name, Map<String, String> info) {
        Integer number = number(parameters, name);
        if (number != null) {
            info.put(name, number.toString());
        }
    }

    private static Integer number(Parameters parameters, String name) {
        if (!parameters.has(name)) {
            return null;
        }
        int number = parameters.integer(name, 0);
        if (number < 0) {
            throw ApiException.parameter("Parameter '" + name + "' must not be negative");
        }
        return number;
    }

    /** An empty text removes the date. */
    private static void validity(Parameters parameters, String name, String which, Map<String, String> info) {
        Optional<String> typed = parameters.text(name);
        if (typed.isEmpty()) {
            return;
        }
        if (typed.get().isEmpty()) {
            info.put(name, null);
            return;
        }
        info.put(
                name,
                TokenDates.normalised(typed.get())
                        .orElseThrow(
                                () -> ApiException.tokenAdmin("Could not parse validity period " + which + " date!")));
    }

    /** Realms that do not exist are left out, as eduMFA leaves them out. */
    private Reply realms(ApiRequest request) {
        if (!request.parameters().has("realms")) {
            throw ApiException.missingParameter("realms");
        }
        List<String> known = request.parameters().list("realms").stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(directory::realmExists)
                .distinct()
                .toList();
        String serial = selection.one(request).serial();
        return commands.send(request, new ChangeTokenRealms(serial, known), (Boolean done) -> succeed(request, done));
    }

    private Reply infoEntry(ApiRequest request) {
        String key = key(request);
        String value = request.parameters().printed("value").orElseThrow(() -> ApiException.missingParameter("value"));
        return writeInfo(request, Map.of(key, value));
    }

    private Reply removeInfo(ApiRequest request) {
        Map<String, String> removal = new HashMap<>();
        removal.put(key(request), null);
        return writeInfo(request, removal);
    }

    private static String key(ApiRequest request) {
        return Limits.check("key", request.parameters().required("key"), Limits.INFO_KEY);
    }

    private Reply infoMap(ApiRequest request) {
        Map<String, Object> given =
                request.parameters().object("info").orElseThrow(() -> ApiException.missingParameter("info"));
        return writeInfo(request, InfoTexts.of(given));
    }

    private Reply writeInfo(ApiRequest request, Map<String, String> entries) {
        String serial = selection.one(request).serial();
        return commands.send(request, new SetTokenInfo(serial, entries), (Boolean done) -> succeed(request, done));
    }

    private static Reply succeed(ApiRequest request, Object value) {
        request.notes().success(true);
        return Reply.value(value);
    }
}
