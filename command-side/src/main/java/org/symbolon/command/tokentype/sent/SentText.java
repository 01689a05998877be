package org.symbolon.command.tokentype.sent;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.symbolon.command.shared.Template;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.events.shared.Secret;

/** What the tags in something that is sent stand for: the value, the token and its owner. */
public final class SentText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    private final Map<String, String> values = new HashMap<>();

    public SentText(TokenView token, String type, Holder holder, Secret value, Instant now) {
        LocalDateTime local = LocalDateTime.ofInstant(now, ZoneId.systemDefault());
        values.put("otp", value.reveal());
        values.put("serial", token.serial());
        values.put("tokentype", type);
        values.put("user", holder.givenName());
        values.put("givenname", holder.givenName());
        values.put("surname", holder.surname());
        values.put("username", holder.login());
        values.put("userrealm", holder.realm());
        values.put("recipient_givenname", holder.givenName());
        values.put("recipient_surname", holder.surname());
        values.put("time", TIME.format(local));
        values.put("date", DATE.format(local));
    }

    /** A template with its tags replaced. */
    public Secret filled(String template) {
        return Secret.of(Template.filled(template, values));
    }

    /** What the tags stand for, by their names. */
    public Map<String, Secret> values() {
        Map<String, Secret> hidden = new HashMap<>();
        values.forEach((name, value) -> hidden.put(name, Secret.of(value)));
        return hidden;
    }

    /** Shows nothing of what is sent. */
    @Override
    public String toString() {
        return "SentText" + values.keySet();
    }
}
