package org.symbolon.connectors.passwd;

import java.util.Map;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.events.shared.Secret;

/** One line of the file. The crypted password is a secret: it is compared here and never handed out. */
record PasswdUser(String login, Secret cryptedPassword, String userId, Gecos gecos) {

    private static final int FIELDS_NEEDED = 5;

    static PasswdUser parse(String line) {
        String[] fields = line.split(":", -1);
        if (fields.length < FIELDS_NEEDED) {
            throw new IllegalArgumentException(
                    "has %d of the %d fields that are needed".formatted(fields.length, FIELDS_NEEDED));
        }
        return new PasswdUser(fields[0], Secret.of(fields[1]), fields[2], Gecos.parse(fields[4]));
    }

    StoredUser stored() {
        return new StoredUser(login, userId);
    }

    Map<String, String> attributes() {
        return Map.of(
                "username", login,
                "userid", userId,
                "description", gecos.text(),
                "email", gecos.email(),
                "givenname", gecos.givenName(),
                "surname", gecos.surname(),
                "phone", gecos.phone(),
                "mobile", gecos.mobile());
    }
}
