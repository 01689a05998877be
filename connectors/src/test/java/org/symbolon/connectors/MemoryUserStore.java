package org.symbolon.connectors;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.symbolon.command.resolver.port.EditableUserStore;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserChangeRefusedException;
import org.symbolon.command.resolver.port.UserPage;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.events.shared.Secret;

/** A user store of tests that can be written to; it shows that the contract can be kept. */
final class MemoryUserStore implements EditableUserStore {

    private final SortedMap<String, Map<String, String>> byId = new TreeMap<>();
    private final Map<String, Secret> passwords = new HashMap<>();
    private int ids = 1000;
    private boolean closed;

    private SortedMap<String, Map<String, String>> users() {
        if (closed) {
            throw new UserStoreUnavailableException("The store in memory is closed", null);
        }
        return byId;
    }

    @Override
    public Optional<StoredUser> withLogin(String login) {
        return users().values().stream()
                .filter(user -> user.get("username").equals(login))
                .map(user -> new StoredUser(login, user.get("userid")))
                .findFirst();
    }

    @Override
    public Map<String, Map<String, String>> attributesOf(Collection<String> userIds) {
        Map<String, Map<String, String>> known = new HashMap<>(users());
        known.keySet().retainAll(userIds);
        return known;
    }

    @Override
    public UserPage search(UserSearch search) {
        List<Map<String, String>> found = users().tailMap(search.cursor().orElse("")).values().stream()
                .filter(user -> fits(user, search.criteria()))
                .limit(search.size() + 1L)
                .toList();
        if (found.size() <= search.size()) {
            return new UserPage(found, Optional.empty());
        }
        return new UserPage(
                found.subList(0, search.size()),
                Optional.of(found.get(search.size()).get("userid")));
    }

    private static boolean fits(Map<String, String> user, Map<String, String> criteria) {
        return criteria.entrySet().stream()
                .allMatch(criterion -> user.containsKey(criterion.getKey())
                        && like(criterion.getValue())
                                .matcher(user.get(criterion.getKey()))
                                .matches());
    }

    private static Pattern like(String pattern) {
        return Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
    }

    @Override
    public boolean passwordMatches(String userId, Secret password) {
        return users().containsKey(userId) && password.equals(passwords.get(userId));
    }

    @Override
    public String add(Map<String, String> attributes) {
        String login = attributes.getOrDefault("username", "");
        if (login.isEmpty() || withLogin(login).isPresent()) {
            throw new UserChangeRefusedException("A user needs a login of his own", null);
        }
        String id = String.valueOf(ids++);
        Map<String, String> user = new HashMap<>(attributes);
        user.put("userid", id);
        users().put(id, user);
        return id;
    }

    @Override
    public boolean update(String userId, Map<String, String> attributes) {
        Map<String, String> user = users().get(userId);
        if (user == null) {
            return false;
        }
        user.putAll(attributes);
        user.values().removeIf(String::isEmpty);
        return true;
    }

    @Override
    public boolean setPassword(String userId, Secret password) {
        if (!users().containsKey(userId)) {
            return false;
        }
        passwords.put(userId, password);
        return true;
    }

    @Override
    public boolean delete(String userId) {
        return users().remove(userId) != null;
    }

    @Override
    public void close() {
        closed = true;
    }
}
