package org.symbolon.api.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.machine.AuthItemJson;
import org.symbolon.api.machine.OfflineMachines;
import org.symbolon.api.validate.KeyLogins.KeyHolder;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.machine.application.OfflineApplication;
import org.symbolon.command.token.AttachToken;
import org.symbolon.command.token.FetchedItem;
import org.symbolon.command.token.GrantOfflineUse;
import org.symbolon.command.tokentype.KeyOffline;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.LoginQuestion.Way;

/**
 * Gives the machine at which somebody has logged in what it needs to check the next log-ins by itself, where his token is for that. Whoever is
 * in stays in, also where it gets nothing.
 */
@Component
public class OfflineLogins {

    private static final Logger LOG = LoggerFactory.getLogger(OfflineLogins.class);
    private static final String ITEMS = "auth_items";

    private final KeyLogins keys;
    private final OfflineMachines machines;
    private final AuthItemJson json;
    private final CommandDispatcher commands;
    private final TokenTypes types;

    OfflineLogins(
            KeyLogins keys, OfflineMachines machines, AuthItemJson json, CommandDispatcher commands, TokenTypes types) {
        this.keys = keys;
        this.machines = machines;
        this.json = json;
        this.commands = commands;
        this.types = types;
    }

    /** The reply to a decision after its commit is this one, with what the machine gets; one that sees but a status gets nothing. */
    BiFunction<Decision, Reply, Reply> after(
            Way way, LoginRequest login, BiFunction<Decision, Reply, Reply> otherwise) {
        return way == Way.RADIUS_CHECK || way == Way.RADIUS ? otherwise : withItems(login, otherwise);
    }

    /** The same where a device has answered with its key, or has made it only now for a token that may be for machines from now on. */
    BiFunction<Decision, Reply, Reply> after(
            Way way, LoginRequest login, KeyHolder holder, BiFunction<Decision, Reply, Reply> otherwise) {
        return way != Way.RADIUS_CHECK && keys.isNew(login.request())
                ? afterEnrolment(login, holder.type(), otherwise)
                : after(way, login, otherwise);
    }

    private BiFunction<Decision, Reply, Reply> withItems(
            LoginRequest login, BiFunction<Decision, Reply, Reply> otherwise) {
        return (decision, reply) -> {
            Reply next = otherwise.apply(decision, reply);
            return decision.used().offline() ? withItems(login, decision.used().serial(), next) : next;
        };
    }

    private BiFunction<Decision, Reply, Reply> afterEnrolment(
            LoginRequest login, String type, BiFunction<Decision, Reply, Reply> otherwise) {
        return (decision, reply) -> {
            Reply next = otherwise.apply(decision, reply);
            boolean wanted = decision.accepted() && decision.denial() == null && isOfflineAtOnce(login, type);
            return wanted ? attached(login, decision.used().serial(), next) : next;
        };
    }

    private boolean isOfflineAtOnce(LoginRequest login, String type) {
        return types.find(type).orElse(null) instanceof KeyOffline key
                && key.isOfflineAtOnce(new TypeTerms(login.asked().terms().saidTo(type)));
    }

    private Reply attached(LoginRequest login, String serial, Reply reply) {
        try {
            commands.sendQuietly(login.request(), new AttachToken(serial, OfflineApplication.NAME, null, Map.of()));
        } catch (ApiException refusal) {
            LOG.warn("The token {} is not for offline use: {}", serial, refusal.getMessage());
            return reply;
        }
        return withItems(login, serial, reply);
    }

    private Reply withItems(LoginRequest login, String serial, Reply reply) {
        ApiRequest request = login.request();
        return machines.options(serial, request)
                .flatMap(options -> granted(login, serial, options))
                .map(item -> reply.beside(ITEMS, Map.of(OfflineApplication.NAME, List.of(json.ofLogin(item)))))
                .orElse(reply);
    }

    /** What answers a challenge is no PIN, so that values for a machine would be as good without one. */
    private Optional<FetchedItem> granted(LoginRequest login, String serial, Map<String, String> options) {
        boolean answers = LoginParameters.transaction(login.parameters()) != null;
        Optional<Secret> pass =
                answers ? Optional.empty() : login.parameters().printed("pass").map(Secret::of);
        String computer = OfflineMachines.computer(login.request()).orElse("");
        try {
            Object granted =
                    commands.sendQuietly(login.request(), new GrantOfflineUse(serial, computer, options, pass));
            return ((List<?>) granted).stream().map(FetchedItem.class::cast).findFirst();
        } catch (ApiException refusal) {
            LOG.warn("A machine gets nothing of the token {}: {}", serial, refusal.getMessage());
            return Optional.empty();
        }
    }

    /** The reply with what a machine gets that has used up what it had. */
    Reply refilled(FetchedItem item) {
        return Reply.value(true).beside(ITEMS, Map.of(OfflineApplication.NAME, List.of(json.ofRefill(item))));
    }
}
