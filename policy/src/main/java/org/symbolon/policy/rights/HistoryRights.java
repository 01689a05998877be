package org.symbolon.policy.rights;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.AdminActions;

/** Who may see what has become of a thing: who may see the thing, and for what needs no right, who may see the audit. */
public final class HistoryRights {

    static final String TOKEN = "token";
    static final String USER = "user";

    private static final Map<String, Action> RIGHTS = rights();

    private HistoryRights() {}

    private static Map<String, Action> rights() {
        Map<String, Action> rights = new HashMap<>();
        rights.put(TOKEN, AdminActions.TOKENLIST);
        rights.put(USER, AdminActions.USERLIST);
        rights.put("caconnector", AdminActions.CACONNECTORREAD);
        rights.put("edumfaserver", AdminActions.EDUMFASERVER_READ);
        rights.put("event", AdminActions.EVENTHANDLING_READ);
        rights.put("eventcounter", AdminActions.EVENTHANDLING_READ);
        rights.put("feed", AdminActions.FEED_READ);
        rights.put("machineresolver", AdminActions.MRESOLVERREAD);
        rights.put("monitoring", AdminActions.STATISTICS_READ);
        rights.put("periodictask", AdminActions.PERIODICTASK_READ);
        rights.put("policy", AdminActions.POLICYREAD);
        rights.put("radiusclient", AdminActions.RADIUSCLIENT_READ);
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

    static Action of(String kind) {
        return RIGHTS.getOrDefault(kind, AdminActions.AUDITLOG);
    }

    static Optional<String> named(String id) {
        return Optional.of(id).filter(text -> !text.isEmpty());
    }

    /** All that may be asked for, by name. */
    public static List<Action> all() {
        return RIGHTS.values().stream()
                .distinct()
                .sorted(Comparator.comparing(Action::name))
                .toList();
    }
}
