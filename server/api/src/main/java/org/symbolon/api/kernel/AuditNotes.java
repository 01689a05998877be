package org.symbolon.api.kernel;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the audit's row of one request shall say beyond what the edge knows itself. It is mutable because policies,
 * handlers and filters each add what they learn; what nobody sets stays the empty text. Success is false until a
 * handler says otherwise.
 */
public final class AuditNotes {

    private String actionDetail = "";
    private String info = "";
    private String serial = "";
    private String tokenType = "";
    private String user = "";
    private String realm = "";
    private String resolver = "";
    private String administrator = "";
    private boolean success;
    private final Set<String> policies = new LinkedHashSet<>();

    public String actionDetail() {
        return actionDetail;
    }

    public AuditNotes actionDetail(String text) {
        actionDetail = text;
        return this;
    }

    public String info() {
        return info;
    }

    public AuditNotes info(String text) {
        info = text;
        return this;
    }

    public String serial() {
        return serial;
    }

    public AuditNotes serial(String text) {
        serial = text;
        return this;
    }

    public String tokenType() {
        return tokenType;
    }

    public AuditNotes tokenType(String text) {
        tokenType = text;
        return this;
    }

    public String user() {
        return user;
    }

    public AuditNotes user(String text) {
        user = text;
        return this;
    }

    public String realm() {
        return realm;
    }

    public AuditNotes realm(String text) {
        realm = text;
        return this;
    }

    public String resolver() {
        return resolver;
    }

    public AuditNotes resolver(String text) {
        resolver = text;
        return this;
    }

    public String administrator() {
        return administrator;
    }

    public AuditNotes administrator(String text) {
        administrator = text;
        return this;
    }

    public boolean success() {
        return success;
    }

    public AuditNotes success(boolean outcome) {
        success = outcome;
        return this;
    }

    /** What a policy or a failed log-in forbids, and a fault, is told behind what is known already; any other refusal takes its place. Nothing is told twice. */
    public AuditNotes refused(ApiException refusal) {
        success = false;
        if (info.startsWith(refusal.getMessage())) {
            return this;
        }
        boolean behind =
                !info.isEmpty() && (refusal.status() == 401 || refusal.status() == 403 || refusal.status() == 500);
        info = behind ? info + ", " + refusal.getMessage() : refusal.getMessage();
        return this;
    }

    /** The names of the policies that took part, in the order in which they did. */
    public Set<String> policies() {
        return policies;
    }

    public AuditNotes addPolicy(String name) {
        policies.add(name);
        return this;
    }
}
