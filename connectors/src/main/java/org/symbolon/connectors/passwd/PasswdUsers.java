package org.symbolon.connectors.passwd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The users of one state of the file. Where a login or an id occurs twice, the first line counts, as for the system. */
final class PasswdUsers {

    private final List<PasswdUser> all;
    private final Map<String, PasswdUser> byLogin = new HashMap<>();
    private final Map<String, PasswdUser> byId = new HashMap<>();

    private PasswdUsers(List<PasswdUser> users) {
        this.all = List.copyOf(users);
        for (PasswdUser user : users) {
            byLogin.putIfAbsent(user.login(), user);
            byId.putIfAbsent(user.userId(), user);
        }
    }

    /** Throws an {@link IllegalArgumentException} that names the number of a broken line, never what it says. */
    static PasswdUsers parse(List<String> lines) {
        List<PasswdUser> users = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index).strip();
            if (!line.isEmpty()) {
                users.add(parse(line, index + 1));
            }
        }
        return new PasswdUsers(users);
    }

    private static PasswdUser parse(String line, int number) {
        try {
            return PasswdUser.parse(line);
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException("line %d %s".formatted(number, broken.getMessage()), broken);
        }
    }

    List<PasswdUser> all() {
        return all;
    }

    Optional<PasswdUser> withLogin(String login) {
        return Optional.ofNullable(byLogin.get(login));
    }

    Optional<PasswdUser> withId(String userId) {
        return Optional.ofNullable(byId.get(userId));
    }
}
