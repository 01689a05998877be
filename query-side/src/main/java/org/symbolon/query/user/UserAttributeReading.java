package org.symbolon.query.user;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.symbolon.events.realm.RealmDeleted;
import org.symbolon.events.user.UserAttributeDeleted;
import org.symbolon.events.user.UserAttributeEvent;
import org.symbolon.events.user.UserAttributeSet;
import org.symbolon.query.history.Reading;

/** How the events of a user's custom attributes read. They hang on his realm, and go with it. */
public final class UserAttributeReading {

    private static final String ATTRIBUTES = "attributes";

    private UserAttributeReading() {}

    public static Reading reading() {
        return Reading.endingWith(RealmDeleted.class)
                .where(
                        UserAttributeSet.class,
                        (fields, event) -> fields.put(
                                ATTRIBUTES, Reading.joined(fields.get(ATTRIBUTES), Map.of(event.key(), shown(event)))))
                .where(
                        UserAttributeDeleted.class,
                        (fields, event) -> fields.put(ATTRIBUTES, Reading.without(fields.get(ATTRIBUTES), event.key())))
                .only(event -> event instanceof UserAttributeEvent || event instanceof RealmDeleted);
    }

    /** The bare value if there is no more to say of it; none is the same as an empty one. */
    private static Object shown(UserAttributeSet event) {
        String value = Objects.requireNonNullElse(event.value(), "");
        if (event.type() == null || event.type().isEmpty()) {
            return value;
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("value", value);
        shown.put("type", event.type());
        return shown;
    }
}
