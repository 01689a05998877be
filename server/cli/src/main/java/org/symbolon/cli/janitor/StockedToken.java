package org.symbolon.cli.janitor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.events.shared.TokenOwner;

/**
 * A token as a janitor sees it.
 *
 * @param number which grows from token to token
 * @param columns what eduMFA's table of tokens says of it, by the names of the columns
 * @param info its info
 * @param realms the realms that it is in
 * @param groups the token groups that it is in
 * @param owner whom it belongs to; null if to nobody
 */
public record StockedToken(
        int number,
        String serial,
        String type,
        Map<String, Object> columns,
        Map<String, String> info,
        List<String> realms,
        List<String> groups,
        TokenOwner owner) {

    boolean isActive() {
        return Boolean.TRUE.equals(columns.get("active"));
    }

    public String description() {
        return columns.getOrDefault("description", "").toString();
    }

    boolean hasFailures() {
        return !Integer.valueOf(0).equals(columns.get("failcount"));
    }

    /** All of it, as scripts read it. */
    public Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("serial", serial);
        shown.put("tokentype", type);
        columns.forEach(shown::putIfAbsent);
        shown.put("info", info);
        shown.put("realms", realms);
        shown.put("tokengroup", groups);
        shown.put("resolver", owner == null ? "" : owner.resolver());
        shown.put("user_id", owner == null ? "" : owner.userId());
        shown.put("user_realm", owner == null ? "" : owner.realm());
        return shown;
    }
}
