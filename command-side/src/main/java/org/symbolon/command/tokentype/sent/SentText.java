package org.symbolon.command.tokentype.sent;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.TokenView;

/** What is sent, made of a template: tags in it stand for the value, the token and its owner. What is no tag stays as it is. */
public final class SentText {

    private static final Pattern TAG = Pattern.compile("<(otp|serial)>|\\{([a-z_]+)\\}");
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

    /** A template with its tags replaced, each once, so that a name that looks like a tag is none. */
    public Secret filled(String template) {
        Matcher tags = TAG.matcher(template);
        return Secret.of(tags.replaceAll(found -> {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            return Matcher.quoteReplacement(values.getOrDefault(name, found.group()));
        }));
    }

    /** Shows nothing of what is sent. */
    @Override
    public String toString() {
        return "SentText" + values.keySet();
    }
}
