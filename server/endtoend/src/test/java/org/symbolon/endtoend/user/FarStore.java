package org.symbolon.endtoend.user;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.command.secret.Secret;

/** A user store that counts how often it is asked, and that may be out of reach. */
final class FarStore implements UserStore {

    final Map<String, String> idsByLogin = new HashMap<>();
    final List<String> asked = new ArrayList<>();
    boolean gone;

    private String note(String question) {
        if (gone) {
            throw new UserStoreUnavailableException("It is gone", null);
        }
        asked.add(question);
        return question;
    }

    @Override
    public Optional<String> userIdOf(String login) {
        return Optional.ofNullable(idsByLogin.get(note(login)));
    }

    @Override
    public Optional<Map<String, String>> attributesOf(String userId) {
        String id = note(userId);
        return idsByLogin.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .findFirst()
                .map(entry -> Map.of("username", entry.getKey(), "userid", id));
    }

    @Override
    public List<Map<String, String>> search(Map<String, String> criteria) {
        return List.of();
    }

    @Override
    public boolean passwordMatches(String userId, Secret password) {
        return false;
    }

    @Override
    public boolean editable() {
        return false;
    }
}
