package org.symbolon.api.tokenfile.format;

import java.util.LinkedHashMap;
import java.util.Map;
import org.symbolon.events.shared.Secret;

/**
 * A token as a file describes it.
 *
 * @param place where in the file, for who has to mend it
 * @param serial its serial
 * @param type the name of its type, be it one that this server has or not
 * @param key its seed in hexadecimal digits, or its password
 * @param parameters what else its enrolment is told, by the names on the wire
 * @param counter where its device is
 * @param user whom the file gives it to
 */
public record TokenRecord(
        String place,
        String serial,
        String type,
        Secret key,
        Map<String, String> parameters,
        long counter,
        FileUser user) {

    static TokenRecord of(String place, String serial, String type, String key) {
        return new TokenRecord(place, serial, type, Secret.of(key), Map.of(), 0, FileUser.NOBODY);
    }

    /** With another parameter; one that is empty is none. */
    TokenRecord with(String parameter, String value) {
        if (value.isEmpty()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new TokenRecord(place, serial, type, key, Map.copyOf(more), counter, user);
    }

    TokenRecord at(long otherCounter) {
        return new TokenRecord(place, serial, type, key, parameters, otherCounter, user);
    }

    TokenRecord of(FileUser otherUser) {
        return new TokenRecord(place, serial, type, key, parameters, counter, otherUser);
    }

    /** Shows no parameter: TANs are among them. */
    @Override
    public String toString() {
        return "TokenRecord[" + place + "]";
    }
}
