package org.symbolon.server.policy;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.policy.RightTargets.Target;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.AdminActions;

/** Who may see what has become of a thing: who may see the thing, and for what needs no right, who may see the audit. */
final class HistoryPolicies {

    private static final String TOKEN = "token";
    private static final String USER = "user";

    private static final Map<String, Action> RIGHTS = rights();

    private final RightPolicies rights;
    private final RightTargets targets;

    HistoryPolicies(RightPolicies rights, RightTargets targets) {
        this.rights = rights;
        this.targets = targets;
    }

    private static Map<String, Action> rights() {
        Map<String, Action> rights = new HashMap<>();
        rights.put(TOKEN, AdminActions.TOKENLIST);
        rights.put(USER, AdminActions.USERLIST);
        rights.put("caconnector", AdminActions.CACONNECTORREAD);
        rights.put("edumfaserver", AdminActions.EDUMFASERVER_READ);
        rights.put("event", AdminActions.EVENTHANDLING_READ);
        rights.put("eventcounter", AdminActions.EVENTHANDLING_READ);
        rights.put("machineresolver", AdminActions.MRESOLVERREAD);
        rights.put("monitoring", AdminActions.STATISTICS_READ);
        rights.put("periodictask", AdminActions.PERIODICTASK_READ);
        rights.put("policy", AdminActions.POLICYREAD);
        rights.put("radiusserver", AdminActions.RADIUSSERVER_READ);
        rights.put("realm", AdminActions.RESOLVERREAD);
        rights.put("resolver", AdminActions.RESOLVERREAD);
        rights.put("serviceid", AdminActions.SERVICEID_LIST);
        rights.put("smsgateway", AdminActions.SMSGATEWAY_READ);
        rights.put("smtpserver", AdminActions.SMTPSERVER_READ);
        rights.put("subscription", AdminActions.MANAGESUBSCRIPTION);
        rights.put("system", AdminActions.CONFIGREAD);
        rights.put("tokengroup", AdminActions.TOKENGROUP_LIST);
        return Map.copyOf(rights);
    }

    /** The right to see the kind of thing that the path names. */
    PrePolicy right() {
        return PrePolicy.of(
                "right to read <kind>", this::require, RIGHTS.values().toArray(Action[]::new));
    }

    private void require(ApiRequest request) {
        String kind = request.parameters().givenText("kind").orElse("");
        if (kind.equals(TOKEN)) {
            rights.requireSight(request, AdminActions.TOKENLIST, targets.withSerial(request, "id"));
            return;
        }
        Action right = RIGHTS.getOrDefault(kind, AdminActions.AUDITLOG);
        Target target = kind.equals(USER) ? targets::userOfHistory : RightTargets::system;
        RightPolicies.allow(rights.isAllowed(request, right, target), right);
    }
}
