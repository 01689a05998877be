package org.symbolon.connectors.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.symbolon.command.feed.port.FedFact;

/** A fact in ArcSight's Common Event Format, under the keys that its dictionary has for such things. */
final class CefText {

    private static final String HEADER = "CEF:0|Symbolon|Symbolon|1|";
    private static final int WARNING = 6;
    private static final int INFORMATION = 3;

    private CefText() {}

    static String of(FedFact fact) {
        int severity = SyslogMessage.isWarning(fact) ? WARNING : INFORMATION;
        String kind = header(fact.name());
        return HEADER + kind + "|" + kind + "|" + severity + "|"
                + extension(fact).entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + value(entry.getValue()))
                        .collect(Collectors.joining(" "));
    }

    private static Map<String, String> extension(FedFact fact) {
        Map<String, String> labels = fact.labels();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("externalId", fact.id());
        fields.put("rt", Long.toString(fact.time().toEpochMilli()));
        fields.put("cn1Label", "position");
        fields.put("cn1", Long.toString(fact.position()));
        put(fields, "dvchost", labels.get("node"));
        put(fields, "act", labels.get("action"));
        put(fields, "outcome", outcome(labels.get("success")));
        put(fields, "reason", labels.get("reason"));
        put(fields, "suser", labels.get("actor"));
        put(fields, "duser", labels.get("user"));
        String client = labels.get("client");
        put(fields, client != null && client.contains(":") ? "c6a2" : "src", client);
        put(fields, "requestClientApplication", labels.get("userAgent"));
        custom(fields, 1, "realm", labels.get("realm"));
        custom(fields, 2, "serial", labels.get("serial"));
        custom(fields, 3, "request", labels.get("requestId"));
        custom(fields, 4, "subject", labels.get("subject"));
        put(fields, "msg", labels.get("info"));
        return fields;
    }

    private static void put(Map<String, String> fields, String key, String text) {
        if (text != null) {
            fields.put(key, text);
        }
    }

    private static void custom(Map<String, String> fields, int number, String label, String text) {
        if (text != null) {
            fields.put("cs" + number + "Label", label);
            fields.put("cs" + number, text);
        }
    }

    private static String outcome(String success) {
        return success == null ? null : success.equals("true") ? "success" : "failure";
    }

    private static String header(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\R", " ");
    }

    private static String value(String text) {
        return text.replace("\\", "\\\\")
                .replace("=", "\\=")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }
}
