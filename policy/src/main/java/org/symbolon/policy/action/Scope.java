package org.symbolon.policy.action;

import java.util.Arrays;
import java.util.Optional;

/** What policies are about: each policy has one scope, and each scope has actions of its own. */
public enum Scope {
    ADMIN("admin", "What administrators may do."),
    USER("user", "What users may do for themselves."),
    AUTHENTICATION("authentication", "How it is found out whether a log-in is right."),
    AUTHORIZATION("authorization", "Whether a log-in that is right is let through, and what the answer to it tells."),
    ENROLLMENT("enrollment", "What new tokens are like, and how many there may be."),
    WEBUI("webui", "How a web interface looks and how one logs in to it."),
    REGISTER("register", "How people register themselves."),
    TOKEN("token", "What happens to tokens beside their enrolment and log-ins."),
    AUDIT("audit", "Nothing; the name is kept because policies may bear it.");

    private final String wire;
    private final String about;

    Scope(String wire, String about) {
        this.wire = wire;
        this.about = about;
    }

    /** The name in a policy. */
    public String wire() {
        return wire;
    }

    public String about() {
        return about;
    }

    /** Whether it has no actions. */
    public boolean isEmpty() {
        return this == AUDIT;
    }

    public static Optional<Scope> find(String wire) {
        return Arrays.stream(values()).filter(scope -> scope.wire.equals(wire)).findFirst();
    }
}
