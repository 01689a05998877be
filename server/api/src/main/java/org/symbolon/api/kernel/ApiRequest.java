package org.symbolon.api.kernel;

import java.time.Instant;
import java.util.Optional;
import org.symbolon.events.shared.Caller;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.rights.CallerRights;

/**
 * One request that a route matched, with everything that handlers, policies and the audit need of it, so that none of
 * them knows a servlet. Belongs to one thread.
 */
public final class ApiRequest {

    private final Route route;
    private final String method;
    private final RequestHeaders headers;
    private final String id;
    private final Instant startedAt = Instant.now();
    private final long startedNanos = System.nanoTime();
    private final AuditNotes notes = new AuditNotes();
    private Parameters parameters = Parameters.none();
    private Caller caller = Caller.ANONYMOUS;
    private final String peer;
    private String client;
    private boolean audited;
    private Runnable decision = () -> {};
    private LoginEnd loginEnd;
    private String awaited;
    private boolean fromMany;
    private AskedPolicies policies;
    private CallerRights rights;

    public ApiRequest(Route route, String method, RequestHeaders headers, String peer) {
        this.route = route;
        this.method = method;
        this.headers = headers;
        this.id = RequestId.of(headers);
        this.peer = peer;
        this.client = peer;
    }

    public Route route() {
        return route;
    }

    /** The method that was sent; HEAD where the route's is GET. */
    public String method() {
        return method;
    }

    public Optional<String> header(String name) {
        return headers.first(name);
    }

    public RequestHeaders headers() {
        return headers;
    }

    public String userAgent() {
        return headers.first("User-Agent").orElse("");
    }

    public Parameters parameters() {
        return parameters;
    }

    public void parameters(Parameters merged) {
        parameters = merged;
    }

    public Caller caller() {
        return caller;
    }

    /** Says who the caller is, and notes it for the audit. */
    public void caller(Caller verified) {
        caller = verified;
        if (verified instanceof Caller.Administrator administrator) {
            notes.administrator(administrator.name());
        }
        if (verified instanceof Caller.RealmUser user) {
            notes.user(user.login()).realm(user.realm()).resolver(user.resolver());
        }
    }

    /** The address that the request came from, which nobody can make up. */
    public String peer() {
        return peer;
    }

    /** The address that counts as the client's: the peer's unless trusted proxies say otherwise. */
    public String client() {
        return client;
    }

    public void client(String address) {
        client = address;
    }

    /** Ties log, events and audit together, and what proxies and clients log as well. */
    public String id() {
        return id;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** {@link System#nanoTime()} at the start, for durations. */
    public long startedNanos() {
        return startedNanos;
    }

    public AuditNotes notes() {
        return notes;
    }

    /** The policies as the request meets them: one state of them from its begin to its end. */
    public AskedPolicies policies() {
        return policies;
    }

    /** What the caller may do in it, and what he may see. */
    public CallerRights rights() {
        return rights;
    }

    /** Says what policies the request meets, once it is known who calls and what it is about. */
    public void meets(AskedPolicies asked, CallerRights held) {
        policies = asked;
        rights = held;
    }

    /** What is to be done within the transaction of what the request does, as soon as it is decided. */
    public void whenDecided(Runnable action) {
        decision = action;
    }

    /** Called within that transaction: by {@link CommandDispatcher}, or by whoever begins something in one of his own. */
    public void decided() {
        decision.run();
    }

    /** Called by a handler that has written the audit's fact together with its own. */
    public void markAudited() {
        audited = true;
    }

    public boolean isAudited() {
        return audited;
    }

    /** Says that it was put off, and is handled again now. */
    public void resumed(String key) {
        awaited = key;
    }

    /** What it has waited for; empty where it was not put off. */
    public Optional<String> awaited() {
        return Optional.ofNullable(awaited);
    }

    /** Says that the client's address is that of many people, none of whom may be kept out for what another one does. */
    public void comesFromMany() {
        fromMany = true;
    }

    public boolean isFromMany() {
        return fromMany;
    }

    /** Called by a handler that has decided whether somebody is let in. */
    public void loginEnded(LoginEnd end) {
        loginEnd = end;
    }

    /** How a log-in ended that the request was; empty if it was none, or was not decided. */
    public Optional<LoginEnd> loginEnd() {
        return Optional.ofNullable(loginEnd);
    }

    @Override
    public String toString() {
        return "ApiRequest[" + id + " " + route.action() + "]";
    }
}
