package org.symbolon.connectors.web;

import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.connectors.network.Deadline;
import tools.jackson.databind.node.ObjectNode;

/** Asks the servers of a store what its definitions describe, as its service account; a token that has ended is renewed. */
final class WebApi implements AutoCloseable {

    private static final int UNAUTHORISED = 401;
    private static final Set<Integer> NOT_LET_IN = Set.of(UNAUTHORISED, 403, 407);
    private static final ObjectNode NOTHING = WebParameters.JSON.createObjectNode();

    private final WebSettings settings;
    private final WebServers servers;
    private final Optional<Authorization> authorization;

    /**
     * One of a store.
     *
     * @param grant how its service account gets a token, if it needs one
     */
    WebApi(WebSettings settings, WebNetwork network, Optional<Authorization.Grant> grant) {
        this.settings = settings;
        this.servers = new WebServers(settings, network);
        this.authorization = grant.map(known -> new Authorization(servers, known, network.clock()));
    }

    Deadline deadline() {
        return Deadline.in(settings.timeout());
    }

    boolean hasAuthorization() {
        return authorization.isPresent();
    }

    /** Gets a token, or has one. */
    void requireAuthorization(Deadline deadline) {
        authorization.ifPresent(known -> known.headers(deadline));
    }

    WebAnswer ask(RequestDefinition definition, Map<String, String> values, Deadline deadline) {
        return ask(definition, values, NOTHING, deadline);
    }

    /**
     * The answer, as long as the service account may ask.
     *
     * @param data what is sent as it is, beside what the definition says
     * @throws UserStoreUnavailableException if there is none
     */
    WebAnswer ask(RequestDefinition definition, Map<String, String> values, ObjectNode data, Deadline deadline) {
        WebAnswer answer = authorised(definition, values, data, deadline);
        if (NOT_LET_IN.contains(answer.status())) {
            throw new UserStoreUnavailableException(
                    "The user store does not let the service account do what %s describes (HTTP %d)"
                            .formatted(definition.key(), answer.status()),
                    null);
        }
        return answer;
    }

    /** A refusal by code 401 is one of the token, which may have been taken back before its end; nothing was done then. */
    private WebAnswer authorised(
            RequestDefinition definition, Map<String, String> values, ObjectNode data, Deadline deadline) {
        if (authorization.isEmpty()) {
            return sent(definition, values, Map.of(), data, deadline);
        }
        Map<String, String> headers = authorization.get().headers(deadline);
        WebAnswer answer = sent(definition, values, headers, data, deadline);
        if (answer.status() != UNAUTHORISED) {
            return answer;
        }
        authorization.get().refused(headers);
        return sent(definition, values, authorization.get().headers(deadline), data, deadline);
    }

    /** The answer to somebody who asks by himself, with a password of his. */
    WebAnswer askAsUser(RequestDefinition definition, Map<String, String> values, Deadline deadline) {
        return sent(definition, values, Map.of(), NOTHING, deadline);
    }

    private WebAnswer sent(
            RequestDefinition definition,
            Map<String, String> values,
            Map<String, String> headers,
            ObjectNode data,
            Deadline deadline) {
        Map<String, String> all = new HashMap<>(settings.values());
        all.putAll(values);
        try {
            return servers.ask(definition.request(settings.base(), all, headers, data), definition, deadline);
        } catch (IllegalArgumentException unusable) {
            throw new UserStoreUnavailableException(unusable.getMessage(), null);
        }
    }

    /** A token that a definition describes, as the service account gets it by name and password. */
    static Optional<Authorization.Grant> described(WebSettings settings) {
        return settings.request(Operation.AUTHORIZATION).map(definition -> new DescribedGrant(settings, definition));
    }

    private record DescribedGrant(WebSettings settings, RequestDefinition definition) implements Authorization.Grant {

        @Override
        public HttpRequest request() {
            Map<String, String> values = new HashMap<>(settings.values());
            values.putAll(settings.service());
            return definition.request(settings.base(), values, Map.of(), NOTHING);
        }

        @Override
        public Map<String, String> headers(WebAnswer answer) {
            return definition.responseMapping().isEmpty()
                    ? Authorization.bearer(answer)
                    : WebParameters.texts(definition.key(), answer.json());
        }

        @Override
        public String toString() {
            return "DescribedGrant[" + definition.key() + "]";
        }
    }

    @Override
    public void close() {
        servers.close();
    }

    @Override
    public String toString() {
        return settings.base();
    }
}
