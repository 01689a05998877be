package org.symbolon.endtoend.user;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserPage;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.events.shared.Secret;

/** Two user stores that are far away. They count how often they are asked and closed, and may be out of reach. */
final class FarStores implements UserStoreType {

    final Far first = new Far();
    final Far second = new Far();

    static final class Far implements UserStore {

        final Map<String, String> idsByLogin = new HashMap<>();
        final List<String> asked = new ArrayList<>();
        boolean gone;
        int closings;

        private String note(String question) {
            if (gone) {
                throw new UserStoreUnavailableException("It is gone", null);
            }
            asked.add(question);
            return question;
        }

        @Override
        public Optional<StoredUser> withLogin(String login) {
            return Optional.ofNullable(idsByLogin.get(note(login))).map(id -> new StoredUser(login, id));
        }

        @Override
        public Map<String, Map<String, String>> attributesOf(Collection<String> userIds) {
            note(String.join(",", userIds));
            return idsByLogin.entrySet().stream()
                    .filter(entry -> userIds.contains(entry.getValue()))
                    .collect(Collectors.toMap(
                            Map.Entry::getValue,
                            entry -> Map.of("username", entry.getKey(), "userid", entry.getValue())));
        }

        @Override
        public UserPage search(UserSearch search) {
            return new UserPage(List.of(), Optional.empty());
        }

        @Override
        public boolean passwordMatches(String userId, Secret password) {
            return false;
        }

        @Override
        public void close() {
            closings++;
        }
    }

    @Override
    public String name() {
        return "passwdresolver";
    }

    @Override
    public Set<String> secretKeys() {
        return Set.of();
    }

    @Override
    public UserStore open(Map<String, String> configuration) {
        return configuration.get("fileName").endsWith("first") ? first : second;
    }

    @Override
    public TestResult test(Map<String, String> configuration) {
        return new TestResult(false, "");
    }
}
